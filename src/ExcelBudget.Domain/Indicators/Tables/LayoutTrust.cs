using ExcelBudget.Domain.Indicators.Outline;

using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// Whether a layout found in a text is one that can be trusted: blanks stand between words as well as between cells, and what looks like a
/// column may be the end of a sentence. Where it is not trusted the text is read as an outline.
/// </summary>
internal sealed class LayoutTrust(TargetFinder finder, TableBlock block, ColumnLayout layout, Division division)
{
    private const int FewestRows = 2;

    /// <summary>True when every row may be read under the layout.</summary>
    public bool IsGiven()
    {
        var fewest = block.Headers.Count > 0 ? 1 : FewestRows;
        if (layout.Columns.Max(column => column.Filled) < fewest) return false;
        if (layout.Value < 0 && !NamesHoldTargets()) return false;
        var isPlain = !Array.Exists(layout.Roles, role => role == ColumnRole.Aside);
        if (division == Division.Tabs || IsHeaded) return true;
        if (division == Division.Blanks && TearsNames()) return false;
        if (layout.Value >= 0 && Array.IndexOf(layout.Roles, ColumnRole.Level) >= 0
            && (layout.AreLevelsBehind || layout.Value < layout.Name)) return AreWholeRows();
        if (isPlain && layout.Unit < 0 && layout.Sign < 0) return division != Division.Tabs && ArePairs();
        // blanks stand between words too: a header, signs or points must speak for columns
        return division != Division.Blanks || (isPlain && layout.Unit < 0) || block.Headers.Count > 0 || layout.Sign >= 0
            || layout.Columns.Any(IsAsideOfFigures) || IsTold || IsMeasured;
    }

    /// <summary>新增馆藏 图书 ≥12000册: words between name and target that only some rows have are torn off the name, no column.</summary>
    private bool TearsNames()
    {
        if (block.Headers.Count > 0 || layout.Value <= layout.Name + 1) return false;
        if (!IsOfWords(layout.Name + 1)) return false;
        int[] said = [.. block.Rows.Where(row => !row.IsOfLevels && row.Cells.Count > 1).Select(WordsBeforeTarget)];
        return said.Count(words => words < 2) * 5 > said.Length;
    }

    private static int WordsBeforeTarget(PastedRow row)
    {
        var words = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.Kind is PastedKind.Target or PastedKind.Number or PastedKind.Sign or PastedKind.Result) break;
            if (cell.Kind != PastedKind.Level) words++;
        }

        return words;
    }

    private bool IsOfWords(int at) => layout.Roles[at] == ColumnRole.Aside && layout.Columns[at].Share(PastedKind.Words) >= 0.5m;

    /// <summary>≥45家 补助家庭农场 数量指标 产出指标: targets and levels in their places in nearly every row.</summary>
    private bool AreWholeRows() => layout.Columns[layout.Value] is { Filled: > 2 } value
        && value.Share(PastedKind.Target, PastedKind.Result, PastedKind.Number) >= 0.8m
        && (value.Count(PastedKind.Target) > 1 || layout.Sign >= 0 || layout.Unit >= 0)
        && layout.Columns[Array.IndexOf(layout.Roles, ColumnRole.Level)].Share(PastedKind.Level) >= 0.9m;

    /// <summary>True when headers say which columns hold the names and the targets.</summary>
    private bool IsHeaded => layout.Value >= 0 && layout.Columns[layout.Name].Header is { Role: ColumnRole.Name }
        && layout.Columns[layout.Value].Header is { Role: ColumnRole.Value };

    /// <summary>
    /// 宣传教育 覆盖所有人员: names and targets, one blank in every line, levels before them. Some target must be words, for figures are found
    /// without columns, and no name before words may hold a figure. Cells that follow one another without any end of a row are such pairs
    /// too.
    /// </summary>
    private bool ArePairs()
    {
        var levels = layout.Roles.Count(role => role == ColumnRole.Level);
        if (layout.Value != layout.Name + 1 || layout.Sign >= 0 || layout.Unit >= 0 || layout.Roles.Length != levels + 2) return false;
        var isWorded = false;
        foreach (var row in block.Rows)
        {
            if (row.Only is { Kind: PastedKind.Level }) continue;
            if (row.Cells.Count < 2 || row.Cells.Count > layout.Roles.Length) return false;
            if (!row.Cells.Take(row.Cells.Count - 2).All(cell => cell.Kind == PastedKind.Level)) return false;
            var (name, value) = (row.Cells[^2], row.Cells[^1]);
            var isTarget = value.Kind is PastedKind.Words or PastedKind.Target or PastedKind.Result
                || (division == Division.Stream && value.Kind == PastedKind.Number);
            if (name.Kind != PastedKind.Words || !isTarget) return false;
            isWorded |= value.Kind == PastedKind.Words;
            if (value.Kind == PastedKind.Words && finder.Find(name.Start, name.End).Count > 0) return false;
        }

        return isWorded || division == Division.Stream;
    }

    /// <summary>Three rows of four and more have a figure with its sign or unit in the same place.</summary>
    private bool IsTold => layout.Value > layout.Name && layout.Columns[layout.Value] is { Filled: > 3 } value
        && value.Share(PastedKind.Target, PastedKind.Result) >= 0.9m && value.Share(PastedKind.Target) >= 0.4m;

    /// <summary>≥36 万元: figures, and their units in a column of their own.</summary>
    private bool IsMeasured => layout.Unit >= 0 && layout.Value > layout.Name && layout.Columns[layout.Value] is { Filled: > 3 } value
        && value.Share(PastedKind.Target, PastedKind.Result, PastedKind.Number) >= 0.9m
        && layout.Columns[layout.Unit].Share(PastedKind.Unit) >= 0.9m;

    private static bool IsAsideOfFigures(Column column) => column.Label is not null || column.Share(PastedKind.Direction) > 0.7m
        || (column.ArePoints && column.Share(PastedKind.Number) > 0.7m);

    /// <summary>≥95%…⇥10⇥正向: a column of names that hold their targets.</summary>
    private bool NamesHoldTargets()
    {
        var (told, all) = (0, 0);
        foreach (var row in block.Rows.Where(row => row.Cells.Count == layout.Roles.Length))
        {
            var name = row.Cells[layout.Name];
            if (name.IsEmpty) continue;
            all++;
            if (finder.Find(name.Start, name.End).Count > 0) told++;
        }

        return told * 3 >= all * 2;
    }
}
