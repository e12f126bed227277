using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>Reads «classified» of pack.yaml: what may be published of a classified project.</summary>
internal static class ClassifiedReader
{
    private const string Key = "classified";

    /// <summary>The declaration; null when the pack has none, or one that names no form or no word.</summary>
    public static ClassifiedDeclaration? Read(YamlMap pack)
    {
        if (pack.Map(Key) is not { } map) return null;
        var words = map.Texts("words");
        if (words.Count == 0) map.Faults.Add(new PackFault(map.File, map.LineOf("words"), "words 应写明代替涉密内容的词，如 [涉密]"));
        var declared = new ClassifiedDeclaration
        {
            Form = new FormId(map.Required("form")),
            Mark = Column(map, "mark"),
            Published = Columns(map, "publish"),
            Rows = [.. map.Maps("rows").Select(Rows)],
            Words = words,
        };
        map.RefuseOthers();
        return words.Count == 0 ? null : declared;
    }

    /// <summary>Forms and columns that do not exist.</summary>
    public static IEnumerable<PackFault> Unknown(Pack pack)
    {
        if (pack.Classified is not { } declared) return [];
        var projects = Unknown(pack, declared.Form, declared.Mark is { } mark ? declared.Published.Append(mark) : declared.Published);
        return projects.Concat(declared.Rows.SelectMany(rows => Unknown(pack, rows.Form, Columns(rows))));
    }

    private static IEnumerable<PackFault> Unknown(Pack pack, FormId form, IEnumerable<ColumnId> columns)
    {
        if (pack.Form(form) is not { } known) return [new PackFault("pack.yaml", 0, $"{Key}：没有表“{form}”")];
        return columns.Where(column => known.Column(column) is null)
            .Select(column => new PackFault("pack.yaml", 0, $"{Key}：表 {form} 没有栏“{column}”"));
    }

    private static IEnumerable<ColumnId> Columns(ClassifiedRows rows) =>
        rows.Published.Concat(rows.PublishedOfMarked).Concat(new[] { rows.Mark, rows.Names }.OfType<ColumnId>());

    private static ClassifiedRows Rows(YamlMap map)
    {
        var rows = new ClassifiedRows(new FormId(map.Required("form")), Columns(map, "publish"))
        {
            Mark = Column(map, "mark"),
            PublishedOfMarked = Columns(map, "publishOfMarked"),
            Names = Column(map, "project"),
        };
        map.RefuseOthers();
        return rows;
    }

    private static HashSet<ColumnId> Columns(YamlMap map, string key) => [.. map.Texts(key).Select(column => new ColumnId(column))];

    private static ColumnId? Column(YamlMap map, string key) => map.Text(key) is { } column ? new ColumnId(column) : null;
}
