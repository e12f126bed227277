namespace ExcelBudget.Worker.Operations;

/// <summary>The unit that makes systemd run the worker.</summary>
/// <param name="program">Absolute path of the program.</param>
/// <param name="root">Absolute path of the folder it works in.</param>
/// <param name="user">Account it runs under; null for root.</param>
internal sealed class SystemdUnit(string program, string root, string? user)
{
    /// <summary>Name of the service, and of the unit's file before its extension.</summary>
    public const string Name = "excelbudget";

    /// <summary>The unit's text. Percent signs and quotes in paths are written as systemd wants them.</summary>
    public string Text => $"""
        [Unit]
        Description=ExcelBudget 部门预算工作簿：接收、检查、定时下发
        After=network.target local-fs.target

        [Service]
        Type=notify
        ExecStart={Quoted(program)} run --root {Quoted(root)}
        WorkingDirectory={root.Replace("%", "%%", StringComparison.Ordinal)}
        {(user is null ? "" : $"User={user}\n")}Restart=on-failure
        RestartSec=10
        TimeoutStopSec=90
        NoNewPrivileges=true
        PrivateTmp=true

        [Install]
        WantedBy=multi-user.target

        """;

    private static string Quoted(string path) =>
        "\"" + path.Replace("%", "%%", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
