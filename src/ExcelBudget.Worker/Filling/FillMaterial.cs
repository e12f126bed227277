using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Filling;

/// <summary>
/// What the workbooks of one pack and one dataset are made from, read once, and how each is made: the same for <c>fill</c> and
/// <c>issue</c>. Thread-safe.
/// </summary>
internal sealed class FillMaterial
{
    private readonly WorkbookFiller _filler;
    private readonly RuleBook _book;
    private readonly BudgetProjection? _projection;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="pack">The pack.</param>
    /// <param name="filler">The filler of the pack.</param>
    /// <param name="reading">The dataset as read; null for workbooks to type in.</param>
    public FillMaterial(LoadedPack pack, WorkbookFiller filler, DatasetReading? reading)
    {
        (_book, _filler, Reading) = (pack.RuleBook, filler, reading);
        if (reading is null) return;
        _projection = new BudgetProjection(_book.Pack, reading.Dataset);
        foreach (var (code, name) in _projection.Units) _names.TryAdd(code, name);
    }

    /// <summary>The dataset as read; null for workbooks to type in.</summary>
    public DatasetReading? Reading { get; }

    /// <summary>单位编码 of the dataset's units in its order.</summary>
    public IEnumerable<string> Units => _projection?.Units.Select(unit => unit.Code) ?? [];

    /// <summary>Whose budget the dataset has under a code; the name is empty when it has none.</summary>
    public BudgetIdentity IdentityOf(string unit, int year) =>
        new(_book.Pack.Id, unit, _names.GetValueOrDefault(unit, ""), year) { Called = Called };

    /// <summary>What the pack says is published.</summary>
    public string Called => _book.Pack.Called;

    /// <summary>Makes the workbook of one unit.</summary>
    /// <param name="identity">Whose; where there is a dataset, its name of the unit counts.</param>
    /// <param name="engine">What checks the budget before anybody has typed anything; null for no check.</param>
    /// <param name="lineage">来历 that it is issued with.</param>
    public MadeWorkbook Make(BudgetIdentity identity, IBudgetEngine? engine, IssueLineage lineage)
    {
        if (Problem(identity.UnitCode) is { } problem) return new(MakingOutcome.NoData) { Reason = problem };
        var budget = _projection?.Of(identity.UnitCode, identity.Year) ?? BudgetProjection.Blank(_book.Pack, identity);
        var isBlank = _projection is null;
        // a wrong year would otherwise give a workbook full of blanks that looks as if it were right
        if (!isBlank && !EmptyBudget.HasAmounts(_book.Pack, budget)) return new(MakingOutcome.NoAmounts) { Budget = budget };
        if (SheetDigits.FirstBeyond(_book.Pack, budget) is { } beyond)
        {
            var labels = new CellLabels(new BudgetFigures(_book, budget));
            var place = $"{_book.Pack[beyond.Form].Title}的“{labels.Row(beyond)}”（{labels.Column(beyond)}）";
            return new(MakingOutcome.TooManyDigits) { Budget = budget, Reason = place };
        }

        var id = MadeWorkbook.NewId();
        var check = isBlank ? null : engine?.ErrorsOf(budget);
        return new(MakingOutcome.Made)
        {
            Budget = budget,
            Id = id,
            Errors = [.. check?.Errors ?? []],
            Parts = _filler.Parts(FiguresOf(budget, check), new FillRequest(id, isBlank) { Lineage = lineage }),
        };
    }

    /// <summary>The figures of the check where they are those of the whole budget, nothing withheld.</summary>
    private BudgetFigures FiguresOf(Budget budget, CheckedBudget? check) =>
        check?.Figures is { } known && ReferenceEquals(known.Budget, budget) && ReferenceEquals(known.Book, _book)
            ? known : new BudgetFigures(_book, budget);

    private string? Problem(string unit)
    {
        if (Reading is null) return null;
        if (Reading.ConcernsEveryUnit)
            return "数据集有错误，缺少的行会让表中的数不完整：" + Reading.Faults.FirstOrDefault(fault => fault.Severity == Severity.Error)?.Message;
        if (Reading.FaultOf(unit) is { } fault) return $"数据有错误：{fault}";
        return _names.ContainsKey(unit) ? null : "数据集的“单位”表里没有它。";
    }
}
