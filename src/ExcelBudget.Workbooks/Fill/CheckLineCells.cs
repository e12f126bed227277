using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Excel;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>What the 校验 sheet says of its lines whatever a workbook holds: made once for a pack. Read only.</summary>
/// <param name="lines">The lines of relations.</param>
internal sealed class CheckLineCells(IReadOnlyList<CheckLine> lines)
{
    private readonly (CellContent Kind, CellContent Forms, CellContent Title)[] _lines = [.. lines.Select(line => (
        (CellContent)new CellContent.Text(line.Relation.Declaration.Kind),
        (CellContent)new CellContent.Text(string.Join('、', line.Forms.Select(Short))),
        (CellContent)new CellContent.Text(line.Relation.Declaration.Title)))];

    /// <summary>Nothing to be read, where a formula may tell something.</summary>
    public static CellContent.Text Nothing { get; } = new("");

    /// <summary>Which kind a line of a relation is, which forms it speaks of, and what it says.</summary>
    public (CellContent Kind, CellContent Forms, CellContent Title) this[int line] => _lines[line];

    /// <summary>A form by the first word of its sheet: T3.</summary>
    public static string Short(FormDefinition form) => form.Sheet.Split(' ')[0];
}
