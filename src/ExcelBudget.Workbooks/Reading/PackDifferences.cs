using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>What a newer version of a pack has that an earlier one had not, and the reverse, in the words of the forms.</summary>
internal static class PackDifferences
{
    private const int MostNamed = 6;

    public static string Told(Pack issued, Pack newest)
    {
        var differences = Between(issued, newest).ToArray();
        if (differences.Length == 0) return "表的行和栏没有变。";
        var named = string.Join("；", differences.Take(MostNamed));
        return $"两版不同的地方：{named}{(differences.Length > MostNamed ? $"等 {differences.Length} 处" : "")}。";
    }

    private static IEnumerable<string> Between(Pack issued, Pack newest)
    {
        foreach (var form in newest.Forms)
        {
            if (issued.Form(form.Id) is not { } before) yield return $"增加《{form.Title}》";
            else foreach (var difference in Between(before, form)) yield return $"《{form.Title}》{difference}";
        }

        foreach (var form in issued.Forms.Where(form => newest.Form(form.Id) is null)) yield return $"取消《{form.Title}》";
    }

    private static IEnumerable<string> Between(FormDefinition before, FormDefinition now)
    {
        foreach (var column in now.Columns)
        {
            if (before.Column(column.Id) is not { } old) yield return $"增加“{column.Title}”栏";
            else if (PlainText.Label(old.Title) != PlainText.Label(column.Title)) yield return $"“{old.Title}”栏改为“{column.Title}”";
        }

        foreach (var column in before.Columns.Where(column => now.Column(column.Id) is null)) yield return $"取消“{column.Title}”栏";
        foreach (var row in now.Rows.OfType<RowGroup.Fixed>())
        {
            if (before.FixedRow(row.Key) is not { } old) yield return $"增加“{NameOf(row)}”行";
            else if (PlainText.Label(NameOf(old)) != PlainText.Label(NameOf(row))) yield return $"“{NameOf(old)}”行改为“{NameOf(row)}”";
        }

        foreach (var row in before.Rows.OfType<RowGroup.Fixed>().Where(row => now.FixedRow(row.Key) is null))
            yield return $"取消“{NameOf(row)}”行";
    }

    private static string NameOf(RowGroup.Fixed row) =>
        row.Labels.Count == 0 ? row.Key.Value : string.Join("、", row.Labels.Values.Select(label => label.Trim()));
}
