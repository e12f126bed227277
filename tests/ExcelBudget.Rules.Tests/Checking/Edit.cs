using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>
/// Changes cells of a budget as an accountant would: «T3[2013101,4]=12.5» types an amount (in the form's unit) or a text,
/// «T3[2013101,4]+1» adds to the figure that stands or is computed there, «T3[2013101,4]=» clears. Several are joined by « & ».
/// </summary>
internal static partial class Edit
{
    public static Budget Apply(Budget budget, string edits) =>
        edits.Split(" & ").Aggregate(budget, (edited, edit) => ApplyOne(edited, edit));

    /// <summary>The cells that edits change.</summary>
    public static CellAddress[] Addresses(string edits) => [.. edits.Split(" & ").Select(edit => Address(Notation().Match(edit)))];

    /// <summary>The budget with one cell set; null clears it. A row that is not there is added at the end of its form.</summary>
    public static Budget Set(Budget budget, CellAddress address, CellValue? value)
    {
        var content = budget[address.Form]!;
        var cells = new Dictionary<ColumnId, CellValue>(content[address.Row]?.Cells ?? new Dictionary<ColumnId, CellValue>());
        if (value is null) cells.Remove(address.Column);
        else cells[address.Column] = value;
        var row = new FormRow(address.Row, cells);
        IReadOnlyList<FormRow> rows = content[address.Row] is null
            ? [.. content.Rows, row]
            : [.. content.Rows.Select(old => old.Key == address.Row ? row : old)];
        return With(budget, new FormContent(address.Form, rows));
    }

    /// <summary>The budget without a form.</summary>
    public static Budget Without(Budget budget, FormId form) => new(budget.Identity, budget.Forms.Where(content => content.Form != form));

    /// <summary>The budget with one form replaced.</summary>
    public static Budget With(Budget budget, FormContent content) =>
        new(budget.Identity, budget.Forms.Select(old => old.Form == content.Form ? content : old));

    private static Budget ApplyOne(Budget budget, string edit)
    {
        var parts = Notation().Match(edit);
        parts.Success.ShouldBeTrue(edit);
        var address = Address(parts);
        var text = parts.Groups["value"].Value.Replace("\\n", "\n", StringComparison.Ordinal);
        return Set(budget, address, Value(budget, address, parts.Groups["sign"].Value, text));
    }

    /// <summary>«T3[2070101~2,4]» is the second row with that code.</summary>
    private static CellAddress Address(Match parts)
    {
        var row = parts.Groups["row"].Value.Split('~');
        var repeat = row.Length > 1 ? int.Parse(row[1], NumberStyles.None, CultureInfo.InvariantCulture) - 1 : 0;
        return new CellAddress(new FormId(parts.Groups["form"].Value), new RowKey(row[0]) { Repeat = repeat },
            new ColumnId(parts.Groups["column"].Value));
    }

    private static CellValue? Value(Budget budget, CellAddress address, string sign, string text)
    {
        if (text.Length == 0) return null;
        var form = Hebei.Book.Pack[address.Form];
        var column = form.Column(address.Column)!;
        if (!column.IsFigure) return new CellValue.Text(text);
        var figure = decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
        if (sign == "+") figure += form.Number(new Rules.Evaluation.BudgetFigures(Hebei.Book, budget).Value(address).Value);
        return column.Kind == CellKind.Amount ? new CellValue.Amount(figure * form.Money.InYuan()) : new CellValue.Number(figure);
    }

    [GeneratedRegex(@"^(?<form>\w+)\[(?<row>[^,\]]+),(?<column>\w+)\](?<sign>[=+])(?<value>.*)$", RegexOptions.Singleline)]
    private static partial Regex Notation();
}
