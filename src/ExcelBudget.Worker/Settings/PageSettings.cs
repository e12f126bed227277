namespace ExcelBudget.Worker.Settings;

/// <summary>How the page and the API behind it are served.</summary>
internal sealed record PageSettings
{
    /// <summary>Port; 0 serves nothing.</summary>
    public int Port { get; init; } = 8_650;

    /// <summary>
    /// Port of the same page on this machine by https, which Excel's add-in needs; opened when there is a certificate and
    /// <see cref="OpensNetwork"/> is off. 0 opens none.
    /// </summary>
    public int ExcelPort { get; init; } = 8_651;

    /// <summary>True to be reached from other machines: with HTTPS and tokens only.</summary>
    public bool OpensNetwork { get; init; }

    /// <summary>Absolute path of the server's certificate with its key (.pfx).</summary>
    public string CertificateFile { get; init; } = "";

    /// <summary>Password of that file; empty for none.</summary>
    public string CertificatePassword { get; init; } = "";

    /// <summary>How many requests one token, or one machine without a token, may make in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 1_200;
}
