using System.Collections.Concurrent;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Build;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Packs;

/// <summary>Workbooks of any pack, filled from the template as it is built from the pack's forms.</summary>
internal static class PackWorkbook
{
    private static readonly ConcurrentDictionary<string, WorkbookFiller> Fillers = new(StringComparer.Ordinal);

    public static byte[] Fill(Budget budget, bool isBlank = false)
    {
        var book = EveryPack.BookOf(budget.Identity.Pack);
        var filler = Fillers.GetOrAdd(
            budget.Identity.Pack, _ => new WorkbookFiller(book, TemplateParser.Parse(WorkbookBuilder.Build(book.Pack))));
        return filler.Fill(new BudgetFigures(book, budget), new FillRequest("7F3A2C9D", isBlank));
    }

    public static ReadWorkbook Read(string pack, FlatWorkbook workbook)
    {
        var read = new WorkbookReader([EveryPack.BookOf(pack)]).Read(workbook, out var reason);
        reason.ShouldBeNull();
        return read!;
    }

    public static ReadWorkbook Read(string pack, byte[] workbook) => Read(pack, Calc.Opened(workbook));
}
