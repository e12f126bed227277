using OfficeOpenXml;
using OfficeOpenXml.DataValidation;
using OfficeOpenXml.DataValidation.Contracts;

namespace ExcelBudget.Workbooks.Tables;

/// <summary>Dropdowns and prompts of a list that people fill in.</summary>
internal static class TableChoices
{
    /// <summary>Writes what a column offers.</summary>
    public static void Write(ExcelWorksheet sheet, TableColumn column, string address)
    {
        if (column.Choices.Count > 0 || column.ChoicesFrom is not null)
        {
            var rule = sheet.DataValidations.AddListValidation(address);
            if (column.ChoicesFrom is { } area) rule.Formula.ExcelFormula = area;
            else foreach (var choice in column.Choices) rule.Formula.Values.Add(choice);
            Prompt(rule, column);
            if (!column.IsChoiceFree) Refuse(rule, "请从列表中选择", column.Prompt ?? "请从下拉列表中选择。");
        }
        else if (column.Kind == TableColumnKind.Day)
        {
            var rule = sheet.DataValidations.AddDateTimeValidation(address);
            rule.Operator = ExcelDataValidationOperator.between;
            rule.Formula.Value = new DateTime(2000, 1, 1);
            rule.Formula2.Value = new DateTime(2100, 12, 31);
            Prompt(rule, column);
            Refuse(rule, "请填写日期", "请填写年月日，如 2026-01-31。");
        }
        else if (column.Prompt is not null)
        {
            Prompt(sheet.DataValidations.AddAnyValidation(address), column);
        }
    }

    private static void Prompt(IExcelDataValidation rule, TableColumn column)
    {
        rule.AllowBlank = true;
        if (column.Prompt is not { } prompt) return;
        rule.ShowInputMessage = true;
        rule.PromptTitle = column.Header;
        rule.Prompt = prompt;
    }

    private static void Refuse(IExcelDataValidation rule, string title, string words)
    {
        rule.ShowErrorMessage = true;
        rule.ErrorStyle = ExcelDataValidationWarningStyle.stop;
        rule.ErrorTitle = title;
        rule.Error = words;
    }
}
