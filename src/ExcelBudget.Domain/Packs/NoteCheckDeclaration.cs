namespace ExcelBudget.Domain.Packs;

/// <summary>
/// How edited notes of a pack are read and checked: its sections, the words it speaks in, what they mean, and the rules.
/// </summary>
public sealed record NoteCheckDeclaration
{
    /// <summary>Nothing declared: whatever would be told is listed as not checked.</summary>
    public static readonly NoteCheckDeclaration None = new();

    /// <summary>Words that every note shares.</summary>
    public NoteWords Words { get; init; } = new();

    /// <summary>Sections in the note's order.</summary>
    public IReadOnlyList<NoteSection> Sections { get; init; } = [];

    /// <summary>What a sentence may name, and the figure behind it.</summary>
    public IReadOnlyList<NotePhrase> Phrases { get; init; } = [];

    /// <summary>Columns whose classification names are phrases too.</summary>
    public IReadOnlyList<NoteCodeColumn> CodeColumns { get; init; } = [];

    /// <summary>A list of expense kinds that must have amounts; null without one.</summary>
    public NoteExpenseKinds? ExpenseKinds { get; init; }

    /// <summary>术语。Each with the words it is used and explained by.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Terms { get; init; } = [];

    /// <summary>The section that explains terms; null without one.</summary>
    public string? TermsSection { get; init; }

    /// <summary>What each rule about the note says and how grave it is, by the id of the rule.</summary>
    public IReadOnlyDictionary<string, NoteRule> Rules { get; init; } = new Dictionary<string, NoteRule>();
}

/// <summary>Words with a fixed meaning in every sentence. Longer words win over shorter ones, also over phrases.</summary>
public sealed record NoteWords
{
    /// <summary>增加。</summary>
    public IReadOnlyList<string> Increase { get; init; } = [];

    /// <summary>减少。</summary>
    public IReadOnlyList<string> Decrease { get; init; } = [];

    /// <summary>增加到: the number that follows is this year's, and more than last year's.</summary>
    public IReadOnlyList<string> IncreaseTo { get; init; } = [];

    /// <summary>减少到: the number that follows is this year's, and less than last year's.</summary>
    public IReadOnlyList<string> DecreaseTo { get; init; } = [];

    /// <summary>增减: a change whose direction is not said.</summary>
    public IReadOnlyList<string> Change { get; init; } = [];

    /// <summary>持平。</summary>
    public IReadOnlyList<string> Level { get; init; } = [];

    /// <summary>比上年: what follows is compared with last year. {lastYear} stands for the year.</summary>
    public IReadOnlyList<string> Comparison { get; init; } = [];

    /// <summary>上年: what follows is last year's figure. {lastYear} stands for the year.</summary>
    public IReadOnlyList<string> LastYear { get; init; } = [];

    /// <summary>其中: parts of what went before.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>主要是: parts that explain the whole at the same time.</summary>
    public IReadOnlyList<string> Explaining { get; init; } = [];

    /// <summary>主要原因是。</summary>
    public IReadOnlyList<string> Reason { get; init; } = [];

    /// <summary>没有安排。</summary>
    public IReadOnlyList<string> Nothing { get; init; } = [];

    /// <summary>占: what follows is a share.</summary>
    public IReadOnlyList<string> Share { get; init; } = [];

    /// <summary>分别: as many figures as items went before.</summary>
    public IReadOnlyList<string> Each { get; init; } = [];

    /// <summary>Words that may stand between an item and its figure without changing what is meant.</summary>
    public IReadOnlyList<string> Fillers { get; init; } = [];

    /// <summary>以上: the number before it is a limit, not an amount.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>约: the figure is rounded on purpose.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>决算数: a comparison with what the workbook does not hold.</summary>
    public IReadOnlyList<string> OtherBases { get; init; } = [];

    /// <summary>增资: a cause that raises an amount, without a word of direction.</summary>
    public IReadOnlyList<string> Raising { get; init; } = [];

