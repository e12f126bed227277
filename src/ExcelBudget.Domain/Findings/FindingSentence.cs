namespace ExcelBudget.Domain.Findings;

/// <summary>
/// 一句说法。A sentence, or a part of one, that the program adds to the words of a rule: what a cause is, what follows from it, what to do.
/// Like the kinds of findings it stands in the catalogue and nowhere else.
/// </summary>
/// <param name="Id">Tells the sentences apart; programs do not see it.</param>
/// <param name="Template">The words, in Chinese, with slots.</param>
/// <param name="Example">A value for every slot, for the manual.</param>
public sealed record FindingSentence(string Id, string Template, IReadOnlyList<(string Slot, FindingValue? Value)> Example)
{
    /// <summary>The sentence with its slots filled.</summary>
    /// <param name="values">A value for every slot.</param>
    /// <exception cref="ArgumentException">A slot has no value.</exception>
    public string With(params IEnumerable<(string Slot, FindingValue? Value)> values) => SentenceSlots.Fill(Id, Template,
        values.Where(value => value.Value is not null).ToDictionary(value => value.Slot, value => value.Value!, StringComparer.Ordinal));

    /// <summary>The example, as an accountant reads it.</summary>
    public string ExampleWords() => With(Example);
}
