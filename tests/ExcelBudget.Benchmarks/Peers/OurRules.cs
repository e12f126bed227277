using System.Text;
using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>The whole rule book on a large budget that is already read.</summary>
internal sealed class OurRules : IPeer
{
    private readonly ReadWorkbook _read;

    public OurRules(MaterialFolder folder) =>
        _read = new WorkbookReader([Sample.ReadBook()])
            .Read(WorkbookGuard.Open(File.ReadAllBytes(folder.LargeWorkbook)).Package!.Content, out _)!;

    public void Once() =>
        new BudgetChecker(new BudgetFigures(_read.RuleBook, _read.Budget, _read.Unreadable)).Check();

    public byte[] Output() => Encoding.UTF8.GetBytes(LargeShape.Of(_read.Budget));
}
