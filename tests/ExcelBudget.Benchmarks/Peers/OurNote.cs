using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Notes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>The product's note. Figures are new for each note: their evaluation is part of the job.</summary>
internal sealed class OurNote : IPeer
{
    private readonly Sample _sample = Sample.Clean();
    private readonly NoteTemplate _template;
    private readonly Budget _budget;
    private byte[] _last = [];

    public OurNote()
    {
        _template = _sample.Note();
        _budget = _sample.Project();
    }

    public void Once() => _last = _template.Write(new BudgetFigures(_sample.Book, _budget)).Docx;

    public byte[] Output() => _last;
}
