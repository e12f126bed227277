using System.Security.Cryptography;
using System.Text;

namespace ExcelBudget.Worker.Access;

/// <summary>令牌。One key to the page, as the ledger keeps it: without the key itself.</summary>
internal sealed record AccessToken
{
    // tells people what they have found in a mail, and programs that look for leaked keys what to look for
    private const string Beginning = "ebt_";
    private const int Bytes = 32;

    /// <summary>From 1, in the order they were made.</summary>
    public long Number { get; init; }

    /// <summary>SHA-256 of the key, lower-case hex. The key is random, so that no salt is needed.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Code of the role.</summary>
    public string Role { get; init; } = "";

    /// <summary>部门编码 of a department's token; empty for others.</summary>
    public string Department { get; init; } = "";

    /// <summary>Who holds it.</summary>
    public string Holder { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>When it was revoked; null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>A new key, to be shown once.</summary>
    public static string NewKey() =>
        Beginning + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The hash under which the ledger keeps a key.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
