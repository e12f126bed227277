using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>
/// 表中公式的校验。Relations that a form states by its formulas: what is computed must be what the formula gives, also where somebody typed over
/// it. A pack asks for them with «formulas» in rules.yaml, which gives their words.
/// </summary>
internal static class FormulaRelations
{
    private const string Key = "formulas";
    private const string TiesKey = "ties";

    /// <summary>The relations of every published form; none where no file asks for them.</summary>
    public static IEnumerable<RelationDeclaration> Of(IReadOnlyList<FormDefinition> forms, IReadOnlyList<YamlMap> files)
    {
        var asked = files.Where(file => file.Has(Key)).Select(file => file.Map(Key)).OfType<YamlMap>().ToArray();
        if (asked is not [var words, ..]) return [];
        var like = Words(words);
        foreach (var map in asked) map.RefuseOthers();
        return forms.Where(form => form.Published && form.Blocks is null)
            .SelectMany(form => Of(form).Select((relation, index) => like with
            {
                Id = $"{like.Id}-{form.Id}-{index + 1}",
                For = relation.Rows,
                Columns = relation.Columns,
                Check = relation.Check,
                File = form.File,
                Line = relation.Line,
            })).ToArray();
    }

    /// <summary>The words of relations that follow from forms that draw on the same facts; null where no file asks for them.</summary>
    public static (RelationDeclaration? Words, IReadOnlyList<string> Balance) Ties(IReadOnlyList<YamlMap> files)
    {
        var asked = files.Where(file => file.Has(TiesKey)).Select(file => file.Map(TiesKey)).OfType<YamlMap>().ToArray();
        if (asked is not [var words, ..]) return (null, []);
        var (ties, balance) = (Words(words) with { Kind = "表间" }, words.Texts("balance"));
        foreach (var map in asked) map.RefuseOthers();
        return (ties, balance);
    }

    private static RelationDeclaration Words(YamlMap map) => new()
    {
        Id = map.Required("id"),
        Catalogue = map.Required("catalogue"),
        Category = RuleFileReader.CategoryOf(map),
        Severity = RuleFileReader.SeverityOf(map),
        Message = map.Required("message"),
        Basis = map.Required("basis"),
        Title = map.Required("title"),
        Kind = "表内",
        File = map.File,
        Line = map.Line,
        Check = "",
    };

    private static IEnumerable<(string? Rows, string? Columns, string Check, int Line)> Of(FormDefinition form)
    {
        var figures = form.Columns.Where(column => column.IsFigure && column.WithoutBase is null).ToArray();
        foreach (var column in figures.Where(column => column.Compute is not null))
        {
            var rows = Rows(form, column).ToArray();
            if (rows.Length > 0)
                yield return ($"{form.Id}[{string.Join(',', rows)}]", null, $"本表[本行,{Name(column.Id)}] = {column.Compute}", column.Line);
        }

        foreach (var row in form.Rows.OfType<RowGroup.Fixed>())
        {
            foreach (var (id, formula) in row.Computed.Where(cell => form.Column(cell.Key) is { IsFigure: true }))
                yield return ($"{form.Id}[{Name(row.Key)}]", null, $"本表[本行,{Name(id)}] = {formula}", row.Line);
            var open = figures.Where(column => CellSpec.Of(column, row) is { Role: CellRole.Computed, Compute: { } own }
                && own == row.ComputedElsewhere).ToArray();
            if (open.Length > 0)
                yield return ($"{form.Id}[{Name(row.Key)}]", Columns(open), $"本表[本行,本栏] = {row.ComputedElsewhere}", row.Line);
        }

        if (form.Tree is not { UpperCompute.Length: > 0, Levels.Count: > 1 } tree) yield break;
        var entered = figures.Where(column => column.Compute is null && tree.Covers(column.Id)).ToArray();
        if (entered.Length > 0)
            yield return ($"{form.Id}[{string.Join(',', tree.Levels.SkipLast(1))}]", Columns(entered), $"本表[本行,本栏] = {tree.UpperCompute}",
                tree.Line);
    }

    /// <summary>The rows in which a column is computed by its own formula.</summary>
    private static IEnumerable<string> Rows(FormDefinition form, FormColumn column)
    {
        foreach (var group in form.Rows)
        {
            if (!group.Covers(column.Id)) continue;
            if (group is RowGroup.Fixed row && CellSpec.Of(column, row) is { Role: CellRole.Computed, Compute: { } own }
                && own == column.Compute) yield return Name(row.Key);
            if (group is RowGroup.List) yield return "末级";
            foreach (var level in group is RowGroup.Tree tree ? tree.Levels : []) yield return level;
        }
    }

    private static string Columns(FormColumn[] columns) => string.Join(',', columns.Select(column => Name(column.Id)));

    private static string Name(RowKey row) => Name(row.Value);

    private static string Name(ColumnId column) => Name(column.Value);

    /// <summary>Names with signs in them go in quotation marks.</summary>
    private static string Name(string name) => name.All(char.IsLetterOrDigit) ? name : $"\"{name}\"";
}
