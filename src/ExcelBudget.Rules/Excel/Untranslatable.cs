using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Relations that formulas cannot tell: our engine checks them when a workbook comes in, the 校验 sheet has no line of them.
/// </summary>
public static class Untranslatable
{
    /// <summary>Why a relation cannot be put into formulas, for whoever writes rules; null when it can.</summary>
    /// <param name="book">The rule book.</param>
    /// <param name="relation">The relation.</param>
    public static string? Reason(RuleBook book, Relation relation)
    {
        if (relation.Form.Blocks is not null && relation.Check.Left is var left && new[] { left, relation.Check.Right }
            .SelectMany(Expression.CellsOf).Where(cells => cells is { Rows: RowSelector.This } && cells.Form == relation.Form)
            .Select(cells => cells.Columns).Distinct().Count() > 1) return $"“{relation.Form.Title}”一块里的几个数不在一行";
        if (relation.When is { AsksForWords: true }) return "条件看的是文字，公式里只比较数";
        var sides = new[] { relation.Check.Left, relation.Check.Right }.Concat(relation.When?.Figures ?? []);
        return sides.SelectMany(Expression.CellsOf).Select(cells => Reason(book, relation, cells))
            .FirstOrDefault(reason => reason is not null);
    }

    private static string? Reason(RuleBook book, Relation relation, Expression.Cells cells)
    {
        var form = cells.Form;
        if (book.Pack.Forms.Any(other => other.Blocks?.Inner == form.Id))
            return $"“{form.Title}”印在别的表的各块里，它的行没有固定的位置";
        if (form.Columns.All(column => !column.IsFigure)) return $"“{form.Title}”没有金额和数量";
        if (cells.Rows is RowSelector.This or RowSelector.Children or RowSelector.LeavesUnder && form != relation.Form
            && book.Codes(form)?.UnitLength > 0 && (book.Codes(relation.Form)?.UnitLength ?? 0) == 0)
            return $"“{form.Title}”的科目列在各单位之下，要几个单位合起来比";
        return cells.Rows switch
        {
            RowSelector.This when relation.Rows is null => "没有写 for，不知道“本行”是哪一行",
            RowSelector.This when form != relation.Form && HasUncodedRows(relation) =>
                $"“{relation.Form.Title}”的行没有科目编码，和“{form.Title}”的行对不上",
            RowSelector.Children or RowSelector.LeavesUnder when form.Tree is null => $"“{form.Title}”的行没有科目编码，没有下级",
            RowSelector.Children or RowSelector.LeavesUnder
                when relation.Rows is null || HasUncodedRows(relation) || HasUncodedFixedRows(relation) =>
                "“下级”和“所属末级”只能用在有科目编码的行",
            RowSelector.Key key when form.FixedRow(key.Row) is null && form.Tree is null => $"“{form.Title}”没有固定的“{key.Row}”行",
            _ => null,
        };
    }

    /// <summary>True where the relation speaks of rows of a list, which have no code.</summary>
    private static bool HasUncodedRows(Relation relation) => relation.Form.Tree is null
        && relation.Form.Rows.Any(group => group is not RowGroup.Fixed)
        && relation.Rows!.Any(selector => selector is RowSelector.All or RowSelector.Leaves);

    private static bool HasUncodedFixedRows(Relation relation) => relation.Rows!.Any(selector => selector switch
    {
        RowSelector.Key key => relation.Form.FixedRow(key.Row) is { Code: null },
        RowSelector.All or RowSelector.Range => relation.Form.Rows.OfType<RowGroup.Fixed>().Any(row => row.Code is null),
        _ => false,
    });
}
