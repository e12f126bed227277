using System.Diagnostics;
using ExcelBudget.Benchmarks.Contents;
using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>The product's reading of a dropped file: guard, budget, every check.</summary>
internal sealed class OurRead(MaterialFolder folder) : IPeer
{
    private readonly byte[] _workbook = File.ReadAllBytes(folder.Workbook);
    private readonly WorkbookReader _reader = new([Sample.ReadBook()]);
    private readonly Dictionary<string, long> _phases = new(StringComparer.Ordinal) { ["guard"] = 0, ["read"] = 0, ["check"] = 0 };
    private FlatWorkbook? _last;

    public IReadOnlyDictionary<string, long> Phases => _phases;

    public void Once()
    {
        var started = Stopwatch.GetTimestamp();
        _last = WorkbookGuard.Open(_workbook).Package!.Content;
        started = Add("guard", started);
        var read = _reader.Read(_last, out _)!;
        started = Add("read", started);
        new BudgetChecker(new BudgetFigures(read.RuleBook, read.Budget, read.Unreadable)).Check();
        Add("check", started);
    }

    public byte[] Output() => CellTotals.Of(_last!).ToBytes();

    private long Add(string phase, long started)
    {
        var now = Stopwatch.GetTimestamp();
        _phases[phase] += now - started;
        return now;
    }
}
