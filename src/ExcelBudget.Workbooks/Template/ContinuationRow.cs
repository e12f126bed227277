using System.Text;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Template;

/// <summary>
/// 续行。Excel shows no row higher than 409 points. What a text of a list row or a project's line has beyond that goes on in rows below
/// it, which say （续） in their first column or label; a long paragraph goes on in the row below. Reading joins them again. Texts are cut
/// between their lines; within a line only where it alone is too long, and then the piece ends in a sign without width that joins words.
/// </summary>
internal static class ContinuationRow
{
    /// <summary>What the first column of such a row says.</summary>
    public const string Mark = "（续）";

    /// <summary>Lines of a row that programs show whole, whatever stands in for its font.</summary>
    private const int MostLines = 24;

    /// <summary>Word joiner: the line goes on.</summary>
    private const char GoesOn = '\u2060';

    /// <summary>True for the words that mark such a row, also as people type them.</summary>
    public static bool IsMark(string text) =>
        text.AsSpan().ContainsAny('续', '接') && PlainText.Label(text) is "（续）" or "续" or "（接上行）" or "（续上行）";

    /// <summary>The pieces of a text, each fit for one row; the text alone when it needs one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Width of its column in characters.</param>
    public static IReadOnlyList<string> Cut(string text, double width)
    {
        if (TextMetrics.Lines(text, width) <= MostLines) return [text];
        var pieces = new List<string>();
        var (piece, used) = (new StringBuilder(), 0);
        void End()
        {
            pieces.Add(piece.ToString());
            piece.Clear();
            used = 0;
        }

        foreach (var line in text.Split('\n'))
        {
            var rest = line;
            while (TextMetrics.Lines(rest, width) > MostLines)
            {
                if (used > 0) End();
                var at = Fitting(rest, width);
                piece.Append(rest.AsSpan(0, at)).Append(GoesOn);
                End();
                rest = rest[at..];
            }

            var lines = TextMetrics.Lines(rest, width);
            if (used + lines > MostLines) End();
            if (used > 0) piece.Append('\n');
            piece.Append(rest);
            used += lines;
        }

        if (used > 0) End();
        return pieces;
    }

    /// <summary>True for a piece that ends within a line.</summary>
    public static bool GoesOnBelow(string piece) => piece.EndsWith(GoesOn);

    /// <summary>A text with its next piece.</summary>
    public static string Join(string before, string piece) =>
        before.EndsWith(GoesOn) ? before[..^1] + piece : before.Length == 0 ? piece : piece.Length == 0 ? before : before + "\n" + piece;

    /// <summary>The longest beginning of a line that fits; it ends beside no blank, where a reader would take the blank away.</summary>
    private static int Fitting(string line, double width)
    {
        var (fits, tooLong) = (1, line.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (TextMetrics.Lines(line[..middle], width) <= MostLines) fits = middle;
            else tooLong = middle;
        }

        var at = fits;
        while (at > 1 && (char.IsWhiteSpace(line[at]) || char.IsWhiteSpace(line[at - 1]) || char.IsLowSurrogate(line[at]))) at--;
        return at > 1 ? at : fits;
    }
}
