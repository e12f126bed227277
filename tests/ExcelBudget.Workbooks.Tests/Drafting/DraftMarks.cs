using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Drafting;

namespace ExcelBudget.Workbooks.Tests.Drafting;

/// <summary>Holds a draft against its key, item by item.</summary>
internal static partial class DraftMarks
{
    /// <summary>Every item of a form, and whether the draft has it right.</summary>
    public static IEnumerable<(string Item, bool IsRight)> Of(KeyForm key, DraftForm? draft, bool hasFormulas)
    {
        yield return ("表", draft is not null);
        if (draft is null) yield break;
        yield return ("表号", draft.NumberLine == key.Number);
        yield return ("页面", draft.IsPortrait == key.Portrait);
        foreach (var mark in key.Block ? Block(key, draft) : Table(key, draft, hasFormulas)) yield return mark;
    }

    private static IEnumerable<(string, bool)> Block(KeyForm key, DraftForm draft)
    {
        yield return ("块", draft.Block is not null);
        if (draft.Block is not { } block) yield break;
        yield return ("块行数", block.Lines.Count == key.Lines);
        foreach (var field in key.Fields!) yield return ($"块 {field}", draft.Columns.Any(column => column.Title == field));
        yield return ("块栏数", draft.Columns.Count == key.Fields!.Count);
        foreach (var (title, place) in key.Inner!.Select((title, place) => (title, place)))
            yield return ($"指标栏 {title}", block.Inner.ElementAtOrDefault(place)?.Title == title);
        yield return ("指标栏数", block.Inner.Count == key.Inner!.Count);
        foreach (var line in key.Skeleton!)
            yield return ($"指标 {line[1]}", block.Skeleton.Any(own => own.Where(text => text.Length > 0).SequenceEqual(line)));
    }

    private static IEnumerable<(string, bool)> Table(KeyForm key, DraftForm draft, bool hasFormulas)
    {
        yield return ("单位", key.Unit is null || (draft.Money == key.Unit[^(key.Unit.EndsWith("万元", StringComparison.Ordinal) ? 2 : 1)..]
            && draft.SecondLine[2].Contains("{money}", StringComparison.Ordinal)));
        yield return ("左上", key.Left is null || draft.SecondLine[0].EndsWith("：{unitName}", StringComparison.Ordinal));
        yield return ("一页", draft.IsOnePage == key.Fit);
        yield return ("栏次", draft.HasColumnNumbers == key.Numbers);
        yield return ("表注", draft.FootNotes.SequenceEqual(key.Foot is null ? [] : [key.Foot]));
        yield return ("并列", Math.Max(1, draft.Sides.Count) == key.Sides);
        yield return ("千分", draft.HasSeparators == key.Separators || draft.Columns.All(column => column.Kind != "amount"));
        yield return ("栏数", draft.Columns.Count(own => !own.IsHidden) == key.Columns!.Count);
        foreach (var column in key.Columns!)
        {
            var own = Column(draft, column.Path);
            yield return ($"栏 {column.Path}", own is not null);
            yield return ($"种类 {column.Path} {own?.Kind}", own?.Kind == column.Kind || (column.Kind is "code" or "codeName"
                && own?.Map is not null) || (column.Kind == "code" && own is not null && draft.Tree?.Pieces.Contains(own) == true));
        }

        foreach (var mark in Rows(key, draft).Concat(Computed(key, draft, hasFormulas))) yield return mark;
    }

    private static IEnumerable<(string, bool)> Rows(KeyForm key, DraftForm draft)
    {
        foreach (var row in key.Rows!)
        {
            var own = draft.Rows.Find(own => own.Labels.Values.Any(label => PlainText.Label(label) == PlainText.Label(row.Label)));
            yield return ($"行 {row.Label}", own is not null);
            if (row.Code is not null) yield return ($"类 {row.Label}", own?.Code == row.Code);
            if (row.OfWhich) yield return ($"其中 {row.Label}", own?.IsOfWhich == true);
        }

        var labels = draft.Rows.Sum(row => row.Labels.Count);
        yield return ($"行数 {labels}", labels == key.Rows.Count);
        yield return ("科目行", draft.Tree is null == key.Tree is null);
        if (key.Tree is { } tree && draft.Tree is { } codes)
        {
            yield return ($"目录 {codes.CodeList}", codes.CodeList == tree.Codes);
            yield return ("编码栏", codes.Pieces.Count == tree.Pieces);
            yield return ($"级次 {string.Concat(codes.Levels)}", codes.Levels.SequenceEqual(tree.Levels));
            yield return ("哪一边", codes.Side == tree.Side);
        }

        yield return ($"列表 {draft.List?.Table}", draft.List?.Table == key.List);
    }

