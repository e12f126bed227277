using System.Globalization;
using System.Text;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>
/// Writes rules.yaml: the shared checks, and ties on trial: the two sides of a form, a row of one form and the column of another that is
/// called the same, totals of forms that tell the same.
/// </summary>
public static class DraftTies
{
    /// <summary>rules.yaml.</summary>
    public static string Rules(IReadOnlyList<DraftForm> forms, DraftPatterns patterns)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var text = new StringBuilder("include: [../common/rules.yaml]\n\n");
        var ties = Of(forms, patterns);
        if (ties.Count == 0) return text.ToString();
        text.Append("# 下面是按同名的行和栏猜的关系，先试行（trial）：只统计、不退回。核对无误后删去 trial 一行。\nrelations:\n");
        var count = 0;
        foreach (var tie in ties)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"- id: DRAFT-{++count}   {DraftWriter.Mark}是不是该相等\n  catalogue: XT-02\n  kind: {(tie.IsWithin ? "表内" : "表间")}\n");
            text.Append(CultureInfo.InvariantCulture,
                $"  category: {(tie.IsWithin ? "total_mismatch" : "cross_table_mismatch")}\n  severity: error\n");
            text.Append(CultureInfo.InvariantCulture,
                $"  title: {DraftWriter.Quoted(tie.Title)}\n  check: \"{tie.Left} = {tie.Right}\"\n");
            text.Append("  message: 左边 {left}，右边 {right}，相差 {diff}。请核对。\n  basis: 表样中同名的项目\n  trial: true\n");
        }

        return text.ToString();
    }

    /// <summary>The ties of a draft, each once.</summary>
    public static IReadOnlyList<DraftTie> Of(IReadOnlyList<DraftForm> forms, DraftPatterns patterns)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(patterns);
        return [.. forms.SelectMany(Balance).Concat(forms.SelectMany(form => SameNames(form, forms)))
            .Concat(Totals(forms, patterns)).Concat(Parts(forms, patterns)).DistinctBy(tie => (tie.Left, tie.Right))];
    }

    /// <summary>收入总计 = 支出总计: the last row of a form whose lists both have a total in it.</summary>
    private static IEnumerable<DraftTie> Balance(DraftForm form)
    {
        if (form.Sides.Count != 2 || form.Rows.FindLast(row => row.Side < 0 && row.Labels.Count == 2 && row.Compute.Count >= 2)
            is not { } row) yield break;
        var cells = row.Labels.Select(label => FigureBehind(form, label.Key)).OfType<DraftColumn>().ToArray();
        if (cells.Length == 2) yield return new DraftTie(Cell(form, row, cells[0]), Cell(form, row, cells[1]),
            $"{form.Title}：{string.Join(" = ", row.Labels.Values.Select(DraftRows.Name))}", true);
    }

    /// <summary>A row of one form and the column of another, by their names.</summary>
    private static IEnumerable<DraftTie> SameNames(DraftForm form, IReadOnlyList<DraftForm> forms)
    {
        foreach (var row in form.Rows.Where(_ => form.Tree is not { Side: < 0 } && form.List is null))
        {
            foreach (var (label, words) in row.Labels)
            {
                var figure = FigureBehind(form, label);
                if (figure is null || DraftRows.Name(words) is "合计" or "总计" or "小计") continue;
                foreach (var other in forms.Where(other => other != form && other.Tree is { Side: < 0 }))
                {
                    var named = other.Columns.Where(column => column.Kind == "amount"
                        && DraftRows.Name(column.Title) == DraftRows.Name(words)).ToArray();
                    if (named.Length != 1 || TotalRow(other) is not { } total) continue;
                    yield return new DraftTie(Cell(form, row, figure), Cell(other, total, named[0]),
                        $"{form.Title}“{DraftRows.Name(words)}” = {other.Title}同名的栏", false);
                }
            }
        }
    }

    /// <summary>收入总表 and 支出总表 against the form that balances both.</summary>
    private static IEnumerable<DraftTie> Totals(IReadOnlyList<DraftForm> forms, DraftPatterns patterns)
    {
        var balance = forms.FirstOrDefault(form => form.Sides.Count > 1 && patterns.Is("balance", form.Title)
            && !patterns.Is("fiscal", form.Title));
        if (balance is null) yield break;
        foreach (var form in forms.Where(form => form != balance && form.Sides.Count == 0 && !patterns.Is("balance", form.Title)
            && !patterns.Is("fiscal", form.Title) && !patterns.Is("basic", form.Title) && !patterns.Is("project", form.Title)
            && !patterns.Is("threePublic", form.Title) && !patterns.Is("economic", form.Title)))
        {
            var (isIncome, isExpense) = (patterns.Is("income", form.Title), patterns.Is("expense", form.Title));
            if (isIncome == isExpense || TotalRow(form) is not { } total || First(form) is not { } amount) continue;
            var side = isIncome ? 0 : balance.Sides.Count - 1;
            var rows = balance.Rows.Where(row => row.Labels.Any(label => balance.SideOf(label.Key) == side
                && patterns.Is("total", label.Value))).ToArray();
            var own = isIncome ? rows.LastOrDefault() : rows.FirstOrDefault();
            var label = own?.Labels.Keys.FirstOrDefault(column => balance.SideOf(column) == side);
            if (label is null || FigureBehind(balance, label) is not { } figure) continue;
            yield return new DraftTie(Cell(form, total, amount), Cell(balance, own!, figure),
                $"{form.Title}合计 = {balance.Title}“{DraftRows.Name(own!.Labels[label])}”", false);
        }
    }

    /// <summary>基本支出表 against the column 基本支出 of the form of the same budget.</summary>
    private static IEnumerable<DraftTie> Parts(IReadOnlyList<DraftForm> forms, DraftPatterns patterns)
    {
        foreach (var name in (string[])["basic", "project"])
        {
            foreach (var part in forms.Where(form => patterns.Is(name, form.Title) && form.Block is null && form.Sides.Count == 0))
            {
                if (TotalRow(part) is not { } partTotal || First(part) is not { } amount) continue;
                foreach (var whole in forms.Where(form => form != part && form.Tree is { Side: < 0 } && !patterns.Is("basic", form.Title)
                    && !patterns.Is("project", form.Title) && patterns.All("fiscal", form.Title).FirstOrDefault()
                        == patterns.All("fiscal", part.Title).FirstOrDefault()))
                {
                    var column = whole.Columns.FirstOrDefault(column => column.Kind == "amount" && column.Path.Any(title =>
                        patterns.Is(name, title)));
                    if (column is null || TotalRow(whole) is not { } total) continue;
                    yield return new DraftTie(Cell(part, partTotal, amount), Cell(whole, total, column),
                        $"{part.Title}合计 = {whole.Title}“{column.Title}”", false);
                }
            }
        }
    }

    private static DraftRow? TotalRow(DraftForm form) => form.Rows.Find(row => row.Rank == 0 && row.Labels.Count > 0);

    private static DraftColumn? First(DraftForm form) => form.Columns.FirstOrDefault(column => column.Kind == "amount");

    private static DraftColumn? FigureBehind(DraftForm form, DraftColumn label) =>
        form.Columns.SkipWhile(column => column != label).FirstOrDefault(column => column.Kind == "amount");

    private static string Cell(DraftForm form, DraftRow row, DraftColumn column) => $"{form.Id}[{row.Id},{column.Id}]";
}

/// <summary>Two cells that may have to be equal.</summary>
/// <param name="Left">A cell in the language of packs.</param>
/// <param name="Right">The other.</param>
/// <param name="Title">What it says.</param>
/// <param name="IsWithin">True for cells of one form.</param>
public sealed record DraftTie(string Left, string Right, string Title, bool IsWithin);
