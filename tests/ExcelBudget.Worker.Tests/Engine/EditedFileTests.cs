using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>The mutation promise through real files: one cell of the zipped workbook rewritten, everything else byte for byte.</summary>
public sealed class EditedFileTests
{
    [Theory]
    [InlineData("T2", "2013101", "5")]
    [InlineData("T3", "2013102", "5")]
    [InlineData("T5", "2013102", "5")]
    [InlineData("T6", "30101", "4")]
    public void AmountChangedInTheFile_IsTheOneChangeAndNamedByAnError(string form, string row, string column)
    {
        var at = RealEngine.At("clean", form, row, column);
        var (file, before) = Raised(RealEngine.File("clean"), RealEngine.Desk("clean").Sheet(at.Sheet!).PartName, at.Cell!);
        var report = RealEngine.Check(file);
        report.Changes.ShouldHaveSingleItem().ShouldBe(new Change(at, Figures.Plain(before), Figures.Plain(before + 1m)));
        report.Findings.ShouldContain(finding => finding.Severity == Severity.Error && finding.Related.Append(finding.Place).Contains(at));
    }

    private static (byte[] File, decimal Before) Raised(byte[] workbook, string part, string cell)
    {
        var stream = new MemoryStream();
        stream.Write(workbook);
        var before = 0m;
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part.TrimStart('/'))!;
            string xml;
            using (var reader = new StreamReader(entry.Open(), Encoding.UTF8)) xml = reader.ReadToEnd();
            var edited = new Regex($"(<c r=\"{cell}\"[^>]*><v>)([^<]+)(</v>)").Replace(xml, match =>
            {
                before = decimal.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
                return match.Groups[1].Value + Figures.Plain(before + 1m) + match.Groups[3].Value;
            });
            edited.ShouldNotBe(xml);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part.TrimStart('/')).Open(), new UTF8Encoding(false));
            writer.Write(edited);
        }

        return (stream.ToArray(), before);
    }
}
