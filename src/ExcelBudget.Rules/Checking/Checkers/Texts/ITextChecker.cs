using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>
/// The logic behind the checks of rules.yaml. A checker knows no form and no word of a province: which form, columns, rows and
/// words it works with stands in the declaration.
/// </summary>
internal interface ITextChecker
{
    /// <summary>Its name in rules.yaml.</summary>
    string Name { get; }

    /// <summary>True for the forms it looks at when the declaration says «*».</summary>
    bool LooksAt(FormDefinition form);

    /// <summary>What it finds in one form of a budget.</summary>
    IEnumerable<Hit> Check(CheckScope scope);

    /// <summary>Regular expressions without one of which it objects to no text; empty when it goes by other things too.</summary>
    IReadOnlyList<string> Patterns(TextCheckDeclaration check) => [];

    /// <summary>What is wrong with a declaration, in Chinese; nothing for a sound one.</summary>
    IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack) => [];
}
