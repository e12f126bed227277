using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Domain.Packs;

/// <summary>A place in a text file.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Character in the line from 1.</param>
public readonly record struct TextPosition(int Line, int Column);

/// <summary>What every rule of a rule book says of itself.</summary>
public abstract record RuleDeclaration
{
    /// <summary>规则编号, unique in the pack.</summary>
    public required string Id { get; init; }

    /// <summary>Row of the rule catalogue, for example «IN-06».</summary>
    public required string Catalogue { get; init; }

    /// <summary>One of the fixed categories.</summary>
    public required string Category { get; init; }

    /// <summary>How much a breach weighs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Sentence for the accountant with {slots}.</summary>
    public required string Message { get; init; }

    /// <summary>依据。</summary>
    public required string Basis { get; init; }

    /// <summary>Condition under which it holds, for example «T1[33,4] = 0»; null for always.</summary>
    public string? When { get; init; }

    /// <summary>File it stands in: the pack's rules.yaml, or the county's own rules.local.yaml beside it.</summary>
    public string File { get; init; } = "rules.yaml";

    /// <summary>试行。True for a rule that is only tried: it is reported apart and counted, and returns nothing.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Line in its file, for messages about the pack.</summary>
    public int Line { get; init; }

    /// <summary>Where its expressions begin in its file, by key (for, columns, when, check).</summary>
    public IReadOnlyDictionary<string, TextPosition> Positions { get; init; } = new Dictionary<string, TextPosition>();
}

/// <summary>勾稽关系。A relation between figures in the rule book's language.</summary>
public sealed record RelationDeclaration : RuleDeclaration
{
    /// <summary>表内 or 表间.</summary>
    public required string Kind { get; init; }

    /// <summary>Short title for the 校验 sheet.</summary>
    public required string Title { get; init; }

    /// <summary>Rows it speaks of, for example «T3[类]»; null for a single relation.</summary>
    public string? For { get; init; }

    /// <summary>Columns it speaks of, for example «3:8»; null when it names its columns.</summary>
    public string? Columns { get; init; }

    /// <summary>The relation in the language of rules, as templates/README.md describes it.</summary>
    public required string Check { get; init; }
}

/// <summary>A check that is logic, with its data declared in the pack.</summary>
public sealed record TextCheckDeclaration : RuleDeclaration
{
    /// <summary>Name of the checker.</summary>
    public required string Checker { get; init; }

    /// <summary>Form it looks at.</summary>
    public required string Form { get; init; }

    /// <summary>Columns it looks at.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Rows it looks at; empty for all.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Words or patterns it works with.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
