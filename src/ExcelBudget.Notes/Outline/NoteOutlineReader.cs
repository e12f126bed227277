using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Notes.Template;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ExcelBudget.Notes.Outline;

/// <summary>Reads note.yaml; every fault is told with its line, none stops the reading.</summary>
internal sealed class NoteOutlineReader
{
    private static readonly Dictionary<string, ParagraphRole> Roles = new(StringComparer.Ordinal)
    {
        ["cover"] = ParagraphRole.Cover,
        ["title"] = ParagraphRole.Title,
        ["h1"] = ParagraphRole.Heading1,
        ["h2"] = ParagraphRole.Heading2,
        ["h3"] = ParagraphRole.Heading3,
        ["p"] = ParagraphRole.Body,
        ["projectTitle"] = ParagraphRole.ProjectTitle,
    };

    // Word's own limit for the tag of a content control
    private const int LongestTag = 64;

    private static readonly string[] Others = ["form", "table", "projectTable", "text", "toc", "projects", "codes"];

    private static readonly string[] Conditions = ["if", "unless", "zero", "nonzero", "given", "missing", "some", "none", "several",
        "single", .. YearCases.Kinds.Keys];

    private readonly List<OutlineFault> _faults = [];

    public NoteOutline Read(string yaml, out IReadOnlyList<OutlineFault> faults)
    {
        faults = _faults;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new NoteOutline(Text(root, "title"), Parts(Child(root, "parts")));
            }

            _faults.Add(new OutlineFault(1, "提纲应有 title 和 parts 两项"));
        }
        catch (YamlException problem)
        {
            var line = (int)Math.Max(1, problem.Start.Line);
            var shown = yaml.Split('\n').ElementAtOrDefault(line - 1)?.Trim() ?? "";
            _faults.Add(new OutlineFault(line, $"“{TextCut.Beginning(shown, 40)}”{YamlMessages.Meaning(problem.Message)}"));
        }

        return new NoteOutline("", []);
    }

    private List<NotePart> Parts(YamlNode? node)
    {
        if (node is not YamlSequenceNode sequence)
        {
            Fault(node, "这里应为一列段落（- p: …）");
            return [];
        }

        return [.. sequence.Children.Select(Part).OfType<NotePart>()];
    }

    private NotePart? Part(YamlNode node)
    {
        if (node is not YamlMappingNode { Children.Count: > 0 } part || Key(part) is not { } kind) return Fault(node, "看不懂这一项");
        if (Roles.TryGetValue(kind, out var role)) return new NotePart.Paragraph(role, Sentence(part, Text(part, kind)));
        if (Array.IndexOf(Conditions, kind) >= 0)
            return new NotePart.Group(Tag(part, $"{kind}:{Text(part, kind)}"), Parts(Child(part, "parts")));
        return kind switch
        {
            "form" or "table" =>
                new NotePart.Form(new FormId(Text(part, kind)), kind == "form", Flag(part, "landscape"), Flag(part, "small")),
            "projectTable" => new NotePart.ProjectTable(new FormId(Text(part, kind)), [.. Items(Child(part, "above")).Select(Scalar)]),
            "toc" => new NotePart.Contents(Text(part, kind)),
            "text" => new NotePart.Narrative(Text(part, kind)),
            "codes" => new NotePart.Group(Tag(part, $"codes:{Text(part, kind)}"), Parts(Child(part, "parts"))),
            "projects" => new NotePart.Group(kind, Parts(Child(part, kind))),
            _ => Fault(part, $"不认识“{kind}”，可用：{string.Join("、", [.. Roles.Keys, .. Others, .. Conditions])}"),
        };
    }

    private string Sentence(YamlNode node, string text)
    {
        foreach (var inline in InlineText.Read(text)) CheckTags(node, inline);
        return text;
    }

    private void CheckTags(YamlNode node, Inline inline)
    {
        if (inline is not Inline.Slot slot) return;
        Tag(node, slot.Tag);
        foreach (var inner in slot.Content) CheckTags(node, inner);
    }

    private string Tag(YamlNode node, string tag)
    {
        if (tag.Length > LongestTag) Fault(node, $"标记超过 {LongestTag} 个字符，Word 放不下：{tag}");
        return tag;
    }

    private static IEnumerable<YamlNode> Items(YamlNode? node) => node is YamlSequenceNode sequence ? sequence.Children : [];

    private static string? Key(YamlMappingNode node) => (node.Children.First().Key as YamlScalarNode)?.Value;

    private static YamlNode? Child(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private string Text(YamlMappingNode node, string key)
    {
        if (Child(node, key) is YamlScalarNode { Value: { } text }) return text;
        Fault(node, $"“{key}”应为文字");
        return "";
    }

    private static bool Flag(YamlMappingNode node, string key) => Child(node, key) is YamlScalarNode { Value: "true" };

    private NotePart? Fault(YamlNode? node, string problem)
    {
        _faults.Add(new OutlineFault((int)(node?.Start.Line ?? 1), problem));
        return null;
    }
}
