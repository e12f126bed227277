using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>A paragraph that stands in no cell, cut into what its writer meant as paragraphs and items.</summary>
public sealed class WrittenPassages
{
    private WrittenPassages(Passage[] passages) => Passages = passages;

    internal Passage[] Passages { get; }

    /// <summary>The passages of a text; paragraphs are separated by «\n».</summary>
    public static WrittenPassages Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new([.. Paragraphs.Of(text)]);
    }
}
