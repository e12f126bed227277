using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>
/// The notes that a form prints below its table, as a sheet shows them. Their slots are filled with words that a workbook is not known by
/// yet (its year, its unit), so that a note is known by what stands around them.
/// </summary>
internal sealed class DeclaredNotes
{
    private static readonly ConditionalWeakTable<FormDefinition, DeclaredNotes> Known = [];

    /// <summary>A note of fewer signs around its slots could be an entry as well.</summary>
    private const int FewestSigns = 4;

    /// <summary>«说明：» is no longer than this.</summary>
    private const int LongestBeginning = 6;

    private const string Usual = "注";

    private readonly string[][] _pieces;
    private readonly string[] _beginnings;

    private DeclaredNotes(FormDefinition form)
    {
        string[] notes = [.. form.FootNotes.Append(form.EmptyNote).OfType<string>()];
        _pieces = [.. notes.Select(Pieces)];
        _beginnings = [.. notes.Select(Beginning).OfType<string>().Append(Usual).Distinct()];
    }

    /// <summary>The notes of a form.</summary>
    public static DeclaredNotes Of(FormDefinition form) => Known.GetValue(form, static form => new DeclaredNotes(form));

    /// <summary>True for a text that is one of the notes, whatever its slots were filled with.</summary>
    public bool IsOne(string text)
    {
        var shown = PlainText.Label(text);
        return Array.Exists(_pieces, pieces => pieces.Sum(piece => piece.Length) >= FewestSigns && Fits(shown, pieces));
    }

    /// <summary>True for a text that begins as notes do: «注：», or with the word before the colon of a declared one («说明：»).</summary>
    public bool BeginsLikeOne(string text) => Beginning(text) is { } beginning && Array.IndexOf(_beginnings, beginning) >= 0;

    /// <summary>True for a formula that shows one of the notes, or nothing.</summary>
    public bool IsShownBy(string formula) => formula.Split('"') is var quoted
        && quoted.Where((_, place) => place % 2 == 1).Any(text => BeginsLikeOne(text) || IsOne(text));

    private static string? Beginning(string note) =>
        note.TrimStart() is var text && text.IndexOfAny(['：', ':']) is > 0 and <= LongestBeginning and var colon
            && !text.AsSpan(0, colon).Contains('{') ? text[..colon] : null;

    /// <summary>What stands between the slots of a note.</summary>
    private static string[] Pieces(string note)
    {
        var pieces = new List<string>();
        for (var at = 0; at <= note.Length;)
        {
            var open = note.IndexOf('{', at) is >= 0 and var found && note.IndexOf('}', found) > 0 ? found : note.Length;
            pieces.Add(PlainText.Label(note[at..open]));
            at = open == note.Length ? note.Length + 1 : note.IndexOf('}', open) + 1;
        }

        return [.. pieces];
    }

    /// <summary>True for a text that begins and ends as the note does and has its other pieces in order between.</summary>
    private static bool Fits(string text, string[] pieces)
    {
        if (pieces.Length == 1) return text == pieces[0];
        if (!text.StartsWith(pieces[0], StringComparison.Ordinal)) return false;
        var at = pieces[0].Length;
        foreach (var piece in pieces[1..^1])
        {
            if (text.IndexOf(piece, at, StringComparison.Ordinal) is not (>= 0 and var found)) return false;
            at = found + piece.Length;
        }

        return text.Length - at >= pieces[^1].Length && text.EndsWith(pieces[^1], StringComparison.Ordinal);
    }
}
