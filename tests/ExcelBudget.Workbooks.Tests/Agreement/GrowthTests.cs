using System.Globalization;
using ExcelBudget.Workbooks.Tests.Support;
using Xunit.Abstractions;

namespace ExcelBudget.Workbooks.Tests.Agreement;

/// <summary>
/// How much processor time LibreOffice takes over a workbook as its forms grow: opening, one typed amount, everything computed anew.
/// tests/growth.sh prints the table for up to a thousand rows.
/// </summary>
[Trait("Category", "Slow")]
public sealed class GrowthTests(ITestOutputHelper output)
{
    private const int Typed = 10;
    private const int FirstResult = 30;

    private static readonly int[] Rows =
        Environment.GetEnvironmentVariable("EXCELBUDGET_GROWTH") == "long" ? [24, 250, 490, 1_000] : [24, 250];

    [Fact]
    public void GrowingForms_TypedInAndComputedAnew_TakeNoMoreThanTheirShare()
    {
        var times = new Dictionary<int, (double Typed, double Full)>();
        output.WriteLine("rows  typed s  full s  open s  KB");
        foreach (var rows in Rows)
        {
            var workbook = HebeiWorkbook.Fill(ManyCodes.Of(rows));
            var form = new VisibleForm(Calc.Opened(workbook), "部门预算一般公共预算财政拨款支出表", byCode: true);
            var leaves = form.Rows.Where(code => code.Length == 7).ToArray();
            var saved = Calc.Opened(Calc.Saved(workbook, Measured(form, leaves)));
            var results = Enumerable.Range(FirstResult + 1, 3).Select(column => (double)saved.Sheets[0][1, column]!.Number!.Value / 1000)
                .ToArray();
            times[rows] = (results[0] / Typed, results[1]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rows,4}  {results[0] / Typed,7:F3}  {results[1],6:F2}  {results[2],6:F2}  {workbook.Length / 1024.0:F0}"));
        }

        var (few, many) = (Rows[^2], Rows[^1]);
        // twice the rows, a little more than twice the time: nothing looks at every row for every row
        times[many].Full.ShouldBeLessThan((times[few].Full + 0.2) * many / few * 1.6);
        // ten times the rows take five times as long on any machine; 0.01 s is what the smallest cannot tell
        times[250].Typed.ShouldBeLessThan(Math.Max(times[few].Typed, 0.01) * 8);
        if (times.TryGetValue(490, out var half)) half.Full.ShouldBeLessThan(1);
        if (times.TryGetValue(1_000, out var thousand)) thousand.Typed.ShouldBeLessThan(0.3);
    }

    private static string Measured(VisibleForm form, string[] leaves)
    {
        var statements = new System.Text.StringBuilder();
        var sheet = $"Book.Sheets.getByName(\"{form.Sheet.Name}\")";
        statements.AppendLine(CultureInfo.InvariantCulture, $"{sheet}.unprotect(\"\")")
            .AppendLine("Book.Sheets(0).unprotect(\"\")").AppendLine("Book.calculateAll()")
            .AppendLine("Started = ProcessorTime()");
        for (var index = 0; index < Typed; index++)
        {
            var (row, column) = (form.RowOf(leaves[index * leaves.Length / Typed]), form.ColumnOf("4"));
            statements
                .AppendLine(CultureInfo.InvariantCulture, $"{sheet}.getCellByPosition({column - 1}, {row - 1}).Value = {index + 3}.5")
                .AppendLine("Book.calculate()");
        }

        string[] rest =
        [
            "Typing = ProcessorTime() - Started", "Started = ProcessorTime()", "Book.calculateAll()",
            "Full = ProcessorTime() - Started",
            "Started = ProcessorTime()", "Other = StarDesktop.loadComponentFromURL(Book.getURL(), \"_blank\", 0, Hidden())",
            "Opening = ProcessorTime() - Started", "Other.close(True)", Result(0, "Typing"), Result(1, "Full"), Result(2, "Opening"),
        ];
        return statements.AppendJoin('\n', rest).ToString();
    }

    private static string Result(int place, string name) => $"Book.Sheets(0).getCellByPosition({FirstResult + place}, 0).Value = {name}";
}
