using System.Text;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking;

/// <summary>What is said about a spot, apart from the words of the rule.</summary>
internal sealed record NoteRemark
{
    /// <summary>What the note says.</summary>
    public string? Said { get; init; }

    /// <summary>What it should say.</summary>
    public string? Expected { get; init; }

    /// <summary>Actual less expected, where both are figures of one unit.</summary>
    public string? Difference { get; init; }

    /// <summary>What is spoken of.</summary>
    public string Item { get; init; } = "";

    /// <summary>The cell behind it, in words.</summary>
    public string Cell { get; init; } = "";

    /// <summary>What else could be seen, a whole sentence; empty for nothing.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The cells behind it.</summary>
    public IReadOnlyList<CellAddress> Cells { get; init; } = [];

    /// <summary>The rule's sentence with its slots filled in one pass.</summary>
    public string Fill(string message, NoteSpot spot)
    {
        var filled = new StringBuilder();
        var at = 0;
        for (var open = message.IndexOf('{', StringComparison.Ordinal); open >= 0; open = message.IndexOf('{', at))
        {
            var close = message.IndexOf('}', open);
            if (close < 0) break;
            filled.Append(message, at, open - at).Append(Slot(message[(open + 1)..close], spot));
            at = close + 1;
        }

        return filled.Append(message, at, message.Length - at).ToString();
    }

    private string Slot(string name, NoteSpot spot) => name switch
    {
        "said" => Said ?? spot.Words,
        "expected" => Expected ?? "",
        "item" => Item,
        "cell" => Cell.Length == 0 ? NoteSentences.Workbook.With() : Cell,
        "hint" => Hint,
        _ => spot.Sentence,
    };
}
