using System.Text;
using System.Xml.Linq;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Notes.Contents;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Tables;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Compiling;

/// <summary>A fault of one control; the compiler adds the place.</summary>
internal sealed class SlotException(string problem) : Exception(problem);

/// <summary>Gives each content control its segment by its tag.</summary>
/// <param name="book">What expressions mean.</param>
/// <param name="forms">The forms the note treats in a way of its own.</param>
/// <param name="styles">The template's styles.</param>
/// <param name="directions">The words a direction can take; null to read them from the control, as in a template.</param>
internal sealed class SlotCompiler(RuleBook book, NoteForms forms, StyleIndex styles, Func<XElement, SlotTag, string[]>? directions = null)
{
    /// <summary>Stands between the parts of a tag.</summary>
    private const char Separator = ';';

    private static readonly string[] Levels = ["类", "款", "项"];

    private readonly LinkNames _links = new(book);

    private static readonly string[] Kinds =
        ["fig", "fig0", "rate", "dir", "text", "table", "projects", "project", "if", "unless", "zero", "nonzero", "given",
            "missing", "some", "none", "several", "single", "join", "toc", "item", "codes", "code", "cell", "names",
                .. YearCases.Kinds.Keys];

    /// <summary>The segment of a control.</summary>
    /// <param name="control">The w:sdt element.</param>
    /// <param name="tag">Its tag.</param>
    /// <param name="isInProjects">True inside the repeat of projects.</param>
    /// <exception cref="SlotException">The tag cannot be understood here.</exception>
    /// <exception cref="LanguageException">Its expression cannot be understood.</exception>
    public Segment Compile(XElement control, SlotTag tag, bool isInProjects)
    {
        var frame = RunFrame.Of(control);
        if (tag is { Kind: "toc", About: "" }) return Contents(control);
        if (tag is { Kind: "item", About: "" }) return new WordsSegment(frame, writer => NoteWriter.Whole(++writer.ItemNumber));
        if (tag.About.Length == 0 && BudgetWords.Named(tag.Kind) is { } words) return new WordsSegment(frame, words);
        if (tag.About.Length == 0 && book.Pack.Words.Any(word => word.Name == tag.Kind))
            return new WordsSegment(frame, writer => writer.Figures.Budget.Identity.Words.GetValueOrDefault(tag.Kind, ""));
        return tag.Kind switch
        {
            "fig" => Figure(frame, tag, SentenceAmounts.Words),
            "fig0" => Figure(frame, tag, SentenceAmounts.InFull),
            "rate" => Figure(frame, tag, (value, amounts) => SentenceAmounts.Words(value, amounts) + "%"),
            "dir" => new DirectionSegment(
                frame, Expression(tag), Amounts(tag), directions?.Invoke(control, tag) ?? WordXml.TextOf(control).Split('/', '／')),
            "text" => Text(control, frame, tag),
            "table" => Table(control, tag, isInProjects),
            "project" => ProjectField(frame, tag, isInProjects),
            "projects" when isInProjects => throw new SlotException("projects 不能放在另一个 projects 里面"),
            "projects" => new ProjectsSegment(),
            "join" => new JoinSegment(frame, tag.About),
            "codes" => Codes(frame, tag),
            "code" => Code(frame, tag),
            "cell" => new CellTextSegment(frame, Cells(tag, tag.About)),
            "names" => Names(frame, tag),
            _ => (Segment?)ConditionOf(tag)
                ?? throw new SlotException($"不认识的标记。可用的标记：{string.Join("、", Kinds.Concat(BudgetWords.Known)
                    .Concat(book.Pack.Words.Select(word => word.Name)))}（写法见 templates/README.md）"),
        };
    }

    /// <summary>The condition that a tag states; null for a tag of another kind.</summary>
    public ConditionalSegment? ConditionOf(SlotTag tag) => tag.Kind switch
    {
        "if" or "unless" => Condition(Parser.Relation(tag.About, book.Names), tag.Kind == "if"),
        "zero" or "nonzero" => Zero(Expression(tag), tag.Kind == "zero"),
        "given" or "missing" => Given(tag.About, tag.Kind == "given"),
        "some" or "none" => Said(RowWords.Parse(tag.About, book.Names), tag.Kind == "some"),
        "several" or "single" => Several(tag.About, tag.Kind == "several"),
        _ when YearCases.Kinds.TryGetValue(tag.Kind, out var wanted) => Case(tag, wanted),
        _ => null,
    };

    /// <summary>What a control is called in Word, with slots such as {year}; the tag must have been compiled before.</summary>
    public string NameOf(SlotTag tag) => tag.Kind switch
    {
        _ when tag.About.Length == 0 => BudgetWords.TitleOf(tag.Kind),
        "fig" or "fig0" or "rate" => _links.Figure(Expression(tag)),
        "dir" => LinkNames.Direction(_links.Figure(Expression(tag))),
        "text" => LinkNames.Field(forms.Texts!, forms.Section(tag.About)!.Title),
        "table" => LinkNames.Table(book.Pack.Form(new FormId(tag.About.Split('+')[0].Trim()))!),
        "project" => LinkNames.Field(forms.Projects!, tag.About == "number" ? "项目序号" : ProjectColumn(tag.About).Title),
        _ => tag.About,
    };

    private Expression Expression(SlotTag tag) => Parser.Figure(tag.About, book.Names);

    private AmountFormat Amounts(SlotTag tag) => SentenceAmounts.Of(book, Expression(tag));

    private FigureSegment Figure(RunFrame frame, SlotTag tag, Func<Measure, AmountFormat, string> shown)
    {
        var (expression, amounts) = (Expression(tag), Amounts(tag));
        return new FigureSegment(frame, expression, figure => shown(SentenceAmounts.Counted(figure, expression), amounts));
    }

    private static ConditionalSegment Condition(Comparing relation, bool wanted) =>
        new(writer => Conditions.Holds(relation, writer.Figures, writer.Row) == wanted);

    private ConditionalSegment Zero(Expression expression, bool wanted)
    {
        var amounts = SentenceAmounts.Of(book, expression);
        return new ConditionalSegment(writer => Conditions.IsZero(expression, amounts, writer.Figures, writer.Row) == wanted);
    }

    private ConditionalSegment Given(string name, bool wanted)
    {
        if (forms.Section(name) is { } section) return new ConditionalSegment(writer => writer.TextOf(section.Id).Length > 0 == wanted);
        if (name.Contains('['))
        {
            if (Parser.Figure(name, book.Names) is not Expression.Cells cells) throw new SlotException($"“{name}”应为一个或几个单元格");
            return new ConditionalSegment(writer => Conditions.IsEntered(cells, writer.Figures, writer.Row) == wanted);
        }

        return Listed(name, 1, wanted);
    }

    private ConditionalSegment Several(string name, bool wanted) => Listed(name, 2, wanted);

    private ConditionalSegment Listed(string name, int atLeast, bool wanted)
    {
        if (book.Pack.Form(new FormId(name)) is not { } form) throw new SlotException($"没有文字栏目或表“{name}”");
        return new ConditionalSegment(writer => writer.Figures.View(form)
            .Rows.Count(row => row is { Fixed: null, Row: not null }) >= atLeast == wanted);
    }

    /// <summary>«codes:C5[项]», within a sentence with what stands between two: «codes:C1[类];、».</summary>
    private CodesSegment Codes(RunFrame frame, SlotTag tag)
    {
        var parts = tag.About.Split(Separator);
        var (form, rows) = Parser.Rows(parts[0].Trim(), book.Names);
        return new CodesSegment(frame, form, rows, parts.Length > 1 ? parts[1] : "");
    }

    private static WordsSegment Code(RunFrame frame, SlotTag tag)
    {
        if (tag.About == "number") return new WordsSegment(frame, writer => NoteWriter.Whole(writer.RowNumber));
        if (tag.About == "code") return new WordsSegment(frame, writer => writer.Row.Row?.Code ?? writer.Row.Row?.Key.Value ?? "");
        if (tag.About == "name") return new WordsSegment(
            frame, writer => writer.Row.Row is { } row ? RowNames.Of(writer.Figures, writer.Row.Form!, row, null) : "");
        var depth = Array.IndexOf(Levels, tag.About);
        if (depth < 0)
        {
            throw new SlotException(
                $"不认识“code:{tag.About}”，可用：code:number、code:code、code:name、code:{string.Join("、code:", Levels)}");
        }

        return new WordsSegment(frame, writer => RowNames.OfLevel(writer.Figures, writer.Row, depth));
    }

    private NamesSegment Names(RunFrame frame, SlotTag tag)
    {
        var parts = tag.About.Split(Separator);
        return new NamesSegment(frame, Cells(tag, parts[0]), parts.Length > 1 ? parts[1] : "、");
    }

    private Expression.Cells Cells(SlotTag tag, string text) => Parser.Figure(text, book.Names) as Expression.Cells
        ?? throw new SlotException($"{tag.Kind} 后面应为一个或几个单元格，如 {tag.Kind}:T1[1:9,2]");

    private ConditionalSegment Case(SlotTag tag, YearCase wanted)
    {
        if (tag.About.Split(Separator) is not [var now, var last]) throw new SlotException($"{tag.Kind} 应写成 {tag.Kind}:本年数;上年数");
        var (current, before) = (Parser.Figure(now, book.Names), Parser.Figure(last, book.Names));
        var amounts = SentenceAmounts.Of(book, current);
        return new ConditionalSegment(writer => YearCases.Of(writer, current, before, amounts) == wanted);
    }

    private static ConditionalSegment Said(RowWords words, bool wanted) => new(writer => words.MayHold(writer.Figures.Budget) == wanted);

    private Segment Text(XElement control, RunFrame frame, SlotTag tag)
    {
        var section = forms.Section(tag.About)
            ?? throw new SlotException($"没有文字栏目“{tag.About}”，可用：{string.Join("、", forms.SectionIds)}");
        if (BlockParagraph(control) is not { } paragraph) return new PhraseSegment(frame, section);
        var start = $"<w:p>{WordXml.Fragment(paragraph.Element(WordXml.W + "pPr"))}";
        return new ParagraphsSegment(frame, Encoding.UTF8.GetBytes(start), section);
    }

    private static ContentsSegment Contents(XElement control) => BlockParagraph(control) is { } paragraph
        ? new ContentsSegment(paragraph.Element(WordXml.W + "pPr")?.Element(WordXml.W + "pStyle")?.Attribute(WordXml.Value)?.Value ?? "")
        : throw new SlotException("目录应放在单独成段的控件里，不能放在句子中");

    /// <summary>«table:T1», or within a project «table:indicators+goal»: its rows below columns of the project itself.</summary>
    private TableSegment Table(XElement control, SlotTag tag, bool isInProjects)
    {
        var names = tag.About.Split('+', StringSplitOptions.TrimEntries);
        var form = book.Pack.Form(new FormId(names[0])) ?? throw new SlotException($"没有表“{names[0]}”");
        if (form == forms.Texts || form.Blocks is not null) throw new SlotException($"表“{form.Id}”不能整张打印，请用 text: 或 projects");
        if (form == forms.Inner && !isInProjects) throw new SlotException($"表“{form.Id}”属于各个项目，应放在 projects 控件里面");
        if (names.Length > 1 && form != forms.Inner) throw new SlotException($"表“{form.Id}”上方不能加项目的栏目");
        if (BlockParagraph(control) is not { } paragraph) throw new SlotException("表应放在单独成段的控件里，不能放在句子中");
        var style = styles.NameOf(paragraph) ?? "";
        var from = TableStyleNames.Suffixes.LastOrDefault(suffix => style.EndsWith(suffix, StringComparison.Ordinal)) ?? "";
        var sizes = styles.Tables(from, out var missing);
        if (missing is not null) throw new SlotException($"模板中缺少样式“{missing}”");
        return new TableSegment(form, [.. names.Skip(1).Select(ProjectColumn)], sizes, PageSizes.Of(control));
    }

    /// <summary>The first paragraph of a control around paragraphs or a table; null within a sentence.</summary>
    private static XElement? BlockParagraph(XElement control) =>
        control.Element(WordXml.Content)?.Descendants(WordXml.Paragraph).FirstOrDefault();

    private Segment ProjectField(RunFrame frame, SlotTag tag, bool isInProjects)
    {
        if (!isInProjects) throw new SlotException("项目的内容应放在 projects 控件里面");
        return tag.About == "number"
            ? new WordsSegment(frame, writer => NoteWriter.Whole(writer.ProjectNumber))
            : new ProjectFieldSegment(frame, ProjectColumn(tag.About));
    }

    private FormColumn ProjectColumn(string name)
    {
        var form = forms.Projects ?? throw new SlotException("表样包没有项目表");
        return FormNames.Column(form, name) is { } id
            ? form.Column(id)!
            : throw new SlotException($"项目没有“{name}”，可用：number、{string.Join("、", form.Columns.Select(known => known.Id))}");
    }
}
