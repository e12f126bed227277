using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>
/// namedCodes：文中列举的科目。A text that lists expense kinds («办公费、差旅费») names only codes that have an amount. Words: the form
/// with the amounts, its column, and the classes the kinds belong to. A word that is no name of a code in those classes is passed
/// over: a department may describe a use in its own words, and guessing which code it meant would accuse the innocent.
/// </summary>
internal sealed partial class NamedCodesChecker : ITextChecker
{
    private static readonly ConditionalWeakTable<CodeList, ConcurrentDictionary<string, ILookup<string, string>>> Known = [];

    public string Name => "namedCodes";

    public bool LooksAt(FormDefinition form) => form.Tree is null;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var pack = scope.Figures.Book.Pack;
        var (form, column, classes) = Words(scope.Check);
        var amounts = pack[form];
        if (scope.Figures.Budget[form] is null)
        {
            scope.NotChecked(MissingForm.Reason(amounts));
            yield break;
        }

        var codes = CodesByName(pack.CodesOf(amounts), classes);
        foreach (var (row, textColumn, text) in scope.Texts())
        {
            var absent = Absent(scope.Figures, amounts, column, codes, text);
            if (absent.Length > 0) yield return new Hit(row.Key, textColumn, text, Match: string.Join('、', absent));
        }
    }

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack)
    {
        if (check.Words.Count != 3)
        {
            yield return "words 应为：有金额的表、金额的栏、科目的类（如 [T6, \"5\", \"302,310\"]）";
            yield break;
        }

        var (form, column, _) = Words(check);
        if (pack.Form(form) is not { Tree: not null } amounts) yield return $"words：没有科目表“{form}”";
        else if (amounts.Column(column) is null) yield return $"words：表 {form} 没有栏“{column}”";
    }

    private static (FormId Form, ColumnId Column, string[] Classes) Words(TextCheckDeclaration check) =>
        (new FormId(check.Words[0]), new ColumnId(check.Words[1]), check.Words[2].Split(',', StringSplitOptions.TrimEntries));

    /// <summary>The codes of some classes by their names without what may be left out, looked up once for all budgets.</summary>
    internal static ILookup<string, string> CodesByName(CodeList codes, string[] classes) =>
        Known.GetValue(codes, static _ => new(StringComparer.Ordinal))
            .GetOrAdd(string.Join(',', classes), static (_, one) => Find(one.codes, one.classes), (codes, classes));

    private static ILookup<string, string> Find(CodeList codes, string[] classes) => codes.Entries
        .Where(entry => codes.IsLeaf(entry.Code) && classes.Any(upper => entry.Code.StartsWith(upper, StringComparison.Ordinal)))
        .ToLookup(entry => Plain(entry.Name), entry => entry.Code, StringComparer.Ordinal);

    /// <summary>The kinds a text lists that are names of codes, none of which has an amount.</summary>
    internal static string[] Absent(
        BudgetFigures figures, FormDefinition amounts, ColumnId column, ILookup<string, string> codes, string text) =>
        [.. Kinds(text)
            .Where(kind => codes[Plain(kind)].Any() && !codes[Plain(kind)].Any(code => HasAmount(figures, amounts, code, column)))
            .Distinct()];

    private static bool HasAmount(BudgetFigures figures, FormDefinition form, string code, ColumnId column) =>
        figures.View(form).OfCode(code).Any(row => figures.Value(form, row, column) is not { IsKnown: true, Value.Value: 0m });

    private static IEnumerable<string> Kinds(string text) =>
        Separators().Split(text).Select(kind => kind.Trim()).Where(kind => kind.Length > 0);

    /// <summary>A kind without brackets, their content, a closing 等 and the 用 of 费用: «维修（护）费» and «维修费» are one.</summary>
    private static string Plain(string kind)
    {
        var name = Brackets().Replace(kind.Trim(), "");
        if (name.EndsWith('等')) name = name[..^1];
        return name.EndsWith("费用", StringComparison.Ordinal) ? name[..^1] : name;
    }

    [GeneratedRegex(@"[、，,；;。\n]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"[（(][^）)]*[）)]")]
    private static partial Regex Brackets();
}
