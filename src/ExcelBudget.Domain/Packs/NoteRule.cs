namespace ExcelBudget.Domain.Packs;

/// <summary>
/// A rule for edited notes: what it is called, how much it weighs and what it says. The logic behind an id is the program's.
/// </summary>
public sealed record NoteRule : RuleDeclaration
{
    /// <summary>Regular expressions a note must not contain; empty for rules whose logic is the program's.</summary>
    public IReadOnlyList<string> Patterns { get; init; } = [];
}

/// <summary>
/// Ids of the rules whose logic the program has; a pack declares their words and weight, and may declare rules of patterns beside them.
/// </summary>
public static class NoteRuleIds
{
    /// <summary>A linked figure says something else than its cell.</summary>
    public const string Linked = "NOTE-LINKED";

    /// <summary>A linked word (增加, 减少, 持平) does not fit its figure.</summary>
    public const string LinkedWord = "NOTE-LINKED-WORD";

    /// <summary>A figure in a sentence differs from the field the sentence names.</summary>
    public const string Figure = "NOTE-FIGURE";

    /// <summary>The same where the sentence names the field only loosely.</summary>
    public const string LikelyFigure = "NOTE-FIGURE-LIKELY";

    /// <summary>An increase or decrease differs from this year less last.</summary>
    public const string Change = "NOTE-CHANGE";

    /// <summary>A rate of change is not what the figures give.</summary>
    public const string Rate = "NOTE-RATE";

    /// <summary>A share is not what the figures give.</summary>
    public const string Share = "NOTE-SHARE";

    /// <summary>A rate of change on a zero base.</summary>
    public const string ZeroBase = "NOTE-ZERO-BASE";

    /// <summary>增加 with a smaller figure, 减少 with a larger one.</summary>
    public const string Direction = "NOTE-DIRECTION";

    /// <summary>持平 with a change.</summary>
    public const string Level = "NOTE-LEVEL";

    /// <summary>An item that only units of another nature have.</summary>
    public const string Nature = "NOTE-NATURE";

    /// <summary>«降低0万元，与去年持平».</summary>
    public const string ZeroChange = "NOTE-ZERO-CHANGE";

    /// <summary>元 and 万元 mixed up.</summary>
    public const string Unit = "NOTE-UNIT";

    /// <summary>The parts listed do not add up to their total.</summary>
    public const string Sum = "NOTE-SUM";

    /// <summary>The same item quoted twice with two values.</summary>
    public const string Twice = "NOTE-TWICE";

    /// <summary>The note says 没有 while the table has money.</summary>
    public const string Nothing = "NOTE-NOTHING";

    /// <summary>A change without a reason.</summary>
    public const string ReasonMissing = "NOTE-REASON-MISSING";

    /// <summary>Nothing after 主要原因是.</summary>
    public const string ReasonEmpty = "NOTE-REASON-EMPTY";

    /// <summary>A reason that speaks of the other direction.</summary>
    public const string ReasonDirection = "NOTE-REASON-DIRECTION";

    /// <summary>A year that is not the budget's.</summary>
    public const string StaleYear = "NOTE-STALE-YEAR";

    /// <summary>A section is missing.</summary>
    public const string Section = "NOTE-SECTION";

    /// <summary>A figure the note must quote is not quoted.</summary>
    public const string Quoted = "NOTE-QUOTED";

    /// <summary>Items are not numbered 1, 2, 3.</summary>
    public const string Numbering = "NOTE-NUMBERING";

    /// <summary>A passage stands twice.</summary>
    public const string Repeated = "NOTE-REPEATED";

    /// <summary>A paragraph stands twice, one after the other: a program that saved the note doubled it.</summary>
    public const string Doubled = "NOTE-DOUBLED";

    /// <summary>Expense kinds listed without an amount in the table.</summary>
    public const string ExpenseKinds = "NOTE-EXPENSE-KINDS";

    /// <summary>A term that is used but not explained.</summary>
    public const string Term = "NOTE-TERM";

    /// <summary>A cell of a table in the note differs from the form.</summary>
    public const string TableCell = "NOTE-TABLE";

    /// <summary>A row of the form is not in the note's table, or the reverse.</summary>
    public const string TableRow = "NOTE-TABLE-ROW";

    /// <summary>A published form is not in the note.</summary>
    public const string TableMissing = "NOTE-TABLE-MISSING";

    /// <summary>An empty table without the sentence that declares it.</summary>
    public const string EmptyTable = "NOTE-EMPTY-TABLE";

    /// <summary>A text of the department with another number than in the workbook.</summary>
    public const string TextFigure = "NOTE-TEXT-FIGURE";

    /// <summary>Money that matches no cell.</summary>
    public const string Orphan = "NOTE-ORPHAN";

    /// <summary>The unit's name does not occur.</summary>
    public const string UnitName = "NOTE-UNIT-NAME";

    /// <summary>Every rule about notes that a pack may set.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Linked, LinkedWord, Figure, LikelyFigure, Change, Rate, Share, ZeroBase, Direction, Level, ZeroChange, Nature, Unit, Sum, Twice,
        Nothing, ReasonMissing, ReasonEmpty, ReasonDirection, StaleYear, Section, Quoted, Numbering, Repeated, Doubled, ExpenseKinds, Term,
        TableCell, TableRow, TableMissing, EmptyTable, TextFigure, Orphan, UnitName,
    ];

    /// <summary>
    /// Slots a message may have. said: what the note says; expected: what it should; item: what is spoken of; cell: the cell behind it;
    /// hint: what else could be seen.
    /// </summary>
    public static readonly IReadOnlySet<string> Slots =
        new HashSet<string>(StringComparer.Ordinal) { "said", "expected", "item", "cell", "hint", "sentence" };
}
