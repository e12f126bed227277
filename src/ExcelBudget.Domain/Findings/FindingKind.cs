namespace ExcelBudget.Domain.Findings;

/// <summary>
/// 一种检查发现。One thing the program itself can say of a budget: a record of the catalogue. Its sentences stand here and nowhere else;
/// their slots «{name}» are filled with values when it is raised.
/// </summary>
public sealed record FindingKind
{
    private const string Expected = "expected";
    private const string Actual = "actual";
    private const string Difference = "difference";

    /// <summary>Id of the rule, as programs read it; several kinds may share one.</summary>
    public required string Rule { get; init; }

    /// <summary>Tells the kinds of one rule apart; empty where the rule has one kind.</summary>
    public string Case { get; init; } = "";

    /// <summary>One of <see cref="Findings.Category"/>.</summary>
    public required string Category { get; init; }

    /// <summary>How much it weighs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, in Chinese, with slots.</summary>
    public required string Sentence { get; init; }

    /// <summary>What to do about it, in Chinese, with slots.</summary>
    public required string Advice { get; init; }

    /// <summary>依据。The regulation, form or part of the program behind it.</summary>
    public required string Basis { get; init; }

    /// <summary>Values of one finding of this kind, for the manual.</summary>
    public required IReadOnlyList<(string Slot, FindingValue? Value)> Example { get; init; }

    /// <summary>The kind's own id: the rule, and the case after a «/».</summary>
    public string Id => Case.Length == 0 ? Rule : $"{Rule}/{Case}";

    /// <summary>A finding of this kind. Values named expected, actual and difference also stand in the finding's own fields.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="values">A value for every slot.</param>
    /// <exception cref="ArgumentException">A slot of the sentences has no value.</exception>
    public Finding At(Place place, params IEnumerable<(string Slot, FindingValue? Value)> values)
    {
        var known = values.Where(value => value.Value is not null)
            .ToDictionary(value => value.Slot, value => value.Value!, StringComparer.Ordinal);
        return new Finding
        {
            Rule = Rule,
            Kind = this,
            Category = Category,
            Severity = Severity,
            Message = Fill(Sentence, known) + Fill(Advice, known),
            Place = place,
            Expected = known.GetValueOrDefault(Expected),
            Actual = known.GetValueOrDefault(Actual),
            Difference = known.GetValueOrDefault(Difference),
            Basis = Basis,
        };
    }

    /// <summary>The sentences of the example, as an accountant reads them.</summary>
    public string ExampleMessage() => At(new Place(), Example).Message;

    private string Fill(string template, Dictionary<string, FindingValue> values) => SentenceSlots.Fill(Id, template, values);
}
