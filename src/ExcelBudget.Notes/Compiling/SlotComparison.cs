using System.Text.RegularExpressions;
using System.Xml.Linq;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Outline;

namespace ExcelBudget.Notes.Compiling;

/// <summary>
/// The slots of a template against those of the outline it was built from: a program that saves it may lose them, and its notes would
/// print 〔year〕 or say a thing and its opposite.
/// </summary>
internal sealed partial class SlotComparison
{
    private const int MostNamed = 3;
    private static readonly string[] Kept = ["fig", "fig0", "rate", "dir", "text", "table", "project", "toc", "item"];

    private readonly List<string> _wanted = [];

    private SlotComparison(IEnumerable<NotePart> parts)
    {
        foreach (var part in parts) Add(part);
    }

    /// <summary>What the template lacks; null when it lacks nothing.</summary>
    /// <param name="document">The template's document.</param>
    /// <param name="outline">The outline.</param>
    /// <param name="isNewer">True when the outline was changed after the template was built from it.</param>
    public static TemplateFault? Fault(XDocument document, NoteOutline outline, bool isNewer)
    {
        var comparison = new SlotComparison(outline.Parts);
        var present = document.Descendants(WordXml.Control).Select(WordXml.TagOf).OfType<string>().ToArray();
        var lost = comparison.Lost(present).ToArray();
        var bare = comparison.Bare(document);
        if (lost.Length == 0 && bare.Length == 0) return null;
        var named = lost.Length > 0 ? Named(lost) : Named(Array.ConvertAll(bare, tag => $"〔{tag}〕"));
        var count = lost.Length > 0 ? $"少了 {lost.Length} 处 note.yaml 里有的数据位置（内容控件）" : $"有 {bare.Length} 处只剩文字、没有内容控件的数据位置";
        if (lost.Length > 0 && isNewer)
        {
            return new TemplateFault("", "", $"{count}：{named}。note.yaml 比 note.docx 新，多半是改了以后还没有重新生成，请运行 packs build；"
                + "note.docx 在 Word 里改过的，要加 --force，那些改动会被覆盖");
        }

        return new TemplateFault("", "", $"{count}：{named}。多半是用 LibreOffice 等软件保存时丢的。"
            + "请从备份恢复，或用 packs build 加 --force 重新生成；有意删去的，请在 note.yaml 里也删去");
    }

    /// <summary>Of figures and words any one is enough; of conditions each is needed.</summary>
    private IEnumerable<string> Lost(IReadOnlyList<string> present)
    {
        var found = present.Select(Normal).CountBy(tag => tag).ToDictionary(StringComparer.Ordinal);
        foreach (var (tag, count) in _wanted.Select(Normal).CountBy(tag => tag))
        {
            var needed = IsLeaf(tag) ? 1 : count;
            if (found.GetValueOrDefault(tag) < needed) yield return tag;
        }
    }

    /// <summary>The tags that stand as words outside any control.</summary>
    private string[] Bare(XDocument document)
    {
        var known = _wanted.ToHashSet(StringComparer.Ordinal);
        return [.. document.Descendants(WordXml.Paragraph)
            .Where(paragraph => !paragraph.Ancestors(WordXml.Control).Any(control => WordXml.TagOf(control) is not null))
            .SelectMany(paragraph => Placeholder().Matches(Outside(paragraph))).Select(match => match.Groups[1].Value)
            .Where(known.Contains)];
    }

    private static string Outside(XElement paragraph) => string.Concat(paragraph.Descendants(WordXml.Words)
        .Where(words => !words.Ancestors(WordXml.Control).Any(control => WordXml.TagOf(control) is not null))
        .Select(words => words.Value));

    private static string Named(string[] tags) =>
        string.Join("、", tags.Take(MostNamed)) + (tags.Length > MostNamed ? "等" : "");

    private static bool IsLeaf(string tag) =>
        SlotTag.Parse(tag) is var slot && (slot.About.Length == 0 || Array.IndexOf(Kept, slot.Kind) >= 0);

    private static string Normal(string tag) =>
        SlotTag.Parse(tag) is { About.Length: > 0 } slot ? $"{slot.Kind}:{slot.About}" : tag.Trim();

    private void Add(NotePart part)
    {
        switch (part)
        {
            case NotePart.Paragraph paragraph:
                foreach (var inline in InlineText.Read(paragraph.Text)) Add(inline);
                break;
            case NotePart.Form form:
                _wanted.Add($"table:{form.Id}");
                break;
            case NotePart.ProjectTable table:
                _wanted.Add("table:" + string.Join('+', table.Above.Prepend(table.Id.Value)));
                break;
            case NotePart.Narrative text:
                _wanted.Add($"text:{text.Section}");
                break;
            case NotePart.Contents:
                _wanted.Add("toc");
                break;
            case NotePart.Group group:
                _wanted.Add(group.Tag);
                foreach (var inner in group.Parts) Add(inner);
                break;
        }
    }

    private void Add(Inline inline)
    {
        if (inline is not Inline.Slot slot) return;
        _wanted.Add(slot.Tag);
        foreach (var inner in slot.Content) Add(inner);
    }

    [GeneratedRegex("〔([^〔〕]+)〕")]
    private static partial Regex Placeholder();
}
