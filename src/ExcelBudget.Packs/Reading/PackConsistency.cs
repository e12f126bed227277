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
    /// <summary>What is wrong, each at its file and line.</summary>
    /// <param name="pack">The pack as read.</param>
    /// <param name="folder">Its folder, whose files tell in which line a text stands.</param>
    public static IEnumerable<PackFault> Check(Pack pack, string folder) =>
        pack.Forms.SelectMany(form => OfForm(pack, form, folder))
            .Concat(FactConsistency.Problems(pack))
            .Concat(Sheets(pack, folder))
            .Concat(PackWordReader.Problems(pack))
            .Concat(OfRules(pack))
            .Concat(ClassifiedReader.Unknown(pack))
            .Concat(pack.Trial is { } trial ? OfRules(trial) : [])
            // a form and its parts have the same columns
            .Distinct();

    private static IEnumerable<PackFault> OfRules(Pack pack) => pack.TextChecks
        .SelectMany(check => TextCheckers.Problems(check, pack).Select(problem => OfCheck(pack, check, problem))).Concat(Messages(pack));

    private static IEnumerable<PackFault> Messages(Pack pack) =>
        from rule in pack.Relations.Cast<RuleDeclaration>().Concat(pack.TextChecks)
        from slot in MessageSlots.Unknown(rule.Message)
        select OfRule(rule, $"message 中没有“{{{slot}}}”可填，可用：{string.Join("、", MessageSlots.Names.Order(StringComparer.Ordinal))}");

    private static PackFault OfRule(RuleDeclaration rule, string problem) => new(rule.File, rule.Line, $"规则 {rule.Id}：{problem}");

    /// <summary>A rule that packs share is right: what it needs is missing in the form.</summary>
    private static PackFault OfCheck(Pack pack, TextCheckDeclaration check, string problem) =>
        check.File is RuleFileReader.OfPack or RuleFileReader.OfCounty || pack.Form(new FormId(check.Form)) is not { } form
            ? OfRule(check, problem)
            : new PackFault(form.File, 0, $"通用规则 {check.Id}（{check.File} 第 {check.Line} 行）用到本表：{problem}");

    private static IEnumerable<PackFault> OfForm(Pack pack, FormDefinition form, string folder)
    {
        if (form.Tree is { } tree)
        {
            if (!pack.CodeLists.TryGetValue(tree.CodeList, out var codes))
                yield return new PackFault(form.File, tree.Line, $"没有科目目录“{tree.CodeList}”");
            else foreach (var problem in TreeConsistency.Problems(tree, codes)) yield return new PackFault(form.File, tree.Line, problem);
        }

        foreach (var column in form.Columns.Where(column => column.Kind == CellKind.CodeName && !NamesCodes(form, column)))
        {
            yield return new PackFault(form.File, column.Line, $"栏 {column.Id} 的 kind: codeName 按 tree 的科目编码印名称，本表没有填这一栏的 tree；"
                + "list 里的名称请写 kind: text，用 from 写明取自数据表的哪一列");
        }

        foreach (var (text, problem) in LabelConsistency.Problems(form, pack.Words)) yield return At(form, folder, text, problem);

        if (form.Blocks is { } blocks && pack.Form(blocks.Inner) is null)
            yield return At(form, folder, $"inner: {blocks.Inner}", $"inner：没有表“{blocks.Inner}”");
        foreach (var column in form.Columns.Where(column => column.ChoicesBy is { } by && form.Column(by.Column) is null))
            yield return At(form, folder, "choicesBy", $"栏 {column.Id} 的 choicesBy：没有栏“{column.ChoicesBy!.Column}”");

        foreach (var (_, next) in form.AllRows.Zip(form.AllRows.Skip(1)).Where(pair => pair is (RowGroup.Part { Stretch: 0 },
            RowGroup.Part { Stretch: 0 })))
            yield return new PackFault(form.File, next.Line, "上下两处 tree 之间要有一行固定行（小标题或合计），不然插入的行分不清是哪一处的");

        foreach (var row in form.Rows.OfType<RowGroup.Fixed>())
        {
            foreach (var column in row.Entered.Keys.Where(column => form.Column(column)?.From is null))
            {
                yield return new PackFault(form.File, row.Line, $"行 {row.Key} 的栏 {column} 要填数，但该栏没有 from（取数来源）");
            }
        }
    }

    /// <summary>
    /// True for a column that a tree of the form fills: names follow from its codes. A part has the columns of the form that prints it.
    /// </summary>
    private static bool NamesCodes(FormDefinition form, FormColumn column) => form.PartOf is not null
        || form.Parts.Prepend(form).Any(part => part.Tree is { } tree && tree.Covers(column.Id));

    /// <summary>A fault at the line of a form's file that holds a text.</summary>
    private static PackFault At(FormDefinition form, string folder, string text, string problem) =>
        new(form.File, ExpressionFaults.Find(Path.Combine(folder, form.File), text).Line, problem);

    private static IEnumerable<PackFault> Sheets(Pack pack, string folder) => pack.Forms
        .Where(form => form.PartOf is null && pack.Forms.All(other => other.Blocks?.Inner != form.Id))
        .GroupBy(form => form.Sheet, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => At(group.Last(), folder, group.Last().Sheet, $"工作表名“{group.Key}”与别的表重复"));
}
