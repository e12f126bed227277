using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>缺表。Why a rule could not run: the budget lacks a form it needs. One sentence, so that all such rules stand together.</summary>
public static class MissingForm
{
    /// <summary>The reason, with the form's title.</summary>
    public static string Reason(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return $"工作簿里没有“{form.Title}”";
    }
}
