using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Forms;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Forms;

/// <summary>Reads the rows of a form: fixed rows, a code tree, a list, texts or blocks.</summary>
internal static class RowReader
{
    private const string OnlyOne = "一张表只能有一处按数据逐行印的行（tree、list、texts、blocks），这里是第二处；"
        + "两处都是 tree 的，各写一个名称（as: 名称），规则里就用这个名称指它的行，如 名称[类,栏]";

    /// <summary>The rows of a form in declared order; lists that stand side by side one after the other, each with its columns.</summary>
    public static IReadOnlyList<RowGroup> ReadAll(IEnumerable<YamlMap> maps, IReadOnlyList<FormColumn> columns, FormContext context)
    {
        var rows = new List<RowGroup>();
        var stretch = 0;
        foreach (var map in maps)
        {
            var before = rows.Count(IsOpen);
            if (map.Has("sides")) rows.AddRange(Sides(map, columns, ++stretch, context));
            else rows.AddRange(Repetition.Of(map, context).Select(one => Read(one, columns, context)));
            if (rows.Count(IsOpen) > Math.Max(1, before)) map.Faults.Add(new PackFault(map.File, SecondOf(map, before), OnlyOne));
        }

        return rows;
    }

    /// <summary>Rows that come from data are known by their key alone: a second such stretch would claim the same rows.</summary>
    private static bool IsOpen(RowGroup group) => group is not RowGroup.Fixed and not RowGroup.Tree { As: not null };

    /// <summary>The line of the row entry that is one too many.</summary>
    private static int SecondOf(YamlMap map, int before) => map.Maps("sides").SelectMany(side => side.Maps("rows"))
        .Where(row => row.Has("tree")).Skip(before == 0 ? 1 : 0).Select(row => row.Line).FirstOrDefault(map.Line);

    private static List<RowGroup> Sides(YamlMap map, IReadOnlyList<FormColumn> columns, int stretch, FormContext context)
    {
        var rows = new List<RowGroup>();
        var (side, taken) = (0, new HashSet<ColumnId>());
        foreach (var list in map.Maps("sides"))
        {
            var own = list.Texts("columns").Select(id => Known(list, "columns", id, columns)).ToHashSet();
            if (own.Count == 0) list.Faults.Add(new PackFault(list.File, list.Line, "并列的每一边都要写明它的栏：columns: [栏, 栏]"));
            foreach (var twice in own.Where(column => !taken.Add(column)))
                list.Faults.Add(new PackFault(list.File, list.LineOf("columns"), $"栏“{twice}”写在了并列的两边"));
            foreach (var row in list.Maps("rows").SelectMany(row => Repetition.Of(row, context)))
            {
                var group = Read(row, columns, context);
                if (group is not (RowGroup.Fixed or RowGroup.Tree))
                    row.Faults.Add(new PackFault(row.File, row.Line, "并列的行只能是固定行或科目行（tree）"));
                rows.Add(group with { Columns = own, Stretch = stretch, Side = side });
            }

            list.RefuseOthers();
            side++;
        }

        if (side < 2) map.Faults.Add(new PackFault(map.File, map.LineOf("sides"), "sides 至少要有两边"));
        map.RefuseOthers();
        return rows;
    }

    private static RowGroup Read(YamlMap map, IReadOnlyList<FormColumn> columns, FormContext context)
    {
        RowGroup group =
            map.Map("tree") is { } tree ? Tree(tree, columns, context)
            : map.Map("list") is { } list ? List(list, columns)
            : map.Has("texts") ? new RowGroup.Texts([.. map.Maps("texts").Select(Section)])
            : map.Map("blocks") is { } blocks ? Blocks(blocks, columns)
            : Fixed(map, columns);
        map.RefuseOthers();
        return group with { Line = map.Line };
    }

    private static RowGroup.Fixed Fixed(YamlMap map, IReadOnlyList<FormColumn> columns)
    {
        var shared = FactReader.Where(map.Map("where"));
        var compute = map.IsMap("compute") ? map.Map("compute") : null;
        return new RowGroup.Fixed
        {
            Key = new RowKey(map.Required("id")),
            Labels = ByColumn(map, "labels", columns, static (labels, key) => labels.Text(key) ?? ""),
            Code = map.Text("code"),
            IsOfWhich = map.Flag("ofWhich"),
            Under = map.Text("under") is { } above ? new RowKey(above) : null,
            Entered = Entered(map, columns, shared),
            Computed = compute is null ? new Dictionary<ColumnId, string>()
                : ByColumn(map, "compute", columns, static (formulas, key) => formulas.Text(key) ?? ""),
            ComputedElsewhere = compute is null ? map.Text("compute") : null,
            Blank = map.Texts("blank").Select(id => Known(map, "blank", id, columns)).ToHashSet(),
            Table = map.Text("table"),
            EnteredTexts = ByColumn(map, "text", columns, static (texts, key) => FactReader.Query(texts.Map(key))!),
        };
    }

    private static Dictionary<ColumnId, IReadOnlyDictionary<string, IReadOnlyList<string>>> Entered(
        YamlMap map, IReadOnlyList<FormColumn> columns, IReadOnlyDictionary<string, IReadOnlyList<string>> shared)
    {
        if (map.IsList("enter")) return map.Texts("enter").ToDictionary(id => Known(map, "enter", id, columns), _ => shared);
        return ByColumn(map, "enter", columns, static (entered, key) => FactReader.Where(entered.Map(key)));
    }

