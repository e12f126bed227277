using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>The product's fill. Figures are new for each workbook: their evaluation is part of the job.</summary>
internal sealed class OurFill : IPeer
{
    private readonly Sample _sample = Sample.Clean();
    private readonly WorkbookFiller _filler;
    private readonly FillRequest _request;
    private readonly Budget? _projected;
    private byte[] _last = [];

    /// <param name="isFast">Deflate for speed.</param>
    /// <param name="projects">Project the dataset anew for each workbook.</param>
    public OurFill(bool isFast, bool projects)
    {
        _filler = _sample.Filler();
        _request = new FillRequest("BENCH", IsFast: isFast);
        _projected = projects ? null : _sample.Project();
    }

    public void Once() => _last = _filler.Fill(new BudgetFigures(_sample.Book, _projected ?? _sample.Project()), _request);

    public byte[] Output() => _last;
}
