using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Tests.Support;
using Xunit.Abstractions;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>
/// How long a typed amount and a full recalculation take in LibreOffice, the 校验 sheet and every form up to date, as the forms grow.
/// The table is printed; the limits held here are several times what an idle machine needs, so that a busy one does not fail.
/// </summary>
[Trait("Category", "Slow")]
public sealed class RecalculationSpeedTests(ITestOutputHelper output)
{
    private static readonly int[] Sizes = [24, 250, 490, 1_000];

    [Fact]
    public void TypedAmount_InFormsOfUpToAThousandRows_IsCheckedAtTheSpeedOfTyping()
    {
        var typed = new Dictionary<int, decimal>();
        output.WriteLine("code rows   typed amount   full recalculation   opening   file");
        foreach (var size in Sizes)
        {
            var workbook = HebeiWorkbook.Of(Grown(size));
            var (typing, whole, opening) = Measured(workbook);
            typed[size] = typing;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,9}   {typing,9:F0} ms   {whole,15:F0} ms   {opening,5:F0} ms   {workbook.Length / 1024,5} KB"));
        }

        typed[250].ShouldBeLessThan(1_000m);
        typed[1_000].ShouldBeLessThan(3_000m);
        // growth from 250 to 1,000 rows: well below 16, which quadratic would be
        ((typed[1_000] + 20m) / (typed[250] + 20m)).ShouldBeLessThan(10m);
    }

    private static (decimal Typing, decimal Whole, decimal Opening) Measured(byte[] workbook)
    {
        var form = new VisibleForm(Calc.Opened(workbook), "部门预算支出总表", byCode: true);
        var row = form.RowOf(form.Rows.Last());
        var cell = string.Create(CultureInfo.InvariantCulture, $"Book.Sheets.getByName(\"{form.Sheet.Name}\").getCellByPosition({form.ColumnOf("4") - 1}, {row - 1})");
        var macro = $"""
            Book.calculateAll()
            Book.Sheets.getByName("{form.Sheet.Name}").unprotect("")
            Book.Sheets.getByName("填报说明").unprotect("")
            Seen = Book.Sheets.getByName("校验").getCellByPosition(0, 1).String
            Best = 1000000
            For Round = 1 To 5
              Started = GetSystemTicks()
              {cell}.Value = 100 + Round
              Seen = Book.Sheets.getByName("校验").getCellByPosition(0, 1).String & Book.Sheets.getByName("校验").getCellByPosition(0, 4).String
              Took = GetSystemTicks() - Started
              If Took < Best Then Best = Took
            Next
            Started = GetSystemTicks()
            Book.calculateAll()
            Seen = Book.Sheets.getByName("校验").getCellByPosition(0, 1).String
            Whole = GetSystemTicks() - Started
            Started = GetSystemTicks()
            Dim Again(0) As New com.sun.star.beans.PropertyValue
            Again(0).Name = "Hidden"
            Again(0).Value = True
            Other = StarDesktop.loadComponentFromURL(Book.URL, "_blank", 0, Again())
            Seen = Other.Sheets.getByName("校验").getCellByPosition(0, 1).String
            Opened = GetSystemTicks() - Started
            Other.close(True)
            Book.Sheets.getByName("填报说明").getCellByPosition(20, 0).Value = Best
            Book.Sheets.getByName("填报说明").getCellByPosition(20, 1).Value = Whole
            Book.Sheets.getByName("填报说明").getCellByPosition(20, 2).Value = Opened
            """;
        var sheet = Calc.Edited(workbook, macro).Sheet("填报说明")!;
        return (sheet[1, 21]!.Number!.Value, sheet[2, 21]!.Number!.Value, sheet[3, 21]!.Number!.Value);
    }

    /// <summary>The clean budget with so many code rows in T2, T3 and T5, upper codes included.</summary>
    private static Budget Grown(int rows)
    {
        var budget = Hebei.BudgetOf("clean");
        var codes = Hebei.Book.Codes(Hebei.Book.Pack[new FormId("T3")])!;
        var taken = new SortedSet<string>(budget[new FormId("T3")]!.Rows.Select(row => row.Key.Value), StringComparer.Ordinal);
        foreach (var leaf in codes.Entries.Select(entry => entry.Code).Where(codes.IsLeaf).Order(StringComparer.Ordinal))
        {
            if (taken.Count >= rows) break;
            foreach (var code in codes.Ancestors(leaf).Append(leaf)) taken.Add(code);
        }

        return new Budget(budget.Identity, budget.Forms.Select(form => form.Form.Value is "T2" or "T3" or "T5" ? WithRows(form, taken, codes.IsLeaf) : form));
    }

    private static FormContent WithRows(FormContent form, IEnumerable<string> codes, Func<string, bool> isLeaf)
    {
        var column = new ColumnId(form.Form.Value == "T2" ? "5" : "4");
        var known = form.Rows.ToDictionary(row => row.Key.Value);
        return new FormContent(form.Form,
        [
            .. form.Rows.Where(row => Hebei.Book.Pack[form.Form].FixedRow(row.Key) is not null),
            .. codes.Select(code => known.GetValueOrDefault(code) ?? new FormRow(
                new RowKey(code), isLeaf(code) ? new Dictionary<ColumnId, CellValue> { [column] = new CellValue.Amount(123_400m) } : [])),
        ]);
    }
}
