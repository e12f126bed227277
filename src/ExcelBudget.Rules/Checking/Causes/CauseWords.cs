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
    private const string Restore = "这里原来是公式，请恢复公式。";

    /// <summary>One cell is the cause.</summary>
    public string Of(Suspect suspect, CellAddress cell, ShownSides sides, ToldTie[] told)
    {
        var unit = labels.Unit(cell);
        var stands = suspect.Likeness == Likeness.Blank ? $"{Name(cell)}没有填写" : $"{Name(cell)}现为 {sides.Left}{unit}";
        var remedy = suspect.Likeness switch
        {
            Likeness.Blank => $"填上 {sides.Right}{unit}",
            Likeness.Whole => "这里不填数",
            _ => $"改为 {sides.Right}{unit}",
        };
        return $"{stands}，{Consequence(told)}；{remedy}，{Agreement(told)}。{Advice(suspect)}";
    }

    /// <summary>Several cells may be the cause, all below one total.</summary>
    public string Of(IReadOnlyList<Suspect> suspects, CellAddress total, ShownSides sides, ToldTie[] told)
    {
        var unit = labels.Unit(total);
        return $"{Name(total)}现为 {sides.Left}{unit}，按{Ties(told)}应为 {sides.Right}{unit}，相差 {sides.Gap}{unit}。"
            + $"{Candidates(suspects, total.Form)}";
    }

    /// <summary>Several cells may be the cause, on different sides.</summary>
    public string Of(IReadOnlyList<Suspect> suspects, ToldTie lead, ToldTie[] told) =>
        (told.Length == 1 ? lead.Finding.Message : $"{lead.Finding.Message}同一差错还使另外 {told.Length - 1} 处勾稽不符。")
        + Candidates(suspects, lead.Finding.Place.Address!.Value.Form);

    /// <summary>What to add to a rule's own words when it only bounds the figure.</summary>
    public static string OfBound(Suspect suspect) => suspect.Likeness == Likeness.Overwritten ? Restore : "";

    private static string Consequence(ToldTie[] told) =>
        told.Length == 1 ? $"与“{told[0].Tie.Result.Relation.Declaration.Title}”不符" : $"使 {told.Length} 处勾稽不符";

    private static string Agreement(ToldTie[] told) => told.Length == 1 ? "两边就一致了" : $"这 {told.Length} 处就都相符了";

    private static string Ties(ToldTie[] told) =>
        told.Length == 1 ? $"“{told[0].Tie.Result.Relation.Declaration.Title}”" : $" {told.Length} 处勾稽关系";

    private static string Advice(Suspect suspect) => suspect.Likeness switch
    {
        Likeness.Overwritten => Restore,
        Likeness.Sign => "多半是多填了一个负号，请核对后改正。",
        Likeness.Transposed => "两个数只有相邻的两个数字前后颠倒，多半是录入时看错了，请核对后改正。",
        Likeness.Whole => "相差的正好是这一格的金额，请核对这一笔是不是重复列示、填错了行或栏，或者别的表漏列了。",
        Likeness.Blank => "请核对是不是漏填了。",
        _ when suspect.IsChanged => "这一格在工作簿下发后改动过，请对照批复的预算核对；确需调整的，请把相关各表一并调整。",
        _ => "请对照批复的预算核对这一格；如果它是对的，请核对列出的其他单元格。",
    };

    /// <summary>At most three cells by name; of more, the columns or the row in which to look.</summary>
    private string Candidates(IReadOnlyList<Suspect> suspects, FormId form)
    {
        CellAddress[] cells = [.. suspects.Select(suspect => influences[suspect.Cell])];
        if (cells.Length <= MostNamed)
            return $"差错多半在{string.Join('、', cells.Select(cell => Name(cell, form)))}中的一处{Direction(suspects)}，请对照批复的预算逐个核对。";
        var columns = cells.GroupBy(cell => (cell.Form, cell.Column)).Select(column => column.First()).ToArray();
        if (columns.Length == 1) return $"差错多半在{Column(columns[0], form)}的某一行{Direction(suspects)}，请对照批复的预算逐行核对这一栏。";
        if (cells.Select(cell => (cell.Form, cell.Row)).Distinct().Count() == 1)
            return $"差错多半在{Row(cells[0], form)}的某一栏{Direction(suspects)}，请对照批复的预算逐栏核对这一行。";
        var forms = cells.Select(cell => cell.Form).Distinct().ToArray();
        var named = columns.Length <= MostNamed ? string.Join('、', columns.Select(cell => Column(cell, form)))
            : string.Join('、', forms.Take(MostNamed).Select(other => $"“{Sheet(other)}”表"));
        return $"差错多半在{named}{Direction(suspects)}，请对照批复的预算逐行核对。";
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