    private static RowGroup.Tree Tree(YamlMap map, IReadOnlyList<FormColumn> columns, FormContext context)
    {
        var (pieces, levels) = (map.Texts("column"), map.Texts("levels"));
        if (pieces.Count == 0) map.Required("column");
        if (levels.Count == 0) map.Faults.Add(new PackFault(map.File, map.Line, "levels 应写明印哪几级，如 [类, 款, 项] 或 [项]"));
        var tree = new RowGroup.Tree(
            map.Required("codes"),
            pieces.Count == 0 ? default : Known(map, "column", pieces[0], columns),
            map.Texts("key") is [var first, ..] ? first : map.Required("key"),
            levels.Count == 0 ? ["项"] : levels,
            levels.Count > 1 ? map.Required("compute") : map.Text("compute") ?? "")
        {
            Text = map.Text("text"),
            Indent = (int)map.Number("indent", 0),
            KeyFields = map.Texts("key"),
            UnitNames = FactReader.Query(map.Map("unitNames")),
            ItemField = map.Text("items"),
            As = map.Text("as") is { } name ? new FormId(name) : null,
        };
        if (context.Codes.GetValueOrDefault(tree.CodeList) is { ItemDepth: >= 0 } numbered)
            tree = tree with { Depths = Numbered(tree, numbered) };
        if (pieces.Count > 1) tree = tree with { Pieces = [.. pieces.Select(piece => Known(map, "column", piece, columns))] };
        map.RefuseOthers();
        return tree;
    }

    /// <summary>The lowest level of a list that numbers items below codes is theirs, whatever it is called.</summary>
    private static int[] Numbered(RowGroup.Tree tree, CodeList codes)
    {
        var offset = codes.UnitLength > 0 ? 1 : 0;
        return [.. tree.Levels.Select((level, place) => place == tree.Levels.Count - 1 ? codes.ItemDepth
            : level == RowGroup.Tree.UnitLevel ? 0 : RowGroup.Tree.UsualDepth(level) is >= 0 and var usual ? usual + offset : place)];
    }

    private static RowGroup.List List(YamlMap map, IReadOnlyList<FormColumn> columns)
    {
        var list = new RowGroup.List(map.Required("table"), (int)map.Number("freeRows", 3))
        {
            BlankRows = (int)map.Number("blankRows", 10),
            Key = map.Text("key") is { } key ? Known(map, "key", key, columns) : null,
            Owner = map.Text("owner") is { } owner ? Known(map, "owner", owner, columns) : null,
        };
        map.RefuseOthers();
        return list;
    }

    private static TextSection Section(YamlMap map)
    {
        var section = new TextSection(map.Required("id"), map.Required("title"), map.Text("hint") ?? "");
        map.RefuseOthers();
        return section;
    }

    private static RowGroup.Blocks Blocks(YamlMap map, IReadOnlyList<FormColumn> columns)
    {
        var lines = Placed(map, [.. map.Maps("lines").Select(line => Line(line, columns))]);
        var blocks = new RowGroup.Blocks(lines, new FormId(map.Required("inner")), map.Rows("skeleton"));
        map.RefuseOthers();
        return blocks;
    }

    /// <summary>Cells from left to right, past those that reach down from lines above.</summary>
    private static BlockLine[] Placed(YamlMap map, BlockLine[] lines)
    {
        var taken = new HashSet<(int Line, int Column)>();
        for (var line = 0; line < lines.Length; line++)
        {
            var cells = new List<BlockCell>();
            var at = 0;
            foreach (var cell in lines[line].Cells)
            {
                while (taken.Contains((line, at))) at++;
                cells.Add(cell with { At = at });
                for (var row = line; row < line + cell.Rows; row++)
                {
                    for (var column = at; column < at + cell.Span; column++) taken.Add((row, column));
                }

                if (line + cell.Rows > lines.Length)
                    map.Faults.Add(new PackFault(map.File, map.LineOf("lines"), $"“{cell.Label ?? cell.Column?.Value}”的 rows 超出了这一块的行数"));
                at += cell.Span;
            }

            lines[line] = lines[line] with { Cells = cells };
        }

        return lines;
    }

    private static BlockLine Line(YamlMap map, IReadOnlyList<FormColumn> columns)
    {
        var line = map.Text("title") is { } title
            ? new BlockLine([new BlockCell(title, null, 0)], IsTitle: true)
            : new BlockLine([.. map.Maps("cells").Select(cell => Cell(cell, columns))], IsTitle: false);
        map.RefuseOthers();
        return line;
    }

    private static BlockCell Cell(YamlMap map, IReadOnlyList<FormColumn> columns)
    {
        ColumnId? column = map.Text("column") is { } id ? Known(map, "column", id, columns) : null;
        var cell = new BlockCell(column is null ? map.Required("label") : null, column, (int)map.Number("span", 1))
        {
            Rows = (int)map.Number("rows", 1),
            IsVertical = map.Flag("vertical"),
        };
        map.RefuseOthers();
        return cell;
    }

    private static Dictionary<ColumnId, T> ByColumn<T>(
        YamlMap map, string key, IReadOnlyList<FormColumn> columns, Func<YamlMap, string, T> read)
    {
        var inner = map.Map(key);
        return inner is null ? [] : inner.Keys.ToDictionary(id => Known(map, key, id, columns), id => read(inner, id));
    }

    private static ColumnId Known(YamlMap map, string key, string id, IReadOnlyList<FormColumn> columns)
    {
        var column = new ColumnId(id);
        if (columns.All(known => known.Id != column)) map.Faults.Add(new PackFault(map.File, map.LineOf(key), $"{key}：没有栏“{id}”"));
        return column;
    }
}
