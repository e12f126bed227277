using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>
/// 由提纲得出的说法。The sentences of note.yaml name their figures: «收入预算{fig:A1[总计,2]}万元» says what 收入预算 means. Whoever writes the note
/// has thereby said how an edited one is read: sections, phrases, comparisons with last year, items for each code.
/// </summary>
internal sealed partial class NotePhrases
{
    private const string FileName = "note.yaml";
    private const int ShortestPhrase = 2;
    private const int LongestPhrase = 20;

    private static readonly string[] Headings = ["h1", "h2", "h3"];

    private readonly NoteCheckDeclaration _declared;
    private readonly List<NoteSection> _sections = [];
    private readonly List<Found> _found = [];
    private readonly List<NoteCodeColumn> _codes = [];
    private readonly Dictionary<string, string> _last = new(StringComparer.Ordinal);
    private string? _section;
    private string? _repeated;

    private NotePhrases(NoteCheckDeclaration declared) => _declared = declared;

    /// <summary>What the pack declares, with what its outline says besides; words that it declares itself keep their meaning.</summary>
    public static NoteCheckDeclaration Added(NoteCheckDeclaration declared, string folder, List<PackFault> faults)
    {
        if (YamlFile.Open(folder, FileName, faults) is not { } note) return declared;
        var phrases = new NotePhrases(declared);
        foreach (var part in note.Maps("parts")) phrases.Part(part, isSure: true);
        return declared with
        {
            Sections = [.. declared.Sections, .. phrases._sections],
            Phrases = [.. declared.Phrases, .. phrases.Phrases()],
            CodeColumns = declared.CodeColumns.Count > 0
                ? [.. declared.CodeColumns.Select(phrases.Reasoned)] : [.. phrases._codes.Distinct()],
        };
    }

    /// <summary>A column that the pack declares itself still needs no reason where the outline gives none.</summary>
    private NoteCodeColumn Reasoned(NoteCodeColumn column) =>
        _codes.Exists(own => own.LeavesReason && (own.Form, own.Column) == (column.Form, column.Column))
            ? column with { LeavesReason = true } : column;

    private void Part(YamlMap part, bool isSure)
    {
        foreach (var key in Headings.Where(part.Has)) Begin(part.Text(key) ?? "");
        if (part.Has("p")) Sentence(part.Text("p") ?? "", isSure);
        var before = _repeated;
        if (part.Text("codes") is { } codes) _repeated = codes;
        foreach (var inner in part.Maps("parts")) Part(inner, isSure: false);
        _repeated = before;
    }

    private void Begin(string heading)
    {
        var title = Ordinals.Strip(Slot().Replace(heading, "")).Trim().TrimStart('年');
        if (title.Length < ShortestPhrase || Part1().IsMatch(title)) return;
        // a section of the pack's own is that of the heading it names
        if (_declared.Sections.FirstOrDefault(section => section.Headings.Any(words => IsBegunBy(title, words))) is { } own)
        {
            _section = own.Id;
            return;
        }

        var number = _sections.Count + 1;
        while (_declared.Sections.Concat(_sections).Any(section => section.Id == $"s{number}")) number++;
        _section = $"s{number}";
        _sections.Add(new NoteSection(_section, title, [title]) { IsRequired = true });
    }

    private static bool IsBegunBy(string heading, string words) =>
        PlainText.Label(heading).Contains(PlainText.Label(words), StringComparison.Ordinal);

    private void Sentence(string text, bool isSure)
    {
        foreach (Match year in YearCase().Matches(text)) _last.TryAdd(year.Groups[1].Value.Trim(), year.Groups[2].Value.Trim());
        foreach (Match list in Codes().Matches(text)) Code(list.Groups[1].Value, list.Value);
        if (_repeated is { } repeated)
        {
            Code(repeated, text);
            return;
        }

        var plain = Codes().Replace(text, "。");
        var needsReason = _declared.Words.Reason.Concat(_declared.Words.Explaining)
            .Any(word => plain.Contains(word, StringComparison.Ordinal));
        foreach (Match figure in Figure().Matches(plain))
        {
            var word = WordBefore(plain[..figure.Index]);
            if (word.Length is < ShortestPhrase or > LongestPhrase || IsDirection(word)) continue;
            var depth = plain[..figure.Index].Count(sign => sign == '{') - plain[..figure.Index].Count(sign => sign == '}');
            _found.Add(new Found(word, figure.Groups[2].Value.Trim(), _section, needsReason, isSure && depth == 0,
                figure.Groups[1].Value == "fig0" ? Unit().Match(plain[(figure.Index + figure.Length)..]).Value : ""));
        }
    }

