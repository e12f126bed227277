using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Markup;

/// <summary>
/// What Word shows when a linked figure is pointed at: sheet, row, column and year in the words of the workbook
/// («T1 收支总表：收入总计·预算数（2023年）»). Slots such as {year} are filled when the note is written.
/// </summary>
/// <param name="book">The pack's rule book.</param>
internal sealed class LinkNames(RuleBook book)
{
    // what Word allows
    private const int Longest = 64;
    private const string Year = "（{year}年）";

    /// <summary>A figure, by the first cell its expression names.</summary>
    public string Figure(Expression expression)
    {
        var cells = Expression.CellsOf(expression).ToArray();
        if (cells.Length == 0) return "计算得出" + Year;
        var others = cells.Length > 1 ? $"等 {cells.Length} 项计算" : "";
        return Short(
            $"{cells[0].Form.Sheet}：{Rows(cells[0])}·{Column(cells[0])}{others}{(Takes(expression, Function.Abs) ? "，不带正负号" : "")}");
    }

    /// <summary>A direction word, by the name of the figure that decides it.</summary>
    public static string Direction(string figure) => Short("方向词，看 " + figure);

    public static string Table(FormDefinition form) => Short(form.Sheet);

    /// <summary>A field of a form's column.</summary>
    public static string Field(FormDefinition form, string title) => Short($"{form.Sheet}：{title}");

    private static string Short(string name)
    {
        if (name.EndsWith(Year, StringComparison.Ordinal)) name = name[..^Year.Length];
        return (name.Length + Year.Length > Longest ? name[..(Longest - Year.Length)] : name) + Year;
    }

    private static bool Takes(Expression expression, Function function) => expression is Expression.Call call && call.Function == function;

    private string Rows(Expression.Cells cells) => cells.Rows switch
    {
        RowSelector.Key key => Row(cells, key.Row),
        RowSelector.Range range => $"{Row(cells, range.First)}至{Row(cells, range.Last)}",
        RowSelector.This => "本行",
        RowSelector.All => "各行合计",
        RowSelector.Level level => $"各{cells.Form.Tree?.LevelName(level.Depth) ?? "级"}合计",
        _ => "末级各行合计",
    };

    private string Row(Expression.Cells cells, RowKey key)
    {
        if (cells.Form.FixedRow(key) is not { } declared) return (key.Value + " " + book.Codes(cells.Form)?.NameOf(key.Value)).TrimEnd();
        var at = cells.Columns is ColumnSelector.One one ? cells.Form.IndexOf(one.Column) : int.MaxValue;
        var label = declared.Labels.OrderBy(pair => cells.Form.IndexOf(pair.Key)).LastOrDefault(pair => cells.Form.IndexOf(pair.Key) <= at)
            .Value
            ?? declared.Labels.Values.FirstOrDefault() ?? key.Value;
        return FormNames.Normalise(label);
    }

    private static string Column(Expression.Cells cells) => cells.Columns switch
    {
        ColumnSelector.One one => Title(cells.Form, one.Column),
        ColumnSelector.Range range => $"{Title(cells.Form, range.First)}至{Title(cells.Form, range.Last)}",
        _ => "本栏",
    };

    private static string Title(FormDefinition form, ColumnId id) => form.Column(id)?.Title ?? id.Value;
}
