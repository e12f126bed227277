using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Language;
using ExcelBudget.Workbooks.Tests.Support;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>Whatever the 校验 sheet shows as 不通过, the report names by the same title and with the same two sides.</summary>
[Trait("Category", "Slow")]
public sealed partial class CheckSheetInReportTests
{
    private const int ChangesOfASample = 10;

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    public void EveryBrokenLineOfTheSheet_IsInTheReport(string sample)
    {
        var cells = Entered(RealEngine.Desk(sample).Book).ToArray();
        var random = new Random(17);
        var changes = Enumerable.Range(0, ChangesOfASample).Select(_ => cells[random.Next(cells.Length)]).ToArray();
        var saved = LibreOffice.Edited(RealEngine.File(sample), [.. changes.Select((change, index) => Typed(change, 3.21m + index))]);
        var (missing, broken) = (new List<string>(), 0);
        for (var index = 0; index < saved.Count; index++)
        {
            var check = RealEngine.Engine.Check("报送.xlsx", saved[index]);
            var told = check.Report.Findings.SelectMany(finding => finding.Ties.Prepend(finding)).ToArray();
            var words = string.Join('\n', ReportLines.Of(check.Report, check.Pack).Select(line => line.Text));
            bool IsWritten(Finding finding) =>
                finding.Expected is not null || words.Contains(Sentence(finding), StringComparison.Ordinal);
            foreach (var line in CheckSheetLine.Of(WorkbookGuard.Open(saved[index]).Package!.Content).Where(line => line.Verdict == "不通过"))
            {
                broken++;
                var named = told.Any(finding => IsAbout(finding, line) && IsWritten(finding))
                    && words.Contains(line.Title, StringComparison.Ordinal);
                // where two relations compare the same two figures, one of them speaks for both
                if (!named && !told.Any(finding => HasSides(finding, line) && IsWritten(finding)))
                    missing.Add($"{changes[index].Sheet} {changes[index].Cell}: {line}");
            }
        }

        missing.ShouldBeEmpty();
        broken.ShouldBeGreaterThan(ChangesOfASample);
    }

    private static bool IsAbout(Finding finding, CheckSheetLine line) =>
        RealEngine.Book.Pack.Relations.FirstOrDefault(rule => rule.Id == finding.Rule)?.Title == line.Title
        && HasSides(finding, line);

    /// <summary>The right side is the right value; where it is only a bound, no value is right and the sentence tells it.</summary>
    private static bool HasSides(Finding finding, CheckSheetLine line) => Same(finding.Actual?.ToString(), line.Left)
        && (finding.Expected is { } expected ? Same(expected.ToString(), line.Right) : IsBound(finding) && Tells(finding, line.Right));

    private static bool IsBound(Finding finding) => RealEngine.Book.Relations.Any(
        rule => rule.Declaration.Id == finding.Rule && rule.Check.Comparison != Comparison.Equal);

    private static bool Tells(Finding finding, decimal? side) => Number().Matches(finding.Message).Any(number => Same(number.Value, side));

    private static string Sentence(Finding finding) => finding.Message[..finding.Message.IndexOf('。', StringComparison.Ordinal)];

    private static bool Same(string? told, decimal? shown) => shown is { } figure
        && decimal.TryParse(told, CultureInfo.InvariantCulture, out var number) && Math.Abs(number - figure) < 0.006m;

    [GeneratedRegex(@"-?\d[\d,]*\.\d+")]
    private static partial Regex Number();

    /// <summary>The amounts that were typed, in every form.</summary>
    private static IEnumerable<(string Sheet, string Cell)> Entered(FlatWorkbook book) =>
        from form in RealEngine.Book.Pack.Forms
        where form.Id.Value.StartsWith('T') && form.Id.Value.Length == 2
        let sheet = book.Sheet(form.Sheet)
        where sheet is not null
        from cell in sheet.Cells
        where cell is { HasFormula: false, Number: > 0m } && cell.Column > 2 && cell.Text.Contains('.', StringComparison.Ordinal)
        select (form.Sheet, cell.Reference.ToString());

    private static string Typed((string Sheet, string Cell) cell, decimal by) => string.Create(CultureInfo.InvariantCulture, $"""
        Sheet = Book.Sheets.getByName("{cell.Sheet}")
        Sheet.getCellRangeByName("{cell.Cell}").setValue(Sheet.getCellRangeByName("{cell.Cell}").getValue() + {by})
        """);
}
