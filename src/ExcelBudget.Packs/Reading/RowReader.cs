using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Packs.Reading;

/// <summary>Reads the rows of a form: fixed rows, a code tree, a list, texts or blocks.</summary>
internal static class RowReader
{
    public static RowGroup? Read(YamlMap map, IReadOnlyList<FormColumn> columns)
    {
        RowGroup? group =
            map.Map("tree") is { } tree ? Tree(tree, columns)
            : map.Map("list") is { } list ? List(list, columns)
            : map.Has("texts") ? new RowGroup.Texts([.. map.Maps("texts").Select(Section)])
            : map.Map("blocks") is { } blocks ? Blocks(blocks, columns)
            : Fixed(map, columns);
        map.RefuseOthers();
        return group;
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

    private static RowGroup.Tree Tree(YamlMap map, IReadOnlyList<FormColumn> columns)
    {
        var tree = new RowGroup.Tree(
            map.Required("codes"),
            Known(map, "column", map.Required("column"), columns),
            map.Required("key"),
            map.Texts("levels"),
            map.Required("compute"));
        map.RefuseOthers();
        return tree;
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
        var lines = map.Maps("lines").Select(line => Line(line, columns)).ToArray();
        var blocks = new RowGroup.Blocks(lines, new FormId(map.Required("inner")), map.Rows("skeleton"));
        map.RefuseOthers();
        return blocks;
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
        var cell = new BlockCell(column is null ? map.Required("label") : null, column, (int)map.Number("span", 1));
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