    private static IEnumerable<(string, bool)> Computed(KeyForm key, DraftForm draft, bool hasFormulas)
    {
        foreach (var total in key.Totals!)
        {
            var column = draft.Columns.Where(own => !own.IsHidden).ElementAtOrDefault(total.At);
            var label = PlainText.Label(total.Row!);
            var row = draft.Rows.Find(row => column is not null && row.Labels.Any(own => PlainText.Label(own.Value) == label
                && draft.SideOf(own.Key) == draft.SideOf(column)));
            var found = row is null || column is null || !row.Compute.TryGetValue(column, out var formula) ? null
                : Parts(formula.Formula, draft, column);
            yield return ($"合计 {total.Row}/{total.Column}: {string.Join("，", found ?? [])}", found is not null
                && found.SetEquals(total.Parts.Select(part => part == "*" ? part : Named(part))));
            if (found is not null && !hasFormulas && total.Parts[0] != "*" && draft.Tree is not { Side: < 0 })
                yield return ($"猜 {total.Row}", row!.Compute[column!].IsGuessed);
        }

        foreach (var total in key.ColumnTotals!)
        {
            var column = Column(draft, total.Column);
            var found = column?.Compute is { } formula ? Columns(formula, draft) : [];
            yield return ($"横加 {total.Column}: {column?.Compute}", Leaves(found, draft, key)
                .SetEquals(Leaves([.. total.Parts.Select(part => Column(draft, part)?.Id ?? part)], draft, key)));
            if (column?.Compute is not null) yield return ($"猜 {total.Column}", column.IsGuessed != hasFormulas);
        }

        foreach (var change in key.Differences!)
            yield return ($"增减 {change.Column}: {Column(draft, change.Column)?.Compute}", Column(draft, change.Column)?.Compute
                == $"本表[本行,{Column(draft, change.Now)?.Id}] - 本表[本行,{Column(draft, change.Past)?.Id}]");
        foreach (var change in key.Rates!)
            yield return ($"比率 {change.Column}: {Column(draft, change.Column)?.Compute}", Column(draft, change.Column)?.Compute
                == $"RATE(本表[本行,{Column(draft, change.Now)?.Id}], 本表[本行,{Column(draft, change.Past)?.Id}])");
    }

    private static DraftColumn? Column(DraftForm draft, string path) =>
        draft.Columns.FirstOrDefault(column => PlainText.Label(string.Join('/', column.Path)) == PlainText.Label(path));

    private static string Named(string label) => PlainText.Label(Ordinals.Strip(label.Trim()));

    /// <summary>The rows that a formula adds up, by their words; * for rows by code.</summary>
    private static HashSet<string> Parts(string formula, DraftForm draft, DraftColumn column)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match cell in Cell().Matches(formula))
        {
            var rows = cell.Groups[1].Value;
            if (rows is "末级" or "类")
            {
                parts.Add("*");
                continue;
            }

            var (first, last) = (rows.Split(':')[0], rows.Split(':')[^1]);
            var from = draft.Rows.FindIndex(row => row.Id == first);
            var to = draft.Rows.FindIndex(row => row.Id == last);
            if (from < 0 || to < 0) parts.Add("?" + rows);
            foreach (var row in draft.Rows.Skip(from).Take(to - from + 1).Where(row => first == last || !row.IsOfWhich))
            {
                var label = row.Labels.Where(own => draft.SideOf(own.Key) == draft.SideOf(column)).Select(own =>
                    own.Value).LastOrDefault();
                if (label is not null) parts.Add(Named(label));
            }
        }

        return parts;
    }

    private static List<string> Columns(string formula, DraftForm draft)
    {
        var found = new List<string>();
        foreach (Match cell in Cell().Matches(formula))
        {
            var (first, last) = (cell.Groups[2].Value.Split(':')[0], cell.Groups[2].Value.Split(':')[^1]);
            var columns = draft.Columns.SkipWhile(column => column.Id != first).TakeWhile(column => column.Id != last).Select(column =>
                (column.Id, column.IsOfWhich)).ToList();
            columns.Add((last, false));
            found.AddRange(columns.Where(column => first == last || !column.IsOfWhich).Select(column => column.Id));
        }

        return found;
    }

    /// <summary>Columns with sums below them taken apart: a sum of sums is the sum of what they add up.</summary>
    private static HashSet<string> Leaves(List<string> ids, DraftForm draft, KeyForm key)
    {
        var leaves = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var path = draft.Columns.FirstOrDefault(column => column.Id == id)?.Path;
            var total = path is null ? null : key.ColumnTotals!.FirstOrDefault(total => PlainText.Label(total.Column)
                == PlainText.Label(string.Join('/', path)));
            if (total is null) leaves.Add(id);
            else leaves.UnionWith(Leaves([.. total.Parts.Select(part => Column(draft, part)?.Id ?? part)], draft, key));
        }

        return leaves;
    }

    [GeneratedRegex(@"本表\[([^,\]]+),([^\]]+)\]")]
    private static partial Regex Cell();
}