    /// <summary>厉行节约: a cause that lowers an amount, without a word of direction.</summary>
    public IReadOnlyList<string> Lowering { get; init; } = [];

    /// <summary>退休: a cause that raises one amount and lowers another; what is said of it proves nothing.</summary>
    public IReadOnlyList<string> EitherWay { get; init; } = [];

    /// <summary>效率: what rises or falls is no amount.</summary>
    public IReadOnlyList<string> NoAmounts { get; init; } = [];

    /// <summary>控制: an increase that follows is held back.</summary>
    public IReadOnlyList<string> Restraining { get; init; } = [];

    /// <summary>未: what follows did not happen.</summary>
    public IReadOnlyList<string> Denying { get; init; } = [];
}

/// <summary>A section of the note.</summary>
/// <param name="Id">Id that phrases name.</param>
/// <param name="Title">What messages call it.</param>
/// <param name="Headings">A heading with one of these words begins it.</param>
public sealed record NoteSection(string Id, string Title, IReadOnlyList<string> Headings)
{
    /// <summary>True when a note without it is incomplete.</summary>
    public bool IsRequired { get; init; }

    /// <summary>False where figures are not the budget's (goals, definitions).</summary>
    public bool HasFigures { get; init; } = true;
}

/// <summary>What a sentence may name, and the figure behind it.</summary>
/// <param name="Words">The words; the longest that fits wins.</param>
/// <param name="Figures">Figures it may mean, the first one first, in the rule book's language; empty for words that must not be taken for
/// another phrase.</param>
public sealed record NotePhrase(IReadOnlyList<string> Words, IReadOnlyList<string> Figures)
{
    /// <summary>This year less last; null when the pack cannot tell.</summary>
    public string? Change { get; init; }

    /// <summary>Last year's figure; null when the pack cannot tell.</summary>
    public string? Last { get; init; }

    /// <summary>Counting units of its figure (辆, 台); empty for money.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Sections in which it means this; empty for all.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>The section that must quote it when it is not zero; null for none.</summary>
    public string? QuotedIn { get; init; }

    /// <summary>True when a change needs its reason in the same paragraph.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>True when the pack's own outline tells a change without a reason: none is asked for.</summary>
    public bool LeavesReason { get; init; }

    /// <summary>
    /// Units that have such an item, as words of a form («units[nature]=行政/参公»); others have none of it. Null for every unit.
    /// </summary>
    public string? Only { get; init; }

    /// <summary>Line in the file.</summary>
    public int Line { get; init; }
}

/// <summary>A column whose classification names are phrases: «行政运行» means its row.</summary>
/// <param name="Form">Form with a code tree.</param>
/// <param name="Column">Column of the amount.</param>
public sealed record NoteCodeColumn(string Form, string Column)
{
    /// <summary>
    /// True when a code of the lowest level is also known by the names of all its levels, «教育支出（类）…（款）…（项）»: those name one code.
    /// </summary>
    public bool IsByPath { get; init; }

    /// <summary>True when the pack's own outline tells a change without a reason: none is asked for.</summary>
    public bool LeavesReason { get; init; }

    /// <summary>Column of this year less last; null when the form has none.</summary>
    public string? Change { get; init; }

    /// <summary>Column of last year's figure; null when the form has none.</summary>
    public string? Last { get; init; }

    /// <summary>Sections in which a path, or a name beside which a change is declared, means this form; empty for all.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>The section that has an item for every code; null for none.</summary>
    public string? QuotedIn { get; init; }
}

/// <summary>A list of expense kinds in a section, each of which must have an amount.</summary>
/// <param name="Section">The section.</param>
/// <param name="After">Words the list follows.</param>
/// <param name="Form">Form with the amounts.</param>
/// <param name="Column">Column of the amounts.</param>
/// <param name="Classes">Classes the kinds belong to.</param>
public sealed record NoteExpenseKinds(
    string Section, IReadOnlyList<string> After, string Form, string Column, IReadOnlyList<string> Classes);
