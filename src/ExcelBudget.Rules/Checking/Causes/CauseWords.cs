using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>What is said of a cause: what stands there, what would make the ties agree, and what to do.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns.</param>
/// <param name="influences">The cells.</param>
internal sealed class CauseWords(BudgetFigures figures, CellLabels labels, Influences influences)
{
    private const int MostNamed = 3;

    /// <summary>One cell is the cause.</summary>
    public string Of(Suspect suspect, CellAddress cell, ShownSides sides, ToldTie[] told)
    {
        var unit = labels.Unit(cell);
        (string, FindingValue?) expected = ("expected", $"{sides.Right}{unit}");
        var stands = suspect.Likeness == Likeness.Blank ? CauseSentences.StandsBlank.With(("cell", Name(cell)))
            : CauseSentences.Stands.With(("cell", Name(cell)), ("actual", $"{sides.Left}{unit}"));
        var remedy = suspect.Likeness switch
        {
            Likeness.Blank => CauseSentences.FillIn.With(expected),
            Likeness.Whole => CauseSentences.LeaveBlank.With(),
            _ => CauseSentences.ChangeTo.With(expected),
        };
        return CauseSentences.OneCell.With(("stands", stands), ("breaks", Consequence(told)), ("remedy", remedy),
            ("agrees", Agreement(told)), ("advice", Advice(suspect)));
    }

    /// <summary>Several cells may be the cause, all below one total.</summary>
    public string Of(IReadOnlyList<Suspect> suspects, CellAddress total, ShownSides sides, ToldTie[] told)
    {
        var unit = labels.Unit(total);
        return CauseSentences.Total.With(("cell", Name(total)), ("actual", $"{sides.Left}{unit}"), ("ties", Ties(told)),
            ("expected", $"{sides.Right}{unit}"), ("gap", $"{sides.Gap}{unit}")) + Candidates(suspects, total.Form);
    }

    /// <summary>Several cells may be the cause, on different sides.</summary>
    public string Of(IReadOnlyList<Suspect> suspects, ToldTie lead, ToldTie[] told) =>
        lead.Finding.Message + (ToldTie.Count(told) == 1 ? ""
            : CauseSentences.AlsoBreaks.With(("count", new FindingValue.Count(ToldTie.Count(told) - 1))))
        + Candidates(suspects, lead.Finding.Place.Address!.Value.Form);

    /// <summary>What to add to a rule's own words when it only bounds the figure.</summary>
    public static string OfBound(Suspect suspect) => suspect.Likeness == Likeness.Overwritten ? CauseSentences.Restore.With() : "";

    private static string Consequence(ToldTie[] told) => ToldTie.Count(told) == 1
        ? CauseSentences.BreaksOne.With(("title", told[0].Tie.Result.Relation.Declaration.Title))
        : CauseSentences.BreaksMany.With(("count", new FindingValue.Count(ToldTie.Count(told))));

    private static string Agreement(ToldTie[] told) => ToldTie.Count(told) == 1 ? CauseSentences.AgreesOne.With()
        : CauseSentences.AgreesMany.With(("count", new FindingValue.Count(ToldTie.Count(told))));

    private static string Ties(ToldTie[] told) =>
        ToldTie.Count(told) == 1 ? $"“{told[0].Tie.Result.Relation.Declaration.Title}”" : $" {ToldTie.Count(told)} 处勾稽关系";

    private static string Advice(Suspect suspect) => (suspect.Likeness switch
    {
        Likeness.Overwritten => CauseSentences.Restore,
        Likeness.Sign => CauseSentences.Sign,
        Likeness.Transposed => CauseSentences.Transposed,
        Likeness.Whole => CauseSentences.Whole,
        Likeness.Blank => CauseSentences.LeftOut,
        _ when suspect.IsChanged => CauseSentences.ChangedSince,
        _ => CauseSentences.Compare,
    }).With();

    /// <summary>At most three cells by name; of more, the columns or the row in which to look.</summary>
    private string Candidates(IReadOnlyList<Suspect> suspects, FormId form)
    {
        CellAddress[] cells = [.. suspects.Select(suspect => influences[suspect.Cell])];
        (string, FindingValue?) direction = ("direction", Direction(suspects));
        if (cells.Length <= MostNamed)
            return CauseSentences.AmongCells.With(("cells", string.Join('、', cells.Select(cell => Name(cell, form)))), direction);
        var columns = cells.GroupBy(cell => (cell.Form, cell.Column)).Select(column => column.First()).ToArray();
        if (columns.Length == 1) return CauseSentences.AmongRows.With(("column", Column(columns[0], form)), direction);
        if (cells.Select(cell => (cell.Form, cell.Row)).Distinct().Count() == 1)
            return CauseSentences.AmongColumns.With(("row", Row(cells[0], form)), direction);
        var forms = cells.Select(cell => cell.Form).Distinct().ToArray();
        var named = columns.Length <= MostNamed ? string.Join('、', columns.Select(cell => Column(cell, form)))
            : string.Join('、', forms.Take(MostNamed).Select(other => $"“{Sheet(other)}”表"));
        return CauseSentences.AmongForms.With(("places", named), direction);
    }

    private string Sheet(FormId form) => figures.Book.Pack[form].Sheet;

    private string Column(CellAddress cell, FormId from) =>
        (from == cell.Form ? "" : $"“{Sheet(cell.Form)}”表的") + $"“{labels.Column(cell)}”栏";

    private string Row(CellAddress cell, FormId from) =>
        (from == cell.Form ? "" : $"“{Sheet(cell.Form)}”表的") + $"“{labels.Row(cell)}”行";

    private static string Direction(IReadOnlyList<Suspect> suspects) =>
        suspects.All(suspect => suspect.Change < 0m) ? "（多填了）" : suspects.All(suspect => suspect.Change > 0m) ? "（少填了）" : "";

    private string Name(CellAddress cell, FormId? from = null)
    {
        var name = $"“{labels.Row(cell)}”行“{labels.Column(cell)}”栏";
        return from is { } form && form != cell.Form && figures.Book.Pack.Form(cell.Form) is { } other ? $"“{other.Sheet}”表的{name}" : name;
    }
}
