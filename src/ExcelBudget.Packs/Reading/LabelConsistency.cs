using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Packs.Reading;

/// <summary>Slots that labels, headings and lines of a form may have, and rows that stand under others.</summary>
internal static partial class LabelConsistency
{
    /// <summary>What is wrong, with the text it is wrong in.</summary>
    public static IEnumerable<(string Text, string Problem)> Problems(FormDefinition form, IReadOnlyList<PackWord> words)
    {
        foreach (var (where, text) in Texts(form))
        {
            foreach (var slot in Slots(text).Where(slot => !IsKnown(slot, where) && words.All(word => word.Name != slot)))
                yield return (text, $"{where}“{text}”里没有“{{{slot}}}”可填，可用："
                    + string.Join("、", Known(where).Concat(words.Select(word => word.Name)).Select(name => $"{{{name}}}")));
        }

        foreach (var row in form.Rows.OfType<RowGroup.Fixed>().Where(row => row.Under is { } above && form.FixedRow(above) is null))
            yield return ($"under: {row.Under}", $"行 {row.Key} 的 under：没有行“{row.Under}”");
    }

    private static IEnumerable<(string Where, string Text)> Texts(FormDefinition form)
    {
        if (form.PrintedTitle is { } title) yield return ("printedTitle", title);
        if (form.NumberLine is { } number) yield return ("numberLine", number);
        if (form.EmptyNote is { } empty) yield return ("emptyNote", empty);
        foreach (var line in form.SecondLine) yield return ("secondLine", line);
        foreach (var note in form.FootNotes) yield return ("footNotes", note);
        foreach (var heading in form.Columns.SelectMany(column => column.Groups.Append(column.Title)).Distinct()) yield return ("栏名",
            heading);
        foreach (var label in form.Rows.OfType<RowGroup.Fixed>().SelectMany(row => row.Labels.Values)) yield return (RowLabel, label);
        if (form.Tree?.Text is { } text) yield return (CodeLabel, text);
    }

    private const string RowLabel = "行名";
    private const string CodeLabel = "text";

    private static IEnumerable<string> Slots(string text) => Slot().Matches(text).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Known(string where) => where switch
    {
        RowLabel => FormSlots.Names.Concat(Ordinals.Styles.Select(style => "ordinal:" + style)),
        CodeLabel => Ordinals.Styles.Select(style => "ordinal:" + style).Concat(["code", "name"]),
        _ => FormSlots.Names,
    };

    private static bool IsKnown(string slot, string where) => Known(where).Contains(slot)
        || (where != CodeLabel && CodeStart().IsMatch(slot));

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"^unitCode:\d{1,2}$")]
    private static partial Regex CodeStart();
}
