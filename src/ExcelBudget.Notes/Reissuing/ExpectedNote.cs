using System.Xml.Linq;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Tables;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Reissuing;

/// <summary>What the template would write for the figures: the measure of what an edited note lacks.</summary>
/// <param name="document">The note as the template writes it.</param>
/// <param name="styles">Its styles.</param>
internal sealed class ExpectedNote(XDocument document, StyleIndex styles)
{
    private static readonly string[] Linked = ["fig", "fig0", "rate", "dir", "table"];

    /// <summary>The paragraph that stands under a condition; null when there is none.</summary>
    public string? SentenceUnder(string condition)
    {
        var name = SlotIndex.BookmarkOf(condition);
        var start = document.Descendants(WordXml.BookmarkStart)
            .FirstOrDefault(mark => mark.Attribute(WordXml.W + "name")?.Value.StartsWith(name, StringComparison.Ordinal) == true);
        var paragraph = start?.Ancestors(WordXml.Paragraph).FirstOrDefault() ?? start?.ElementsAfterSelf(WordXml.Paragraph)
            .FirstOrDefault();
        return paragraph is null ? null : WordXml.TextOf(paragraph);
    }

    /// <summary>Remarks on the sentences and tables whose links a note lacks.</summary>
    /// <param name="tags">The tags of the note.</param>
    /// <param name="known">Sentences that a remark already names.</param>
    public IEnumerable<ReissueRemark> Lacking(IEnumerable<string> tags, IReadOnlySet<string> known)
    {
        var present = tags.CountBy(Link).ToDictionary();
        var place = new ReadingPlace(styles);
        foreach (var element in document.Root!.Descendants())
        {
            if (element.Name == WordXml.Paragraph) place.Enter(element);
            if (WordXml.TagOf(element) is not { } tag || Array.IndexOf(Linked, SlotTag.Parse(tag).Kind) < 0) continue;
            present[Link(tag)] = present.GetValueOrDefault(Link(tag)) - 1;
            if (present[Link(tag)] >= 0) continue;
            var isTable = SlotTag.Parse(tag).Kind == "table";
            if (!isTable && known.Contains(place.Words)) continue;
            yield return isTable
                ? new ReissueRemark(place.Heading, 0, "", $"缺少“{place.Words}”下面的表，或它已不与工作簿相连。请从新写出的情况说明中复制过来。")
                : new ReissueRemark(place.Heading, 0, "", $"按现在的数据应有“{place.Words}”；没有找到，或其中的数字已不与工作簿相连，没有更新。请补上或核对。");
        }
    }

    /// <summary>What a tag links: a table its form, whatever stands above its rows.</summary>
    private static string Link(string tag) =>
        SlotTag.Parse(tag) is { Kind: "table" } slot ? $"table:{slot.About.Split('+')[0].Trim()}" : tag;
}
