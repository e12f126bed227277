using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Fill;

namespace ExcelBudget.Workbooks.Reading.Issued;

/// <summary>预填封印。The prefilled values of a workbook as they were issued.</summary>
internal sealed class Seals
{
    private const string Mark = "excelbudget";
    private const int FirstValue = 3;

    private readonly Pack _pack;
    private readonly Dictionary<FormId, SealedForm> _forms = [];

    private Seals(Pack pack) => _pack = pack;

    /// <summary>True when the workbook carries seals.</summary>
    public bool Exist { get; private init; }

    /// <summary>True for the hidden sheet with identity and seals.</summary>
    public static bool IsOn(FlatSheet sheet) => sheet[1, 1]?.Text == Mark;

    /// <summary>Reads the seals of a workbook; none when its hidden sheet is gone.</summary>
    public static Seals Read(FlatSheet? sheet, Pack pack)
    {
        if (sheet is null) return new Seals(pack);
        var seals = new Seals(pack) { Exist = true };
        SealedForm? form = null;
        for (var row = 1; row <= sheet.LastRow; row++)
        {
            var cells = sheet.Row(row);
            var kind = TextIn(cells, 1);
            var name = TextIn(cells, 2) ?? "";
            if (kind == HiddenSheet.FormLine) (form = seals.FormOf(new FormId(name))).Begin(Texts(sheet, row, FirstValue));
            else if (kind == HiddenSheet.RowLine) form?.Add(name, cells, FirstValue);
        }

        return seals;
    }

    /// <summary>
    /// How exactly the figure of a cell is known that still holds what it was issued with, half the interval in the form's unit; null
    /// for any other figure. In a list, where rows move, the figure must have been issued in its column.
    /// </summary>
    public decimal? HalfWidthOf(in CellAddress address, decimal figure) =>
        _forms.TryGetValue(address.Form, out var form) ? form.HalfWidthOf(address.Row, address.Column, figure) : null;

    /// <summary>True when a row of that key was issued.</summary>
    public bool HasRow(FormId form, RowKey row) => _forms.TryGetValue(form, out var own) && own.HasRow(row);

    /// <summary>A form as it was issued; null when it was not.</summary>
    public SealedForm? Form(FormId form) => _forms.GetValueOrDefault(form);

    /// <summary>True for forms whose rows have running numbers, which a row inserted above changes.</summary>
    public bool IsNumbered(FormId id) => _pack.Form(id) is { } form
        && (form.Rows.Count == 0 || form.List is { Key: null });

    /// <summary>True when two values are the same, figures by their value.</summary>
    public static bool Same(string before, string after) =>
        before == after || (SealedCell.Parsed(before) is { } left && left == SealedCell.Parsed(after));

    private SealedForm FormOf(FormId id)
    {
        if (!_forms.TryGetValue(id, out var form)) _forms[id] = form = new SealedForm(_pack.Form(id), IsNumbered(id));
        return form;
    }

    private static string? TextIn(ReadOnlySpan<FlatCell> cells, int column)
    {
        foreach (var cell in cells)
        {
            if (cell.Column >= column) return cell.Column == column ? cell.Text : null;
        }

        return null;
    }

    private static IEnumerable<string> Texts(FlatSheet sheet, int row, int firstColumn)
    {
        for (var column = firstColumn; sheet[row, column]?.Text is { Length: > 0 } text; column++) yield return text;
    }
}
