using System.Security.Cryptography;
using System.Text;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Domain.Findings;

/// <summary>What a finding showed when it was answered: an answer holds for these figures only.</summary>
/// <param name="Expected">What should stand there, in the form's unit; empty when the finding names nothing.</param>
/// <param name="Actual">What stood there, in the form's unit; empty when the finding names nothing.</param>
public readonly record struct AnsweredFigures(string Expected, string Actual)
{
    private const int Longest = 60;

    /// <summary>The figures of a finding; a long text is shortened to its beginning and a fingerprint.</summary>
    public static AnsweredFigures Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new(Short(finding.Expected?.ToString()), Short(finding.Actual?.ToString()));
    }

    private static string Short(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Longest) return line;
        return $"{TextCut.Beginning(line, Longest - 20)}#"
            + $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(line)).AsSpan(0, 4))}";
    }
}
