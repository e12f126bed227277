using System.Text.RegularExpressions;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Totals of a form that has no formulas: proposed from names, ordinals and order, and marked as guesses.</summary>
/// <param name="form">The form.</param>
/// <param name="patterns">How headings and labels are written.</param>
internal sealed partial class DraftTotals(DraftForm form, DraftPatterns patterns)
{
    private const string AllLeaves = "本表[末级,本栏]";

    /// <summary>Fills in what the form does not compute itself.</summary>
    public void Propose()
    {
        MarkParts();
        SpellOut();
        foreach (var column in form.Columns.Where(column => column is { IsFigure: true, Compute: null })) Column(column);
        foreach (var column in form.Columns.Where(column => column is { Kind: "amount", Compute: null }))
            for (var side = form.Sides.Count == 0 ? -1 : 0; side < form.Sides.Count; side++)
                if (side < 0 || form.SideOf(column) == side) Rows(column);
    }

    /// <summary>小计 of a heading, and what is told besides, are no parts of a sum over more than that heading.</summary>
    private void MarkParts()
    {
        for (var place = 1; place < form.Columns.Count; place++)
        {
            var column = form.Columns[place];
            if (column.Kind != "amount") continue;
            var before = form.Columns[place - 1];
            var isTotal = column.Path.Count > 1 && patterns.Is("total", column.Title);
            var isTold = patterns.Is("ofWhich", column.Title) && before.Kind == "amount" && !patterns.Is("total", before.Title);
            column.IsOfWhich = isTotal || isTold;
        }
    }

    /// <summary>
    /// A sum of the form itself counts everything it names: a range that holds a part which ranges leave out is written cell by cell.
    /// </summary>
    private void SpellOut()
    {
        foreach (var column in form.Columns.Where(column => column is { Compute: not null, IsGuessed: false }))
            column.Compute = ColumnRange().Replace(column.Compute!, match => SpelledOut(form.Columns, match, own => own.Id,
                own => own.IsOfWhich, id => $"本表[本行,{id}]"));
        foreach (var row in form.Rows)
        {
            foreach (var (column, formula) in row.Compute.ToArray())
                row.Compute[column] = (RowRange().Replace(formula.Formula, match => SpelledOut(form.Rows, match, own => own.Id,
                    own => own.IsOfWhich, id => $"本表[{id},本栏]")), formula.IsGuessed);
        }
    }

    private static string SpelledOut<T>(IReadOnlyList<T> all, Match range, Func<T, string> id, Func<T, bool> isLeftOut,
        Func<string, string> cell)
    {
        var (first, last) = (range.Groups[1].Value, range.Groups[2].Value);
        var from = all.TakeWhile(own => id(own) != first).Count();
        var held = all.Skip(from).TakeWhile(own => id(own) != last).ToList();
        if (from + held.Count >= all.Count) return range.Value;
        held.Add(all[from + held.Count]);
        return held.Any(isLeftOut) ? string.Join(", ", held.Select(own => cell(id(own)))) : range.Value;
    }

    [GeneratedRegex(@"本表\[本行,([^:,\]]+):([^:,\]]+)\]")]
    private static partial Regex ColumnRange();

    [GeneratedRegex(@"本表\[([^:,\]]+):([^:,\]]+),本栏\]")]
    private static partial Regex RowRange();

    private void Column(DraftColumn column)
    {
        var path = string.Concat(column.Path);
        if (column.Kind == "percent" || (patterns.Is("change", column.Title) && patterns.Is("ratio", path)))
        {
            if (Compared(column) is not var (now, last)) return;
            Guess(column, column.Kind == "percent" ? $"RATE(本表[本行,{now.Id}], 本表[本行,{last.Id}])"
                : $"本表[本行,{now.Id}] - 本表[本行,{last.Id}]");
            return;
        }

        if (column.Kind != "amount" || !patterns.Is("total", column.Title)) return;
        var parts = PartsBehind(column);
        if (parts.Length < 2) parts = PartsBefore(column);
        if (parts.Length >= 2) Guess(column, Sum(parts));
    }

    /// <summary>A range where nothing stands between the parts but what ranges leave out.</summary>
    private string Sum(DraftColumn[] parts)
    {
        var between = form.Columns.SkipWhile(other => other != parts[0]).TakeWhile(other => other != parts[^1]).Append(parts[^1]);
        return between.All(other => other.IsOfWhich || parts.Contains(other)) && !parts.Any(part => part.IsOfWhich)
            ? $"SUM(本表[本行,{parts[0].Id}:{parts[^1].Id}])"
            : string.Join(" + ", parts.Select(part => $"本表[本行,{part.Id}]"));
    }

    private static void Guess(DraftColumn column, string formula) => (column.Compute, column.IsGuessed) = (formula, true);

    /// <summary>合计 and 小计 add up what follows them under the same heading; parts of a sum below it are counted once.</summary>
    private DraftColumn[] PartsBehind(DraftColumn column)
    {
        var depth = column.Path.Count - 1;
        var rest = form.Columns.SkipWhile(other => other != column).Skip(1)
            .TakeWhile(other => other.IsFigure && form.SideOf(other) == form.SideOf(column)
                && other.Path.Take(depth).SequenceEqual(column.Path.Take(depth))).ToArray();
        return [.. rest.TakeWhile(other => other.Kind == "amount" && !IsCompared(other)
            && !(other.Path.Count <= depth + 1 && patterns.Is("total", other.Title))).Where(other => !other.IsOfWhich)];
    }

