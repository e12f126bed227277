using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>Reads cells of texts as the accountant sees them.</summary>
internal sealed class TextCellReading(ReadingLog log, bool date1904)
{
    private const string MarkupRule = "CELL-MARKUP";
    private const string PictureRule = "CELL-PICTURE";
    private const string DigitsRule = "CODE-DIGITS";
    private const string MessyRule = "CELL-MESSY";

    /// <summary>The text; null when there is none.</summary>
    /// <param name="at">The cell.</param>
    /// <param name="cell">What stands in it, formulas computed.</param>
    public CellValue? Read(CellAt at, FlatCell cell)
    {
        if (IsCode(at) && TypedCode.HasLostDigits(cell)) RemarkDigits(at, cell);
        var shown = ShownText.Of(cell, date1904);
        if (ShownText.IsGuess(cell, date1904)) Remark(MessyRule, at, Severity.Warning, $"“{at.Column.Title}”的数字格式比较特殊，按“{shown}”读取。请把显示的内容直接写成文字。", shown);
        if (IsFormulaText(shown)) return StoredAsText(at, shown.Trim());
        if (MarkedText.Lines(shown) is { } lines)
        {
            Remark(MarkupRule, at, Severity.Error, $"“{at.Column.Title}”里有从网页或系统带来的标记（如 {Example(shown)}），公开出去就是乱码。请删去标记，只留文字，分行用 Alt+Enter。", shown.Trim());
            shown = lines;
        }

        return PlainText.Paragraphs(shown) is { Length: > 0 } text ? new CellValue.Text(text) : null;
    }

    /// <summary>A picture where a text belongs.</summary>
    public CellValue? Picture(CellAt at)
    {
        log.CannotRead(at.Address, "（图片）", "里是图片，不是文字");
        Remark(PictureRule, at, Severity.Error, $"“{at.Column.Title}”里是一张图片，不是文字，公开时印不出来，这一格没有读取。请删除图片，把内容写成文字。", "（图片）");
        return null;
    }

    private static bool IsCode(CellAt at) => at.Column.Kind == CellKind.Code
        || at.Column.Id == at.Form.List?.Key || at.Column.Id == at.Form.List?.Owner
        || (at.Form.Blocks is not null && at.Column.Id == at.Form.Columns[0].Id);

    /// <summary>«=95%» is a target; a formula names cells or functions.</summary>
    private static bool IsFormulaText(string text) => text.AsSpan().TrimStart() is ['=', >= 'A' and <= 'Z' or '\'', ..] and var formula && formula.IndexOfAny('(', '&', '!') > 0;

    private CellValue? StoredAsText(CellAt at, string text)
    {
        log.CannotRead(at.Address, text, $"的公式“{text}”存成了文字");
        Remark("CELL-FORMULA-TEXT", at, Severity.Error, $"“{at.Column.Title}”里的公式“{text}”存成了文字，公开时会原样印出来。请改为要公开的文字。", text);
        return null;
    }

    private void RemarkDigits(CellAt at, FlatCell cell) => Remark(DigitsRule, at, Severity.Error,
        $"“{at.Column.Title}”变成了数字 {cell.Text}：超过 15 位的编码存成数字，后面的位数就丢了。请先把单元格的格式设为“文本”，再重新填写完整的编码。", cell.Text);

    private void Remark(string rule, CellAt at, Severity severity, string message, string actual) =>
        log.Add(rule, rule == MessyRule ? Category.MessyValue : Category.FormatInvalid, severity, message, log.Places[at.Address], actual);

    /// <summary>The first piece of markup, for the eye to find it.</summary>
    private static string Example(string text)
    {
        var at = text.AsSpan().IndexOfAny('<', '&', '$');
        if (at < 0) at = text.IndexOf('\\', StringComparison.Ordinal);
        var end = text.AsSpan(at).IndexOfAny('>', ';', ' ');
        return text.Substring(at, Math.Min(end < 0 ? 8 : end + 1, Math.Min(12, text.Length - at)));
    }
}
