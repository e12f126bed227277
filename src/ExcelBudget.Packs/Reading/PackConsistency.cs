using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Yaml;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Checkers;

namespace ExcelBudget.Packs.Reading;

/// <summary>What can only be seen when the whole pack is read: names that point nowhere.</summary>
internal static class PackConsistency
{
    public static IEnumerable<PackFault> Check(Pack pack) =>
        pack.Forms.SelectMany(form => OfForm(pack, form))
            .Concat(FactConsistency.Problems(pack))
            .Concat(Sheets(pack))
            .Concat(PackWordReader.Problems(pack))
            .Concat(OfRules(pack))
            .Concat(ClassifiedReader.Unknown(pack))
            .Concat(pack.Trial is { } trial ? OfRules(trial) : []);

    private static IEnumerable<PackFault> OfRules(Pack pack) => pack.TextChecks
        .SelectMany(check => TextCheckers.Problems(check, pack).Select(problem => OfRule(check, problem))).Concat(Messages(pack));

    private static IEnumerable<PackFault> Messages(Pack pack) =>
        from rule in pack.Relations.Cast<RuleDeclaration>().Concat(pack.TextChecks)
        from slot in MessageSlots.Unknown(rule.Message)
        select OfRule(rule, $"message 中没有“{{{slot}}}”可填，可用：{string.Join("、", MessageSlots.Names.Order(StringComparer.Ordinal))}");

    private static PackFault OfRule(RuleDeclaration rule, string problem) => new(rule.File, rule.Line, $"规则 {rule.Id}：{problem}");

    private static IEnumerable<PackFault> OfForm(Pack pack, FormDefinition form)
    {
        var file = $"forms/{form.Id}.yaml";
        if (form.Tree is { } tree)
        {
            if (!pack.CodeLists.TryGetValue(tree.CodeList, out var codes)) yield return new PackFault(file, 0, $"没有科目目录“{tree.CodeList}”");
            else foreach (var problem in TreeConsistency.Problems(tree, codes)) yield return new PackFault(file, 0, problem);
        }

        foreach (var problem in LabelConsistency.Problems(form, pack.Words)) yield return new PackFault(file, 0, problem);

        if (form.Blocks is { } blocks && pack.Form(blocks.Inner) is null)
            yield return new PackFault(file, 0, $"inner：没有表“{blocks.Inner}”");
        foreach (var column in form.Columns.Where(column => column.ChoicesBy is { } by && form.Column(by.Column) is null))
        {
            yield return new PackFault(file, 0, $"栏 {column.Id} 的 choicesBy：没有栏“{column.ChoicesBy!.Column}”");
        }

        foreach (var row in form.Rows.OfType<RowGroup.Fixed>())
        {
            foreach (var column in row.Entered.Keys.Where(column => form.Column(column)?.From is null))
            {
                yield return new PackFault(file, 0, $"行 {row.Key} 的栏 {column} 要填数，但该栏没有 from（取数来源）");
            }
        }
    }

    private static IEnumerable<PackFault> Sheets(Pack pack) => pack.Forms
        .Where(form => pack.Forms.All(other => other.Blocks?.Inner != form.Id))
        .GroupBy(form => form.Sheet, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => new PackFault($"forms/{group.Last().Id}.yaml", 0, $"工作表名“{group.Key}”与别的表重复"));
}
