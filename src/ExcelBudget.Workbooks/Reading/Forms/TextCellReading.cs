using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>Reads cells of texts as the accountant sees them.</summary>
internal sealed class TextCellReading(ReadingLog log, bool date1904)
{
    /// <summary>The text; null when there is none.</summary>
    /// <param name="at">The cell.</param>
    /// <param name="cell">What stands in it, formulas computed.</param>
    public CellValue? Read(CellAt at, FlatCell cell)
    {
        if (IsCode(at) && TypedCode.HasLostDigits(cell)) Remark(CodeFindings.DigitsLost, at, cell.Text);
        var shown = ShownText.Of(cell, date1904);
        if (ShownText.IsGuess(cell, date1904)) Remark(ContentFindings.FormatGuessed, at, shown);
        if (IsFormulaText(shown)) return StoredAsText(at, shown.Trim());
        if (MarkedText.Lines(shown) is { } lines)
        {
            Remark(ContentFindings.Markup, at, shown.Trim(), ("example", Example(shown)));
            shown = lines;
        }

        return PlainText.Paragraphs(shown) is { Length: > 0 } text ? new CellValue.Text(text) : null;
    }

    /// <summary>A picture where a text belongs.</summary>
    public CellValue? Picture(CellAt at)
    {
        log.CannotRead(at.Address, "（图片）", "里是图片，不是文字");
        Remark(ContentFindings.Picture, at, "（图片）");
        return null;
    }

    private static bool IsCode(CellAt at) => at.Column.Kind == CellKind.Code
        || at.Column.Id == at.Form.List?.Key || at.Column.Id == at.Form.List?.Owner
        || (at.Form.Blocks is not null && at.Column.Id == at.Form.Columns[0].Id);

    /// <summary>«=95%» is a target; a formula names cells or functions.</summary>
    private static bool IsFormulaText(string text) =>
        text.AsSpan().TrimStart() is ['=', >= 'A' and <= 'Z' or '\'', ..] and var formula && formula.IndexOfAny('(', '&', '!') > 0;

    private CellValue? StoredAsText(CellAt at, string text)
    {
        log.CannotRead(at.Address, text, $"的公式“{text}”存成了文字");
        Remark(CellFindings.FormulaAsText, at, text);
        return null;
    }

    private void Remark(FindingKind kind, CellAt at, string actual, params IEnumerable<(string Slot, FindingValue? Value)> more) =>
        log.Add(kind.At(log.Places[at.Address], [("column", at.Heading), ("actual", actual), .. more]));

    /// <summary>The first piece of markup, for the eye to find it.</summary>
    private static string Example(string text)
    {
        var at = text.AsSpan().IndexOfAny('<', '&', '$');
        if (at < 0) at = text.IndexOf('\\', StringComparison.Ordinal);
        var end = text.AsSpan(at).IndexOfAny('>', ';', ' ');
        return text.Substring(at, Math.Min(end < 0 ? 8 : end + 1, Math.Min(12, text.Length - at)));
    }
}
