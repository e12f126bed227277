using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Worker.Reports;

/// <summary>A report as a text file that Windows' Notepad shows rightly: byte order mark, CR LF.</summary>
internal static class ReportText
{
    /// <summary>The report of one file with lines of the caller's below it.</summary>
    public static byte[] Write(CheckReport report, Pack? pack, params IEnumerable<string> more) =>
        Write([.. ReportLines.Of(report, pack).Select(line => line.Text), "", .. more]);

    public static byte[] Write(IEnumerable<string> lines) =>
        [.. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line.ReplaceLineEndings("\r\n") + "\r\n")))];
}
