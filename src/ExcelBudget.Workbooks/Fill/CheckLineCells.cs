using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Excel;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>What the 校验 sheet says of its lines whatever a workbook holds: made once for a pack. Read only.</summary>
/// <param name="lines">The lines of relations.</param>
internal sealed class CheckLineCells(IReadOnlyList<CheckLine> lines)
{
    private static readonly CellContent.Text[] Verdicts = [.. LineOutcome.Words.Select(word => new CellContent.Text(word))];

    private readonly (CellContent Number, CellContent Kind, CellContent Forms, CellContent Title, CellContent Scope)[] _lines =
        [.. lines.Select((line, index) => (
            (CellContent)new CellContent.Number(index + 1),
            (CellContent)new CellContent.Text(line.Relation.Declaration.Kind),
            (CellContent)new CellContent.Text(string.Join('、', line.Forms.Select(Short))),
            (CellContent)new CellContent.Text(line.Relation.Declaration.Title),
            (CellContent)new CellContent.Text(CheckFormulas.ScopeOf(line))))];

    /// <summary>Nothing to be read, where a formula may tell something.</summary>
    public static CellContent.Text Nothing { get; } = new("");

    /// <summary>Kind of the lines that say whether the figures of a form are figures.</summary>
    public static CellContent.Text Filling { get; } = new("填写");

    /// <summary>What such a line says.</summary>
    public static CellContent.Text AllFigures { get; } = new("金额和数量里没有文字和错误值");

    /// <summary>How the sheet calls a state.</summary>
    public static CellContent.Text VerdictOf(int state) => Verdicts[state - LineOutcome.NotFilled];

    /// <summary>
    /// Place of a line of a relation, which kind it is, which forms it speaks of, what it says, and of which rows while none is named.
    /// </summary>
    public (CellContent Number, CellContent Kind, CellContent Forms, CellContent Title, CellContent Scope) this[int line] => _lines[line];

    /// <summary>A form by the first word of its sheet: T3.</summary>
    public static string Short(FormDefinition form) =>
        form.Sheet.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var end ? form.Sheet[..end] : form.Sheet;
}