    private DraftColumn[] PartsBefore(DraftColumn column)
    {
        var depth = column.Path.Count - 1;
        return [.. form.Columns.TakeWhile(other => other != column).Where(other => other.Kind == "amount" && !other.IsOfWhich
            && !IsCompared(other) && form.SideOf(other) == form.SideOf(column)
            && other.Path.Take(depth).SequenceEqual(column.Path.Take(depth)) && !patterns.Is("total", other.Title))];
    }

    private bool IsCompared(DraftColumn column) => patterns.Is("ratio", string.Concat(column.Path));

    /// <summary>This year's and last year's column that a change is between.</summary>
    private (DraftColumn Now, DraftColumn Last)? Compared(DraftColumn change)
    {
        var figures = form.Columns.Where(column => column.Kind == "amount" && column != change && !IsCompared(column)).ToArray();
        var last = figures.FirstOrDefault(column => patterns.Is("lastYear", string.Concat(column.Path)));
        var now = figures.FirstOrDefault(column => column != last && !patterns.Is("lastYear", string.Concat(column.Path))
            && patterns.Is("total", column.Title))
            ?? figures.FirstOrDefault(column => column != last && !patterns.Is("lastYear", string.Concat(column.Path)));
        return now is null || last is null ? null : (now, last);
    }

    private void Rows(DraftColumn column)
    {
        var label = form.Columns.TakeWhile(other => other != column).LastOrDefault(other => !other.IsFigure
            && other.Kind != "rowNumber" && form.Rows.Exists(row => row.Labels.ContainsKey(other)));
        if (label is null) return;
        var rows = form.Rows.Where(row => row.Labels.ContainsKey(label)).OrderBy(row => row.At).ToList();
        var tree = form.Tree is { } own && (own.Side < 0 || own.Side == form.SideOf(column)) ? own : null;
        if ((tree is not null && tree.Side < 0) || form.List is not null)
        {
            foreach (var row in rows.Where(row => patterns.Is("total", row.Labels[label]))) Guess(row, column, $"SUM({AllLeaves})",
                isGuessed: false);
            return;
        }

        foreach (var row in rows.Where(row => row.Rank > 0)) Parent(row, rows, column, tree);
        Totals(rows, label, column, tree);
    }

    private void Parent(DraftRow row, List<DraftRow> rows, DraftColumn column, DraftTree? tree)
    {
        var below = rows.Where(other => other.Under == row).ToArray();
        var isSum = below.Length > 1 && (below[0].Rank - row.Rank >= 1 || !below[0].IsOfWhich);
        if (isSum) Guess(row, column, Sum(below, rows));
        else if (below.Length == 0 && tree is not null && row.Side == tree.Side && IsLastBefore(row, rows, tree)
            && form.Rows.Exists(other => other.Side == tree.Side)) Guess(row, column, $"SUM({AllLeaves})");
    }

    /// <summary>一、本年支出 stands over the classes that follow it.</summary>
    private bool IsLastBefore(DraftRow row, List<DraftRow> rows, DraftTree tree) =>
        form.Rows.FindAll(other => other.Side == tree.Side).IndexOf(row) == form.RowsBeforeTree - 1 && rows.Contains(row);

    private void Totals(List<DraftRow> rows, DraftColumn label, DraftColumn column, DraftTree? tree)
    {
        var open = new List<DraftRow>();
        var hasTree = tree is not null && form.RowsBeforeTree == 0;
        for (var place = 0; place < rows.Count; place++)
        {
            var row = rows[place];
            if (row.Rank > 0 || !patterns.Is("total", row.Labels[label]))
            {
                if (row.Under is null && !row.IsOfWhich) open.Add(row);
                continue;
            }

            var parts = open.Count > 0 || hasTree ? open.ToArray() : [.. rows.Skip(place + 1).TakeWhile(other => other.Rank > 0)
                .Where(other => other.Under is null && !other.IsOfWhich)];
            var sum = parts.Length == 0 ? "" : Sum(parts, rows);
            var isFirst = place == 0 && !hasTree;
            if (hasTree && row.Side < 0)
            {
                var leaves = sum.Length == 0 ? $"SUM({AllLeaves})" : sum.StartsWith("SUM(", StringComparison.Ordinal)
                    ? $"SUM({AllLeaves}, {sum[4..]}" : $"SUM({AllLeaves}, {sum})";
                (sum, hasTree) = (leaves, false);
            }

            if (sum.Length > 0) Guess(row, column, sum);
            if (open.Count == 0 && parts.Length > 0 && isFirst) continue;
            open.Clear();
            open.Add(row);
        }
    }

    /// <summary>A range where every row between the first and the last is a part, or left out of sums.</summary>
    private string Sum(DraftRow[] parts, List<DraftRow> rows)
    {
        if (parts.Length == 1) return $"本表[{parts[0].Id},本栏]";
        var all = form.Rows;
        var (first, last) = (all.IndexOf(parts[0]), all.IndexOf(parts[^1]));
        var isRange = first < last && all[first].Side == all[last].Side
            && all.Skip(first).Take(last - first + 1).All(row => parts.Contains(row) || row.IsOfWhich
                || (!rows.Contains(row) && row.Side < 0 && row.Labels.Count == 0)) && !parts.Any(part => part.IsOfWhich);
        return isRange ? $"SUM(本表[{parts[0].Id}:{parts[^1].Id},本栏])"
            : string.Join(" + ", parts.Select(part => $"本表[{part.Id},本栏]"));
    }

    private static void Guess(DraftRow row, DraftColumn column, string formula, bool isGuessed = true)
    {
        if (!row.Compute.ContainsKey(column)) row.Compute[column] = (formula, isGuessed);
    }
}
