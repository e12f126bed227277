using System.Globalization;
using System.Text;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// The formulas of a form's cells as elements: what cells of a column have alike, moved down with their rows, is written once and shared
/// by the others. Programs open such a sheet sooner, and it is smaller.
/// </summary>
internal sealed class SharedFormulas
{
    private readonly Dictionary<(int Row, int Column), byte[]> _elements = [];
    private readonly (int Row, int Column)[] _places;

    /// <param name="sheet">The template's sheet.</param>
    /// <param name="rows">The rows as they are written.</param>
    /// <param name="firstRow">Where the first of them stands.</param>
    public SharedFormulas(SheetTemplate sheet, IReadOnlyList<OutputRow> rows, int firstRow)
    {
        var cells = Cells(sheet, rows, firstRow).ToArray();
        _places = [.. cells.Select(cell => (cell.Row, cell.Column))];
        var shared = 0;
        foreach (var alike in cells.GroupBy(cell => (cell.Column, Kind: KindOf(cell.Formula, cell.Row))))
        {
            var group = alike.ToArray();
            if (group.Length == 1 || alike.Key.Kind.Length == 0)
            {
                foreach (var cell in group) _elements[(cell.Row, cell.Column)] = [.. "<f>"u8, .. cell.Formula.Escaped, .. "</f>"u8];
                continue;
            }

            var number = (shared++).ToString(CultureInfo.InvariantCulture);
            var follower = Encoding.UTF8.GetBytes($"<f t=\"shared\" si=\"{number}\"/>");
            foreach (var cell in group) _elements[(cell.Row, cell.Column)] = follower;
            var (first, column) = (group[0], alike.Key.Column);
            var range = SheetReference.Cell(first.Row, column) + ":" + SheetReference.Cell(group[^1].Row, column);
            var begin = Encoding.UTF8.GetBytes($"<f t=\"shared\" ref=\"{range}\" si=\"{number}\">");
            _elements[(first.Row, column)] = [.. begin, .. first.Formula.Escaped, .. "</f>"u8];
        }
    }

    /// <summary>The element of a cell; null for a cell whose formula is not one of the form's rows.</summary>
    public byte[]? Of(int row, int column) => _elements.GetValueOrDefault((row, column));

    /// <summary>
    /// True where the same cells hold formulas: in a workbook with the same rows an amount may stand where another has a formula.
    /// </summary>
    public bool Fits(SheetTemplate sheet, IReadOnlyList<OutputRow> rows, int firstRow)
    {
        var next = 0;
        foreach (var (row, column, _) in Cells(sheet, rows, firstRow))
        {
            if (next == _places.Length || _places[next++] != (row, column)) return false;
        }

        return next == _places.Length;
    }

    private static IEnumerable<(int Row, int Column, FormulaText Formula)> Cells(
        SheetTemplate sheet, IReadOnlyList<OutputRow> rows, int firstRow)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (!sheet.Stencils.TryGetValue(rows[index].TemplateRow, out var stencil)) continue;
            foreach (var cell in stencil.Cells)
            {
                var formula = rows[index].Contents[cell.Column] switch
                {
                    CellContent.Formula figure => figure.Expression,
                    CellContent.TextFormula text => text.Expression,
                    _ => null,
                };
                if (formula is not null) yield return (firstRow + index, cell.Column, formula);
            }
        }
    }

    /// <summary>A formula with its rows counted from its own, as far as they move with it; empty for one that is not shared.</summary>
    private static string KindOf(FormulaText formula, int row)
    {
        var text = Encoding.UTF8.GetString(formula.Escaped);
        var kind = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = TokenLength(text.AsSpan(at));
            var token = text.AsSpan(at, length);
            at += length;
            // whole rows are written without letters: nothing of ours, and left as they are
            if (token[^1] == ':' && kind.Length > 0 && char.IsAsciiDigit(kind[^1]) && at < text.Length
                && char.IsAsciiDigit(text[at] == '$' && at + 1 < text.Length ? text[at + 1] : text[at])) return "";
            if (MovingRow(token) is { } moving)
                kind.Append(token[..^moving.Digits]).Append('[').Append(moving.Row - row).Append(']');
            else kind.Append(token);
        }

        return kind.ToString();
    }

    private static int TokenLength(ReadOnlySpan<char> text)
    {
        if (text[0] is '"' or '\'') return text[1..].IndexOf(text[0]) is >= 0 and var end ? end + 2 : text.Length;
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '$' or '_' or '.')) length++;
        return Math.Max(1, length);
    }

    /// <summary>The row of a reference that moves with its cell: «E8», «$B8», and how many digits it has.</summary>
    private static (int Row, int Digits)? MovingRow(ReadOnlySpan<char> word)
    {
        var letters = word[0] == '$' ? 1 : 0;
        var at = letters;
        while (at < word.Length && word[at] is >= 'A' and <= 'Z') at++;
        if (at == letters || at - letters > 3 || at == word.Length) return null;
        return int.TryParse(word[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (row, word.Length - at) : null;
    }
}
