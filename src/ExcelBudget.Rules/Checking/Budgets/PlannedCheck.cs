using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>A check of a rule book with all that its declaration names, looked up once for all budgets.</summary>
/// <param name="Declaration">As declared.</param>
/// <param name="Checker">The logic behind it.</param>
/// <param name="Condition">When it applies; null for always.</param>
/// <param name="Deciding">Forms that the condition looks at.</param>
/// <param name="Forms">Forms that it looks at.</param>
/// <param name="Words">The bit of the words of which a text must hold one to be objected to; null where that cannot be told.</param>
internal sealed record PlannedCheck(TextCheckDeclaration Declaration, ITextChecker Checker, Condition? Condition,
    FormDefinition[] Deciding, FormDefinition[] Forms, ulong? Words);