    /// <summary>«{codes:A1[类];、|{code:name}{fig:A1[本行,4]}万元}»: the names of a form's codes are phrases.</summary>
    private void Code(string rows, string text)
    {
        if (Row().Match(text) is not { Success: true } own || own.Groups[1].Value != rows.Split('[')[0].Trim()) return;
        var column = own.Groups[2].Value.Trim();
        var isPath = text.Contains("{code:项}", StringComparison.Ordinal) || text.Contains("{code:款}", StringComparison.Ordinal);
        var last = YearCase().Matches(text).Select(match => Row().Match(match.Groups[2].Value))
            .FirstOrDefault(match => match.Success && match.Groups[1].Value == own.Groups[1].Value)?.Groups[2].Value.Trim();
        _codes.Add(new NoteCodeColumn(own.Groups[1].Value, column)
        {
            IsByPath = isPath,
            Last = last,
            LeavesReason = !_declared.Words.Reason.Concat(_declared.Words.Explaining)
                .Any(word => text.Contains(word, StringComparison.Ordinal)),
            Within = isPath && _section is not null ? [_section] : [],
            QuotedIn = isPath ? _section : null,
        });
    }

    /// <summary>One phrase for each word; one that means different figures in different sections is a phrase for each.</summary>
    private IEnumerable<NotePhrase> Phrases()
    {
        var declared = _declared.Phrases.SelectMany(phrase => phrase.Words).ToHashSet(StringComparer.Ordinal);
        foreach (var word in _found.Where(found => !declared.Contains(found.Word)).GroupBy(found => found.Word))
        {
            var figures = word.GroupBy(found => found.Figure).ToArray();
            foreach (var figure in figures)
            {
                var first = figure.First();
                var last = _last.GetValueOrDefault(figure.Key);
                yield return new NotePhrase([word.Key], [figure.Key])
                {
                    Last = last,
                    Change = last is null ? null : $"{figure.Key} - ({last})",
                    Units = first.Unit.Length > 0 ? [first.Unit] : [],
                    Within = figures.Length > 1 ? [.. figure.Select(found => found.Section).OfType<string>().Distinct()] : [],
                    QuotedIn = figure.Where(found => found.IsSure).Select(found => found.Section)
                        .FirstOrDefault(section => section is not null),
                    NeedsReason = last is not null && figure.Any(found => found.NeedsReason),
                    LeavesReason = last is not null && !figure.Any(found => found.NeedsReason),
                };
            }
        }
    }

    /// <summary>The words between the last sign or slot and a figure, without those that say nothing of what it is.</summary>
    private string WordBefore(string before)
    {
        var word = Words().Match(before).Value.Trim();
        string shortened;
        do
        {
            shortened = word;
            foreach (var filler in Fillers)
            {
                if (word.Length > filler.Length && word.EndsWith(filler, StringComparison.Ordinal)) word = word[..^filler.Length];
            }

            foreach (var opening in Openings)
            {
                if (word.Length > opening.Length && word.StartsWith(opening, StringComparison.Ordinal)) word = word[opening.Length..];
            }
        }
        while (shortened != word);
        // «收入预算：{year}年年初预算数»: what is told stands before the colon
        var rest = Slot().Replace(before, "").TrimEnd();
        var colon = rest.LastIndexOf('：');
        return _declared.Words.Fillers.Contains(word) && colon > 0 && rest[(colon + 1)..].Trim().TrimStart('年') == word
            ? WordBefore(rest[..colon]) : word;
    }

    /// <summary>«预算数为»: what only leads to the figure; 预算 itself may belong to the name.</summary>
    private IEnumerable<string> Fillers => _declared.Words.Fillers.Where(filler => filler[^1] is '数' or '为').Concat(["为", "共", "是"]);

    private IEnumerable<string> Openings => _declared.Words.Parts.Append("年").Append("年度");

    private bool IsDirection(string word) => _declared.Words.Increase.Concat(_declared.Words.Decrease).Concat(_declared.Words.Change)
        .Concat(_declared.Words.Comparison).Concat(_declared.Words.Level).Concat(_declared.Words.Share)
        .Any(known => word.EndsWith(known, StringComparison.Ordinal));

    private sealed record Found(string Word, string Figure, string? Section, bool NeedsReason, bool IsSure, string Unit);

    [GeneratedRegex(@"\{(fig0?):([^{}|]+)\}")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\{(?:up|down|same):([^;{}|]+);([^{}|]+)")]
    private static partial Regex YearCase();

    [GeneratedRegex(@"\{codes:([^;{}|]+)[^|]*\|(?:[^{}]|\{[^{}]*\})*\}")]
    private static partial Regex Codes();

    [GeneratedRegex(@"(\w+)\[本行,([^\]]+)\]")]
    private static partial Regex Row();

    [GeneratedRegex(@"[^，。；：、,;:{}|（）()\s\d]*$")]
    private static partial Regex Words();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"^第[一二三四五六七八九十]+部分")]
    private static partial Regex Part1();

    [GeneratedRegex(@"^\p{L}(?:（\p{L}）)?")]
    private static partial Regex Unit();
}
