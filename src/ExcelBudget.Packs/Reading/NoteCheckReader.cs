using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Yaml;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Packs.Reading;

/// <summary>Reads note-check.yaml; a pack without it declares nothing.</summary>
internal static class NoteCheckReader
{
    private const string FileName = "note-check.yaml";

    /// <summary>Asks for what the sentences of note.yaml say of themselves.</summary>
    private const string FromNote = "fromNote";

    private static readonly Dictionary<string, Severity> Severities = new(StringComparer.Ordinal)
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["info"] = Severity.Info,
    };

    public static NoteCheckDeclaration Read(string folder, List<PackFault> faults)
    {
        if (!File.Exists(Path.Combine(folder, FileName))) return NoteCheckDeclaration.None;
        var files = YamlFile.OpenWithShared(folder, FileName, faults);
        if (files is not [var map, ..]) return NoteCheckDeclaration.None;
        var terms = map.Map("terms");
        var words = files.Select(file => file.Map("words")).OfType<YamlMap>().ToArray();
        var declaration = new NoteCheckDeclaration
        {
            Words = Words(words),
            Sections = files.SelectMany(file => file.Maps("sections")).Select(Section).ToArray(),
            Phrases = files.SelectMany(file => file.Maps("phrases")).Select(Phrase).ToArray(),
            CodeColumns = files.SelectMany(file => file.Maps("codes")).Select(CodeColumn).ToArray(),
            ExpenseKinds = map.Map("expenseKinds") is { } kinds ? ExpenseKinds(kinds) : null,
            Terms = terms?.Rows("words") ?? [],
            TermsSection = terms?.Text("section"),
            Rules = Rules(files, faults),
        };
        if (map.Flag(FromNote)) declaration = NotePhrases.Added(declaration, folder, faults);
        terms?.RefuseOthers();
        foreach (var file in files) file.RefuseOthers();
        return declaration;
    }

    /// <summary>Names in the declaration that point nowhere.</summary>
    public static IEnumerable<PackFault> Problems(Pack pack, RuleBook book)
    {
        var check = pack.NoteCheck;
        var sections = check.Sections.Select(section => section.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var phrase in check.Phrases)
        {
            foreach (var expression in phrase.Figures.Append(phrase.Change).Append(phrase.Last).OfType<string>())
            {
                if (Problem(() => Parser.Figure(expression, book.Names)) is { } problem)
                {
                    yield return new PackFault(FileName, phrase.Line, $"“{phrase.Words[0]}”的公式“{expression}”{problem}");
                }
            }

            if (phrase.Only is { } only && Problem(() => RowWords.Parse(only, book.Names)) is { } wrong)
            {
                yield return new PackFault(FileName, phrase.Line, $"“{phrase.Words[0]}”的 only“{only}”{wrong}");
            }
            foreach (var unknown in phrase.Within.Append(phrase.QuotedIn).OfType<string>().Where(id => !sections.Contains(id)))
            {
                yield return new PackFault(FileName, phrase.Line, $"“{phrase.Words[0]}”：sections 中没有“{unknown}”");
            }
        }

        foreach (var column in check.CodeColumns.Where(
            column => pack.Form(new FormId(column.Form))?.Tree is null || pack[new FormId(column.Form)]
            .Column(new ColumnId(column.Column)) is null))
        {
            yield return new PackFault(FileName, 0, $"codes：没有科目表“{column.Form}”的栏“{column.Column}”");
        }

        foreach (var column in check.CodeColumns)
        {
            foreach (var lost in new[] { column.Change, column.Last }.OfType<string>()
                .Where(id => pack.Form(new FormId(column.Form))?.Column(new ColumnId(id)) is null))
                yield return new PackFault(FileName, 0, $"codes：表“{column.Form}”没有栏“{lost}”");
            foreach (var section in column.Within.Append(column.QuotedIn).OfType<string>().Where(id => !sections.Contains(id)))
                yield return new PackFault(FileName, 0, $"codes：sections 中没有“{section}”");
        }
    }

    private static string? Problem(Func<object> parse)
    {
        try
        {
            _ = parse();
            return null;
        }
        catch (LanguageException problem)
        {
            return problem.Message;
        }
    }

    private static readonly string[] Known =
    [
        "increase", "decrease", "increaseTo", "decreaseTo", "change", "level", "comparison", "lastYear",
        "parts", "explaining", "reason", "nothing", "share", "each", "fillers", "limits",
        "about", "otherBases", "raising", "lowering", "eitherWay", "noAmounts", "restraining", "denying",
    ];

    private static NoteWords Words(IReadOnlyList<YamlMap> maps)
    {
        // a kind of words that the pack lists itself takes the place of the shared one
        IReadOnlyList<string> Of(string key) => maps.FirstOrDefault(map => map.Has(key))?.Texts(key) ?? [];
        var words = new NoteWords
        {
            Increase = Of("increase"),
            Decrease = Of("decrease"),
            IncreaseTo = Of("increaseTo"),
            DecreaseTo = Of("decreaseTo"),
            Change = Of("change"),
            Level = Of("level"),
            Comparison = Of("comparison"),
            LastYear = Of("lastYear"),
            Parts = Of("parts"),
            Explaining = Of("explaining"),
            Reason = Of("reason"),
            Nothing = Of("nothing"),
            Share = Of("share"),
            Each = Of("each"),
            Fillers = Of("fillers"),
            Limits = Of("limits"),
            About = Of("about"),
            OtherBases = Of("otherBases"),
            Raising = Of("raising"),
            Lowering = Of("lowering"),
            EitherWay = Of("eitherWay"),
            NoAmounts = Of("noAmounts"),
            Restraining = Of("restraining"),
            Denying = Of("denying"),
        };
        foreach (var map in maps)
        {
            foreach (var key in map.Keys.Where(key => !Array.Exists(Known, known => known == key)))
                map.Faults.Add(new PackFault(map.File, map.LineOf(key), $"不认识的项目“{key}”"));
        }

        return words;
    }

    private static NoteSection Section(YamlMap map)
    {
        var section = new NoteSection(map.Required("id"), map.Required("title"), map.Texts("headings"))
        {
            IsRequired = map.Flag("required"),
            HasFigures = map.Flag("figures", otherwise: true),
        };
        map.RefuseOthers();
        return section;
    }

    private static NotePhrase Phrase(YamlMap map)
    {
        var phrase = new NotePhrase(map.Texts("words"), map.Texts("figure"))
        {
            Change = map.Text("change"),
            Last = map.Text("last"),
            Units = map.Texts("units"),
            Within = map.Texts("within"),
            QuotedIn = map.Text("quotedIn"),
            NeedsReason = map.Flag("reason"),
            Only = map.Text("only"),
            Line = map.Line,
        };
        if (phrase.Words.Count == 0) map.Faults.Add(new PackFault(FileName, map.Line, "缺少 words"));
        map.RefuseOthers();
        return phrase;
    }

    private static NoteCodeColumn CodeColumn(YamlMap map)
    {
        var column = new NoteCodeColumn(map.Required("form"), map.Required("column"))
        {
            IsByPath = map.Flag("path"),
            Change = map.Text("change"),
            Last = map.Text("last"),
            Within = map.Texts("within"),
            QuotedIn = map.Text("quotedIn"),
        };
        map.RefuseOthers();
        return column;
    }

    private static NoteExpenseKinds ExpenseKinds(YamlMap map)
    {
        var kinds = new NoteExpenseKinds(
            map.Required("section"), map.Texts("after"), map.Required("form"), map.Required("column"), map.Texts("classes"));
        map.RefuseOthers();
        return kinds;
    }

    private static Dictionary<string, NoteRule> Rules(IReadOnlyList<YamlMap> files, List<PackFault> faults)
    {
        var rules = new Dictionary<string, NoteRule>(StringComparer.Ordinal);
        foreach (var entry in files.SelectMany(file => file.Maps("rules")))
        {
            var rule = Rule(entry);
            // what packs share gives way to the pack's own rule
            if (!rules.TryAdd(rule.Id, rule) && entry.File == FileName)
                faults.Add(new PackFault(FileName, entry.Line, $"规则编号 {rule.Id} 重复"));
            if (rule.Patterns.Count == 0 && !NoteRuleIds.All.Contains(rule.Id))
                faults.Add(new PackFault(entry.File, entry.Line, $"不认识的规则“{rule.Id}”；自定的规则应有 patterns"));
        }

        return rules;
    }

    private static NoteRule Rule(YamlMap map)
    {
        var rule = new NoteRule
        {
            Id = map.Required("id"),
            Catalogue = map.Required("catalogue"),
            Category = map.Required("category"),
            Severity = Severities.GetValueOrDefault(map.Required("severity"), Severity.Error),
            Message = map.Required("message"),
            Basis = map.Required("basis"),
            Line = map.Line,
            Patterns = map.Texts("patterns"),
        };
        if (!Category.All.Contains(rule.Category))
            map.Faults.Add(new PackFault(FileName, map.LineOf("category"), $"不认识的 category“{rule.Category}”"));
        if (!Severities.ContainsKey(map.Text("severity") ?? ""))
            map.Faults.Add(new PackFault(FileName, map.LineOf("severity"), "severity 应为 error、warning 或 info"));
        map.RefuseOthers();
        return rule;
    }
}
