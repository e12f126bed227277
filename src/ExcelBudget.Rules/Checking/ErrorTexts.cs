using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking;

/// <summary>错误值写成文字。Texts that carry an error value of a spreadsheet (#REF!, #N/A) or the signs of a column too narrow.</summary>
public static partial class ErrorTexts
{
    private const int FewestSigns = 4;

    /// <summary>One error for each such text.</summary>
    /// <param name="figures">The budget's figures; what is withheld must not be among them.</param>
    public static IEnumerable<Finding> Find(BudgetFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Found(figures);
    }

    private static IEnumerable<Finding> Found(BudgetFigures figures)
    {
        CellLabels? labels = null;
        foreach (var form in figures.Budget.Forms)
        {
            foreach (var row in form.Rows)
            {
                foreach (var (column, value) in row.Cells)
                {
                    if (value is not CellValue.Text { Value: var text } || In(text) is not { } found) continue;
                    labels ??= new CellLabels(figures);
                    var address = new CellAddress(form.Form, row.Key, column);
                    yield return CellFindings.ErrorText.At(new Place(Address: address),
                        ("column", labels.Column(address)), ("example", found), ("actual", text)) with
                    {
                        Project = labels.ProjectKey(address),
                    };
                }
            }
        }
    }

    /// <summary>The error value a text carries; null for a text without one.</summary>
    private static string? In(string text)
    {
        // most texts hold no such sign
        if (text.AsSpan().IndexOfAny('#', '＃') < 0) return null;
        if (Error().Match(text) is { Success: true } error) return error.Value;
        return text.Split('\n').FirstOrDefault(line => line.Length >= FewestSigns && line.All(sign => sign is '#' or '＃'));
    }

    [GeneratedRegex("[#＃](REF[!！]|VALUE[!！]|NAME[?？]|DIV/0[!！]|NUM[!！]|NULL[!！]|N/A)", RegexOptions.IgnoreCase)]
    private static partial Regex Error();
}
