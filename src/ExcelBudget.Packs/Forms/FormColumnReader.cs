using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Forms;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Forms;

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

    public static IEnumerable<FormColumn> Read(YamlMap map, IReadOnlyList<string> groups, FormContext context) =>
        Repetition.Of(map, context).SelectMany(one => ReadOne(one, groups, context));

    private static FormColumn[] ReadOne(YamlMap map, IReadOnlyList<string> groups, FormContext context)
    {
        var title = map.Required("title");
        if (map.Has("columns"))
        {
            var below = map.Maps("columns").SelectMany(column => Read(column, [.. groups, title], context)).ToArray();
            map.RefuseOthers();
            return below;
        }

        return [Leaf(map, title, groups, context)];
    }

    private static FormColumn Leaf(YamlMap map, string title, IReadOnlyList<string> groups, FormContext context)
    {
        var isHidden = map.Flag("hidden");
        if (isHidden && map.Text("width") is not null)
            map.Faults.Add(new PackFault(map.File, map.LineOf("width"), "隐藏的栏（hidden: true）没有宽度，请删去 width"));
        var kindName = map.Required("kind");
        if (!Kinds.TryGetValue(kindName, out var kind) && kindName.Length > 0)
        {
            map.Faults.Add(new PackFault(map.File, map.LineOf("kind"), $"不认识的 kind“{kindName}”，可用：{string.Join("、", Kinds.Keys)}"));
        }

        var column = new FormColumn
        {
            Id = new ColumnId(map.Required("id")),
            Line = map.Line,
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
            Width = isHidden ? 0 : (double)map.Number("width", 12),
            IsHidden = isHidden,
            IsOfWhich = map.Flag("ofWhich"),
            Map = Map(map, context),
            IsRowNumber = kindName == "rowNumber",
        };
        map.RefuseOthers();
        return column;
    }

    /// <summary>«map: 对照表», with «show» for what of the other code is printed: code, name, or digits from and to, 1-3.</summary>
    private static ColumnMap? Map(YamlMap map, FormContext context)
    {
        var show = map.Text("show") ?? "code";
        if (map.Text("map") is not { } id) return null;
        if (!context.Maps.TryGetValue(id, out var codes))
        {
            map.Faults.Add(new PackFault(map.File, map.LineOf("map"), $"map：pack.yaml 的 maps 里没有“{id}”"));
            return null;
        }

        if (show == "code") return new ColumnMap(codes, 0, 0);
        if (show == "name") return new ColumnMap(codes, -1, 0);
        if (show.Split('-') is [var first, var last] && int.TryParse(first, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(last, CultureInfo.InvariantCulture, out var to) && from >= 1 && to >= from)
            return new ColumnMap(codes, from - 1, to - from + 1);
        map.Faults.Add(new PackFault(map.File, map.LineOf("show"), $"show 应为 code、name 或第几位到第几位（如 1-3），不能是“{show}”"));
        return null;
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
