using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Checkers;
using ExcelBudget.Rules.Checking.Checkers.Amounts;
using ExcelBudget.Rules.Checking.Checkers.Codes;
using ExcelBudget.Rules.Checking.Checkers.Rows;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Checking.Indicators;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>Which checkers there are, by their names in rules.yaml.</summary>
public static class TextCheckers
{
    private static readonly Dictionary<string, ITextChecker> ByName = new ITextChecker[]
    {
        new NegativeChecker(),
        new CodeLengthChecker(),
        new UnknownCodeChecker(),
        new CodeNameChecker(),
        new DuplicateCodeChecker(),
        new MissingParentChecker(),
        new DuplicateRowChecker(),
        new RequiredChecker(),
        new RequiredOnceChecker(),
        new PatternChecker(),
        new StaleYearChecker(),
        new RepeatedParagraphChecker(),
        new NumberingChecker(),
        new NamedCodesChecker(),
        new UnitSlipChecker(UnitSlipChecker.Cell),
        new UnitSlipChecker(UnitSlipChecker.Area),
        new CoverageChecker(),
        new ForeignCodeChecker(),
        new RetiredCodeChecker(),
        new FormerNameChecker(),
        new PartEqualsWholeChecker(),
        new ProductChecker(),
        new ReferenceChecker(),
        new CeilingChecker(),
        new ChangeReasonChecker(),
        new ChangedSinceIssueChecker(),
        new DatedWordsChecker(),
        new MixedTermsChecker(),
        new ChoiceChecker(),
        new SecrecyWordsChecker(),
        new LeftBlankChecker(),
    }.Concat(IndicatorChecks.All.Select(check => new IndicatorReviewChecker(check)))
        .ToDictionary(checker => checker.Name, StringComparer.Ordinal);

    /// <summary>The names rules.yaml may use.</summary>
    public static IReadOnlySet<string> Names { get; } = ByName.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>What is wrong with the checks of a pack, in Chinese: unknown checkers, forms, rows, columns and broken patterns.</summary>
    public static IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack)
    {
        if (!ByName.TryGetValue(check.Checker, out var checker))
        {
            return [$"不认识的 checker“{check.Checker}”，可用：{string.Join("、", Names.Order(StringComparer.Ordinal))}"];
        }

        if (check.Form != "*" && pack.Form(new FormId(check.Form)) is null) return [$"没有表“{check.Form}”"];
        return [.. UnknownColumns(check, pack, checker), .. UnknownRows(check, pack, checker), .. checker.Problems(check, pack)];
    }

    /// <summary>The checker of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; reading a pack refuses such a name.</exception>
    internal static ITextChecker Of(string name) => ByName[name];

    /// <summary>The forms a check is about.</summary>
    internal static IEnumerable<FormDefinition> FormsOf(TextCheckDeclaration check, Pack pack, ITextChecker checker) => check.Form == "*"
        ? pack.Forms.Where(checker.LooksAt)
        : pack.Form(new FormId(check.Form)) is { } form ? [form] : [];

    private static IEnumerable<string> UnknownColumns(TextCheckDeclaration check, Pack pack, ITextChecker checker) =>
        from form in FormsOf(check, pack, checker)
        from column in check.Columns
        where form.Column(new ColumnId(column)) is null
        select $"表 {form.Id} 没有栏“{column}”";

    private static IEnumerable<string> UnknownRows(TextCheckDeclaration check, Pack pack, ITextChecker checker) =>
        from form in FormsOf(check, pack, checker)
        from row in check.Rows
        where form.FixedRow(new RowKey(row)) is null
            && !form.Rows.OfType<RowGroup.Texts>().Any(texts => texts.Sections.Any(section => section.Id == row))
        select $"表 {form.Id} 没有行“{row}”";
}
