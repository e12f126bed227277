using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>
/// Reads rules.yaml, and the county's own rules.local.yaml beside it, which no new version of the pack touches. A rule of the county's may
/// leave out catalogue and basis.
/// </summary>
internal static class RuleFileReader
{
    /// <summary>规则库。The pack's rules.</summary>
    public const string OfPack = "rules.yaml";

    /// <summary>县级规则。The county's own.</summary>
    public const string OfCounty = "rules.local.yaml";

    /// <summary>通用规则。The rules that packs share.</summary>
    private const string Shared = "../common/rules.yaml";

    private static readonly string[] Expressions = ["for", "columns", "when", "check"];

    private static readonly Dictionary<string, Severity> Severities = new(StringComparer.Ordinal)
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["info"] = Severity.Info,
    };

    public static (IReadOnlyList<RelationDeclaration> Relations, IReadOnlyList<TextCheckDeclaration> Checks,
        (RelationDeclaration? Words, IReadOnlyList<string> Balance) Ties) Read(
        string folder, string counties, IReadOnlyList<FormDefinition> forms, List<PackFault> faults)
    {
        var own = File.Exists(Path.Combine(counties, OfCounty)) ? YamlFile.Open(counties, OfCounty, faults) : null;
        // a pack that writes no rules of its own is checked by those that packs share
        var hasOwn = File.Exists(Path.Combine(folder, OfPack)) || !File.Exists(Path.Combine(folder, Shared));
        YamlMap[] files = [.. YamlFile.OpenWithShared(folder, hasOwn ? OfPack : Shared, faults), .. new[] { own }.OfType<YamlMap>()];
        var relations = Overridden(files, files.SelectMany(map => map.Maps("relations")).Select(Relation))
            .Concat(FormulaRelations.Of(forms, files)).ToArray();
        var checks = Overridden(files, files.SelectMany(map => map.Maps("checks")).Select(Check)).ToArray();
        var ties = FormulaRelations.Ties(files);
        foreach (var map in files) map.RefuseOthers();
        foreach (var doubled in relations.Cast<RuleDeclaration>().Concat(checks).GroupBy(rule => rule.Id)
            .Where(group => group.Count() > 1))
        {
            var (first, last) = (doubled.First(), doubled.Last());
            faults.Add(new PackFault(
                last.File, last.Line,
                $"规则编号 {doubled.Key} 用了不止一次（另见{(first.File == last.File ? "" : " " + first.File + " ")}第 {first.Line} 行），请换一个编号"));
        }

        return (relations, checks, ties);
    }

    /// <summary>A rule that packs share gives way to the pack's own of the same id.</summary>
    private static IEnumerable<T> Overridden<T>(YamlMap[] files, IEnumerable<T> rules) where T : RuleDeclaration
    {
        var all = rules.ToArray();
        var own = all.Where(rule => !IsShared(files, rule)).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return all.Where(rule => !IsShared(files, rule) || !own.Contains(rule.Id));
    }

    private static bool IsShared(YamlMap[] files, RuleDeclaration rule) => rule.File is not (OfPack or OfCounty)
        && Array.Exists(files, map => map.File == rule.File);

    private static RelationDeclaration Relation(YamlMap map)
    {
        var kind = map.Required("kind");
        if (kind is not ("表内" or "表间" or "")) map.Faults.Add(new PackFault(map.File, map.LineOf("kind"), $"kind 应为 表内 或 表间，不能是“{kind}”"));
        var relation = new RelationDeclaration
        {
            Id = map.Required("id"),
            Catalogue = OfOwn(map, "catalogue", "县级"),
            Category = CategoryOf(map),
            Severity = SeverityOf(map),
            Message = map.Required("message"),
            Basis = OfOwn(map, "basis", "县级规则"),
            File = map.File,
            IsTrial = map.Flag("trial"),
            Line = map.Line,
            Positions = Positions(map),
            Kind = kind,
            Title = map.Required("title"),
            For = map.Text("for"),
            Columns = map.Text("columns"),
            When = map.Text("when"),
            Check = map.Required("check"),
        };
        map.RefuseOthers();
        return relation;
    }

    private static TextCheckDeclaration Check(YamlMap map)
    {
        var check = new TextCheckDeclaration
        {
            Id = map.Required("id"),
            Catalogue = OfOwn(map, "catalogue", "县级"),
            Category = CategoryOf(map),
            Severity = SeverityOf(map),
            Message = map.Required("message"),
            Basis = OfOwn(map, "basis", "县级规则"),
            File = map.File,
            IsTrial = map.Flag("trial"),
            Line = map.Line,
            Positions = Positions(map),
            When = map.Text("when"),
            Checker = map.Required("checker"),
            Form = map.Required("form"),
            Columns = map.Texts("columns"),
            Rows = map.Texts("rows"),
            Words = map.Texts("words"),
        };
        map.RefuseOthers();
        return check;
    }

    private static string OfOwn(YamlMap map, string key, string otherwise) =>
        map.File == OfCounty ? map.Text(key) ?? otherwise : map.Required(key);

    private static Dictionary<string, TextPosition> Positions(YamlMap map) =>
        Expressions.Where(map.Has).ToDictionary(key => key, map.PositionOf);

    /// <summary>The category of a rule, one of the fixed words.</summary>
    internal static string CategoryOf(YamlMap map)
    {
        var category = map.Required("category");
        if (category.Length > 0 && !Category.All.Contains(category))
        {
            map.Faults.Add(
                new PackFault(
                map.File, map.LineOf("category"),
                $"不认识的 category“{category}”，可用：{string.Join("、", Category.All.Order(StringComparer.Ordinal))}"));
        }

        return category;
    }

    /// <summary>The severity of a rule: error, warning or info.</summary>
    internal static Severity SeverityOf(YamlMap map)
    {
        var text = map.Required("severity");
        if (Severities.TryGetValue(text, out var severity)) return severity;
        if (text.Length > 0)
            map.Faults.Add(new PackFault(map.File, map.LineOf("severity"), $"severity 应为 error、warning 或 info，不能是“{text}”"));
        return Severity.Error;
    }
}
