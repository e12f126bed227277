using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking;

/// <summary>What messages call the rows, columns and projects of one budget: the words the accountant sees on the sheet.</summary>
/// <param name="figures">The budget's figures.</param>
public sealed class CellLabels(BudgetFigures figures)
{
    // lists whose rows have a name of their own (projects, indicators) call that column so
    private static readonly ColumnId NameColumn = new("name");

    /// <summary>
    /// The row of a cell: code and name in a code form, the printed label without ordinal in a fixed row (the one to the left of
    /// the cell where a row has several), the heading of a text, the name of a project or indicator, else its number in the list.
    /// </summary>
    public string Row(CellAddress address)
    {
        if (figures.Book.Pack.Form(address.Form) is not { } form) return address.Row.Value;
        if (Section(form, address.Row) is { } section) return section.Title;
        if (figures.View(form)[address.Row] is not { } row) return address.Row.Value;
        if (row.Fixed is { } declared)
            return new FormSlots(form, figures.Budget.Identity).Fill(Label(form, declared, address.Column));
        if (form.Tree is not null) return (Code(form, row.Key) + " " + NameOfCode(form, row)).TrimEnd();
        if (GroupName(form, row, address.Column) is { Length: > 0 } group) return group;
        return row.Row?.Text(NameColumn.Value) is { Length: > 0 } name ? name : Number(row.Key);
    }

    /// <summary>What the rows share among which a cell is merged: the project's name before its amount; null for other cells.</summary>
    private static string? GroupName(FormDefinition form, RowView row, ColumnId column) =>
        form.List is null || form.Column(column) is not { IsMerged: true } ? null
            : form.Columns.Take(form.IndexOf(column)).Where(left => left is { IsMerged: true, IsFigure: false })
                .Select(left => row.Row?.Text(left.Id.Value)).LastOrDefault();

    /// <summary>The code of a row as people write it: that of a unit apart from the classification code below it.</summary>
    public string Code(FormDefinition form, RowKey row)
    {
        ArgumentNullException.ThrowIfNull(form);
        return figures.Book.Codes(form) is { IsUnderUnits: true } codes && row.Value.Length > codes.UnitLength && codes.UnitLength > 0
            ? $"{row.Value[..codes.UnitLength]} {row.Value[codes.UnitLength..]}"
            : row.Value;
    }

    /// <summary>The heading of a column; with the heading above it when another column of the form has the same.</summary>
    public string Column(CellAddress address)
    {
        if (figures.Book.Pack.Form(address.Form) is not { } form || form.Column(address.Column) is not { } column)
        {
            return address.Column.Value;
        }
        var isAmbiguous = form.Columns.Count(other => other.Title == column.Title) > 1;
        var title = isAmbiguous ? string.Concat(column.Groups) + column.Title : column.Title;
        return new FormSlots(form, figures.Budget.Identity).Fill(title);
    }

    /// <summary>Key of the project a cell belongs to; null outside the forms of projects.</summary>
    public string? ProjectKey(CellAddress address) => ProjectRow(address)?.Value;

    /// <summary>Name of the project a cell belongs to; empty outside the forms of projects.</summary>
    public string Project(CellAddress address) => ProjectRow(address) is { } row && Blocks(address.Form) is { } form
        ? Row(new CellAddress(form.Id, row, NameColumn))
        : "";

    /// <summary>The unit behind a figure of a cell, with a blank before it where one is written; empty for counts of things.</summary>
    public string Unit(CellAddress address) => figures.Book.Pack.Form(address.Form) is { } form
        ? form.Column(address.Column)?.Kind switch
        {
            CellKind.Amount => " " + form.Money.Title(),
            CellKind.Percent => "%",
            _ => "",
        }
        : "";

    private RowKey? ProjectRow(CellAddress address)
    {
        var blocks = Blocks(address.Form);
        if (blocks is null || address.Row.Value.Length == 0) return null;
        return blocks.Id == address.Form ? address.Row : RowKeys.IsInner(address.Row) ? RowKeys.OwnerOf(address.Row) : null;
    }

    /// <summary>
    /// The form of projects that a form is, or stands in, by its blocks or by the pack's standards of indicators; null for others.
    /// </summary>
    private FormDefinition? Blocks(FormId id)
    {
        if (figures.Book.Pack.Forms.FirstOrDefault(
            form => form.Blocks is { } blocks && (form.Id == id || blocks.Inner == id)) is { } block)
        {
            return block;
        }
        return figures.Book.Pack.Indicators?.Places is { } places && (places.Projects == id.Value || places.Indicators == id.Value)
            ? figures.Book.Pack.Form(new FormId(places.Projects))
            : null;
    }

    private string? NameOfCode(FormDefinition form, RowView row)
    {
        var typed = form.Columns.Where(column => column.Kind == CellKind.CodeName).Select(column => row.Row?.Text(column.Id.Value))
            .FirstOrDefault();
        return figures.Book.Codes(form)?.NameOf(row.Key.Value) ?? typed;
    }

    private static TextSection? Section(FormDefinition form, RowKey key) =>
        form.Rows.OfType<RowGroup.Texts>().SelectMany(texts => texts.Sections).FirstOrDefault(section => section.Id == key.Value);

    private static string Label(FormDefinition form, RowGroup.Fixed row, ColumnId column)
    {
        var at = form.IndexOf(column);
        var label = row.Labels.OrderBy(pair => form.IndexOf(pair.Key)).LastOrDefault(pair => at < 0 || form.IndexOf(pair.Key) <= at).Value
            ?? row.Labels.Values.FirstOrDefault() ?? form.Title;
        var plain = FormNames.Normalise(label);
        return plain.StartsWith("其中：", StringComparison.Ordinal) ? plain["其中：".Length..] : plain;
    }

    /// <summary>A listed row by its number: the key of a list is the number, an inner row carries it after «#».</summary>
    private static string Number(RowKey key)
    {
        var number = key.Value[(key.Value.LastIndexOf('#') + 1)..];
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) && number.Length < key.Value.Length
            ? $"第 {number} 项"
            : key.Value;
    }
}
