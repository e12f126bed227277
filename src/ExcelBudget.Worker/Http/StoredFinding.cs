using ExcelBudget.Worker.Answers;

namespace ExcelBudget.Worker.Http;

/// <summary>A finding as it stands in the JSON beside a result.</summary>
internal sealed record StoredFinding
{
    public string Rule { get; init; } = "";

    public string Category { get; init; } = "";

    /// <summary>error, warning or info.</summary>
    public string Severity { get; init; } = "";

    public string Message { get; init; } = "";

    public string? Sheet { get; init; }

    public string? Cell { get; init; }

    public string? Form { get; init; }

    public string? Row { get; init; }

    public string? Column { get; init; }

    public string? Project { get; init; }

    public string? Expected { get; init; }

    public string? Actual { get; init; }

    public string? Basis { get; init; }

    public string? Answer { get; init; }

    public int? Paragraph { get; init; }

    public string? Sentence { get; init; }

    /// <summary>The broken relations it is the cause of; null for one that stands alone.</summary>
    public IReadOnlyList<StoredFinding>? Ties { get; init; }

    /// <summary>Which of several findings of one rule at one place it is, from 1.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>What it is known by from version to version: rule, form, row, column, project; where there is no form, the cell.</summary>
    public string Key => AnswerFields.Join(
        Rule, Form ?? "@" + Sheet, Row ?? Cell, Column, Project,
        Repeat == 1 ? "" : Repeat.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>True for a 疑点 that has an answer.</summary>
    public bool IsAnswered => Severity == "warning" && Answer is { Length: > 0 };
}

/// <summary>A cell that was changed since the workbook was issued, as it stands in the JSON beside a result.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Before">What was issued.</param>
/// <param name="After">What stands there.</param>
internal sealed record StoredChange(string? Sheet, string? Cell, string? Before, string? After);
