using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ExcelBudget.Worker.Ledger.Chain;

/// <summary>流水。One thing that happened, chained to the one before it: whoever changes an old one breaks every hash after it.</summary>
internal sealed record LedgerEntry
{
    /// <summary>From 1, without gaps.</summary>
    public long Number { get; init; }

    /// <summary>When it was written, as ISO 8601 text: the hash is over what stands in the file.</summary>
    public string At { get; init; } = "";

    /// <summary>What happened: submission, issued, waived, reminded and others.</summary>
    public string Kind { get; init; } = "";

    /// <summary>To what: key of the row it tells of.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The row as it stood, as JSON.</summary>
    public string Body { get; init; } = "";

    /// <summary>Hash of the entry before; empty for the first.</summary>
    public string Before { get; init; } = "";

    /// <summary>SHA-256 over all of the above, lower-case hex.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The hash its content should have.</summary>
    public string Expected => HashOf(Number, At, Kind, Subject, Body, Before);

    /// <summary>The hash of an entry. Lengths stand before the texts, so that nothing can move from one to the other.</summary>
    public static string HashOf(long number, string at, string kind, string subject, string body, string before)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{number}");
        foreach (var part in new[] { before, at, kind, subject, body })
            text.Append(CultureInfo.InvariantCulture, $"\n{part.Length}:{part}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
