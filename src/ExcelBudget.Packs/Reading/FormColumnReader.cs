using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Packs.Reading;

/// <summary>Reads the header tree of a form: leaves are columns, nodes with «columns» below them are groups.</summary>
internal static class FormColumnReader
{
    private static readonly Dictionary<string, CellKind> Kinds = new(StringComparer.Ordinal)
    {
        ["label"] = CellKind.Label,
        ["rowNumber"] = CellKind.Label,
        ["text"] = CellKind.Text,
        ["code"] = CellKind.Code,
        ["codeName"] = CellKind.CodeName,
        ["amount"] = CellKind.Amount,
        ["number"] = CellKind.Number,
        ["percent"] = CellKind.Percent,
    };

    public static IEnumerable<FormColumn> Read(YamlMap map, IReadOnlyList<string> groups)
    {
        var title = map.Required("title");
        if (map.Has("columns"))
        {
            var below = map.Maps("columns").SelectMany(column => Read(column, [.. groups, title])).ToArray();
            map.RefuseOthers();
            return below;
        }

        return [Leaf(map, title, groups)];
    }

    private static FormColumn Leaf(YamlMap map, string title, IReadOnlyList<string> groups)
    {
        var kindName = map.Required("kind");
        if (!Kinds.TryGetValue(kindName, out var kind) && kindName.Length > 0)
        {
            map.Faults.Add(new PackFault(map.File, map.LineOf("kind"), $"不认识的 kind“{kindName}”，可用：{string.Join("、", Kinds.Keys)}"));
        }

        var column = new FormColumn
        {
            Id = new ColumnId(map.Required("id")),
            Title = title,
            Kind = kind,
            Groups = groups,
            CodeList = map.Text("codes"),
            Compute = map.Text("compute"),
            From = FactReader.Query(map.Map("from")),
            Choices = map.Texts("choices"),
            ChoicesBy = Dependent(map.Map("choicesBy")),
            IsChoiceFree = map.Flag("freeChoice"),
            IsMerged = map.Flag("merge"),
            Prompt = map.Text("prompt"),
            WithoutBase = map.Text("withoutBase"),
            Width = (double)map.Number("width", 12),
            IsRowNumber = kindName == "rowNumber",
        };
        map.RefuseOthers();
        return column;
    }

    private static DependentChoices? Dependent(YamlMap? map)
    {
        if (map is null) return null;
        var lists = map.Map("lists");
        var choices = new DependentChoices(
            new ColumnId(map.Required("column")),
            lists is null ? new Dictionary<string, IReadOnlyList<string>>() : lists.Keys.ToDictionary(key => key, lists.Texts));
        map.RefuseOthers();
        return choices;
    }
}
