using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Checking;

/// <summary>The wording of a note: patterns it must not hold, years, numbering, repetitions, expense kinds, terms.</summary>
internal sealed partial class WordingChecks
{
    // far beyond what a sound pattern needs on the longest paragraph
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal);

    private readonly NoteScope _scope;
    private readonly ReadParagraph[] _paragraphs;

    private WordingChecks(NoteScope scope) => (_scope, _paragraphs) = (scope, scope.Paragraphs);

    public static void Check(NoteScope scope)
    {
        var check = new WordingChecks(scope);
        check.CheckPatterns();
        if (scope.Asks(NoteRuleIds.StaleYear)) check.CheckYears();
        if (scope.Asks(NoteRuleIds.Doubled)) check.CheckDoubled();
        if (scope.Asks(NoteRuleIds.Numbering) || scope.Asks(NoteRuleIds.Repeated)) check.CheckLists();
        if (scope.Asks(NoteRuleIds.ExpenseKinds)) check.CheckExpenseKinds();
        if (scope.Asks(NoteRuleIds.Term)) check.CheckTerms();
        if (scope.Asks(NoteRuleIds.TextFigure)) check.CheckTextFigures();
        if (scope.Asks(NoteRuleIds.UnitName)) check.CheckUnitName();
    }

    private void CheckPatterns()
    {
        var own = new OwnName(_scope.Figures.Budget.Identity);
        var patterns = _scope.Language.Patterns;
        var objected = new List<(int Rule, NoteParagraph Paragraph, string Text)>();
        foreach (var paragraph in _paragraphs)
        {
            // a unit may well be called 某某县财政局
            var text = own.Masked(paragraph.Text);
            var rules = ReferenceEquals(text, paragraph.Text) ? paragraph.Meaning.Objecting(patterns) : patterns.MayObject(text);
            foreach (var rule in rules) objected.Add((rule, paragraph.Paragraph, text));
        }

        foreach (var table in _scope.Document.Tables)
        {
            foreach (var words in table.DraftWords) Look(words, null);
            if (table.DraftWords.Count > 0) continue;
            foreach (var paragraph in table.Rows.SelectMany(row => row).SelectMany(cell => cell.Paragraphs))
                Look(paragraph.Text, paragraph);
        }

        foreach (var (rule, paragraph, text) in objected.OrderBy(one => one.Rule))
        {
            if (_scope.Asks(patterns.Rules[rule].Id)) CheckPatterns(patterns.Rules[rule], paragraph, text);
        }

        // cells hold no sentences: only what was left unfilled is looked for in them
        void Look(string words, NoteParagraph? paragraph)
        {
            if (!patterns.MayBeUnfilled(words) || words.AsSpan().Trim().IsEmpty) return;
            var text = own.Masked(words);
            foreach (var rule in patterns.MayObject(text))
            {
                if (patterns.Rules[rule].Category == Category.Placeholder)
                    objected.Add((rule, paragraph ??= NoteTable.Said(words), text));
            }
        }
    }

    private void CheckPatterns(NoteRule rule, NoteParagraph paragraph, string text)
    {
        foreach (var pattern in rule.Patterns)
        {
            try
            {
                var match = Compiled.GetOrAdd(pattern, static words => new Regex(words, RegexOptions.CultureInvariant, Patience))
                    .Match(text);
                if (match is { Success: true, Length: > 0 })
                    _scope.Report(rule.Id, new NoteSpot(paragraph, match.Index, match.Length), new NoteRemark { Said = match.Value });
            }
            catch (RegexMatchTimeoutException)
            {
                _scope.NotChecked(rule.Id, $"文字过长，正则表达式“{pattern}”未能及时查完");
            }
        }
    }

    private void CheckYears()
    {
        string[]? projects = null;
        foreach (var read in _paragraphs)
        {
            var paragraph = read.Paragraph;
            if (!WrittenText.MayNameOtherYear(paragraph.Text, _scope.Year)) continue;
            // the end of last year is a date of the balance, and a project's name is the workbook's
            var text = YearEnd()
                .Replace(paragraph.Text, match =>
                int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) == _scope.Year - 1
                ? new string(' ', match.Length) : match.Value);
            text = (projects ??= [.. ProjectNames()]).Where(name => text.Contains(name, StringComparison.Ordinal))
                .Aggregate(text, (words, name) => words.Replace(name, new string(' ', name.Length), StringComparison.Ordinal));
            foreach (var year in WrittenText.StaleYears(text, _scope.Year))
            {
                var words = NoteNumbers.Whole(year);
                var at = text.IndexOf(words, StringComparison.Ordinal);
                var isLast = year == _scope.Year - 1 && _scope.IsAboutLastYear(new NoteSpot(paragraph, at, words.Length));
                if (isLast || IsLinkedLastYear(paragraph, at) || IsNothingLastYear(text, year, at)) continue;
                _scope.Report(
                    NoteRuleIds.StaleYear, new NoteSpot(paragraph, at, words.Length),
                    new NoteRemark { Said = words + "年", Expected = NoteNumbers.Whole(_scope.Year) + "年" });
            }
        }
    }

    /// <summary>«2025年年初预算数为40万元，2024年无此项支出»: beside this year, the last that had nothing; alone it would be old text.</summary>
    private bool IsNothingLastYear(string text, int year, int at)
    {
        if (year != _scope.Year - 1) return false;
        var sentence = text[(text.LastIndexOf('。', at) + 1)..at];
        return sentence.Contains(NoteNumbers.Whole(_scope.Year) + "年", StringComparison.Ordinal)
            && _scope.Language.Declaration.Words.Nothing.Any(word =>
                text.AsSpan(at).StartsWith($"{NoteNumbers.Whole(year)}年{word}", StringComparison.Ordinal));
    }

    private static bool IsLinkedLastYear(NoteParagraph paragraph, int at) =>
        paragraph.Controls.Any(
            control => control.Tag.Kind is "lastYear" or "previousYearEnd" or "previousYearEndDate" && control.Start <= at
            && at < control.Start + control.Length);

    private IEnumerable<string> ProjectNames()
    {
        var form = _scope.Figures.Book.Pack.Forms.FirstOrDefault(form => form.Blocks is not null);
        var rows = form is null ? null : _scope.Figures.Budget[form.Id]?.Rows;
        return rows?.Select(row => row.Text("name")).Where(name => name.Length > 0) ?? [];
    }

    private void CheckLists()
    {
        var tableLines = TableLines();
        foreach (var group in _paragraphs.Where(paragraph => paragraph.Section is not null).GroupBy(paragraph => paragraph.Section))
        {
            var (slips, repetitions) = WrittenText.Lists(group.Where(paragraph => !tableLines.Contains(paragraph.Meaning.Label))
                .Select(paragraph => paragraph.Meaning.Passages));
            foreach (var slip in slips)
            {
                if (SpotOf(group.Reverse(), slip.Item) is { } spot)
                    _scope.Report(
                    NoteRuleIds.Numbering, spot,
                    new NoteRemark
                    {
                        Said = NoteNumbers.Whole(slip.Number),
                        Expected = NoteNumbers.Whole(slip.Expected),
                        Item =
                    Beginning(slip.Item)
                    });
            }

            foreach (var repeated in repetitions)
            {
                if (SpotOf(group.Reverse(), repeated) is { } spot)
                    _scope.Report(NoteRuleIds.Repeated, spot, new NoteRemark { Said = Beginning(repeated), Item = Beginning(repeated) });
            }
        }
    }

    /// <summary>The lines above tables, which say the same over each: whose table it is, and the unit of money.</summary>
    private HashSet<string> TableLines() =>
    [
        .. _scope.Figures.Book.Pack.Forms.Select(form => PlainText.Label(
            new FormSlots(form, _scope.Figures.Budget.Identity).Fill(string.Concat(form.SecondLine)))),
    ];

    /// <summary>
    /// Paragraphs that follow themselves, or whose words do, although the workbook has them once: LibreOffice does that to what stands in
    /// a control. Short ones may well be meant.
    /// </summary>
    private void CheckDoubled()
    {
        Dictionary<string, int>? own = null;
        for (var at = 0; at < _paragraphs.Length; at++)
        {
            var (meaning, words) = (_paragraphs[at].Meaning, _paragraphs[at].Meaning.Label);
            var follows = at > 0 && meaning.IsLongEnoughToDouble && words == _paragraphs[at - 1].Meaning.Label;
            if (!follows && !meaning.IsRepetition) continue;
            own ??= TextLines().CountBy(PlainText.Label).ToDictionary(StringComparer.Ordinal);
            if (own.GetValueOrDefault(words) > (follows ? 1 : 0)) continue;
            var spot = NoteSpot.Of(_paragraphs[at].Paragraph);
            var said = Beginning(_paragraphs[at].Text);
            _scope.Report(NoteRuleIds.Doubled, spot, new NoteRemark { Said = said, Item = said });
        }
    }

    private static NoteSpot? SpotOf(IEnumerable<ReadParagraph> paragraphs, string words)
    {
        foreach (var paragraph in paragraphs)
        {
            var at = paragraph.Text.Replace('\n', ' ').LastIndexOf(words, StringComparison.Ordinal);
            if (at >= 0) return new NoteSpot(paragraph.Paragraph, at, words.Length);
        }

        return null;
    }

    private static string Beginning(string words) => TextCut.Beginning(words, 24);

    private void CheckExpenseKinds()
    {
        if (_scope.Language.Declaration.ExpenseKinds is not { } kinds) return;
        var form = _scope.Figures.Book.Pack[new FormId(kinds.Form)];
        if (_scope.Figures.Budget[form.Id] is null)
        {
            _scope.NotChecked(NoteRuleIds.ExpenseKinds, MissingForm.Reason(form));
            return;
        }

        foreach (var paragraph in _paragraphs.Where(paragraph => paragraph.Section?.Id == kinds.Section))
        {
            foreach (var after in kinds.After.Where(words => paragraph.Text.Contains(words, StringComparison.Ordinal)).Take(1))
            {
                var start = paragraph.Text.IndexOf(after, StringComparison.Ordinal) + after.Length;
                var end = paragraph.Text.IndexOf('。', start) is var stop and >= 0 ? stop : paragraph.Text.Length;
                var list = paragraph.Text[start..end].TrimStart('：', ':');
                var absent = WrittenText.KindsWithoutAmount(_scope.Figures, form, new ColumnId(kinds.Column), kinds.Classes, list);
                if (absent.Count > 0)
                    _scope.Report(
                    NoteRuleIds.ExpenseKinds, new NoteSpot(paragraph.Paragraph, end - list.Length, list.Length),
                    new NoteRemark { Said = string.Join('、', absent), Cell = $"{form.Title}（{form.Id}）" });
            }
        }
    }

    private void CheckTerms()
    {
        if (_scope.Language.Declaration.TermsSection is not { } section || !_scope.Outline.Has(section)) return;
        var (explained, used) = (Words(section, isIn: true), Words(section, isIn: false));
        foreach (var term in _scope.Language.Declaration.Terms)
        {
            var words = term.Select(PlainSentence.Plain).ToArray();
            if (!words.Any(word => used.Contains(word, StringComparison.Ordinal))
                || words.Any(word => explained.Contains(word, StringComparison.Ordinal))) continue;
            var heading = _paragraphs.First(paragraph => paragraph.Section?.Id == section);
            _scope.Report(NoteRuleIds.Term, new NoteSpot(heading.Paragraph, 0, 0), new NoteRemark { Said = term[0], Item = term[0] });
        }
    }

    private string Words(string section, bool isIn) =>
        string.Concat(_paragraphs.Where(paragraph => paragraph.Section is { } own && (own.Id == section) == isIn)
            .Select(paragraph => _scope.OwnNames.Without(paragraph.Meaning.Plain)));

    /// <summary>A line of the department that is the workbook's but for a number.</summary>
    private void CheckTextFigures()
    {
        var lines = TextLines().Where(line => line.Any(char.IsAsciiDigit)).ToLookup(NumberSkeleton.Of, StringComparer.Ordinal);
        if (lines.Count == 0) return;
        foreach (var read in _paragraphs)
        {
            var paragraph = read.Paragraph;
            if (!NumberSkeleton.HasDigit(paragraph.Text) || !lines.Contains(read.Meaning.Skeleton)) continue;
            var text = paragraph.Text.Trim();
            var same = lines[read.Meaning.Skeleton].ToArray();
            if (same.Contains(text)) continue;
            var (said, meant) = (Digits().Matches(text), Digits().Matches(same[0]));
            var at = Enumerable.Range(0, said.Count).First(index => said[index].Value != meant[index].Value);
            // the item number in front is a matter of numbering
            if (said[at].Index == 0) continue;
            _scope.Report(
                NoteRuleIds.TextFigure,
                new NoteSpot(paragraph, paragraph.Text.IndexOf(text, StringComparison.Ordinal) + said[at].Index, said[at].Length),
                new NoteRemark { Said = said[at].Value, Expected = meant[at].Value });
        }
    }

    private IEnumerable<string> TextLines() =>
        from form in _scope.Figures.Book.Pack.Forms
        where form.Rows.Any(rows => rows is RowGroup.Texts)
        from row in _scope.Figures.Budget[form.Id]?.Rows ?? []
        from cell in row.Cells.Values
        from line in (cell.AsText() ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select line;

    private void CheckUnitName()
    {
        var name = PlainText.Label(_scope.Figures.Budget.Identity.UnitName);
        if (_paragraphs.Length == 0 || name.Length == 0
            || Array.Exists(_paragraphs, paragraph => paragraph.Meaning.Label.Contains(name, StringComparison.Ordinal))) return;
        _scope.Report(
            NoteRuleIds.UnitName, new NoteSpot(_paragraphs[0].Paragraph, 0, 0),
            new NoteRemark { Expected = _scope.Figures.Budget.Identity.UnitName });
    }

    [GeneratedRegex(@"(20\d{2})\s*(?:年|[-./])\s*12\s*(?:月|[-./])\s*31\s*日?")]
    private static partial Regex YearEnd();

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Digits();
}
