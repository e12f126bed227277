using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;
using OfficeOpenXml;
using OfficeOpenXml.DataValidation;
using OfficeOpenXml.DataValidation.Contracts;

namespace ExcelBudget.Workbooks.Build;

/// <summary>
/// Data validation with a prompt for every entered column. One rule for a column covers the form's whole region: rules on single
/// rows would be torn apart by inserted rows.
/// </summary>
internal static class Validations
{
    private const double LargestAmount = 100_000_000;

    public static void Write(FormDefinition form, FormDefinition? inner, ExcelWorksheet sheet, int top, int bottom)
    {
        if (inner is not null)
        {
            WriteBlock(form, inner, sheet, top);
            return;
        }

        for (var index = 0; index < form.Columns.Count; index++)
        {
            var column = form.Columns[index];
            if (!IsEntered(form, column)) continue;
            // a list of whole codes says nothing about pieces, names, or codes with their names
            var trees = form.Parts.Prepend(form).Select(part => part.Tree).OfType<RowGroup.Tree>()
                .Where(tree => tree.Pieces.Contains(column.Id)).ToArray();
            if (trees.Any(tree => tree.Print != CodePrint.Cell) || trees.DistinctBy(tree => tree.CodeList).Count() > 1) continue;
            var cells = sheet.Cells[top, index + 1, bottom, index + 1];
            if (column.ChoicesBy is { } by)
                Dependent(sheet, form, column, "$" + SheetReference.Cell(top, form.IndexOf(by.Column) + 1), cells.Address);
            else Write(sheet, column, form.Money.Title(), cells.Address);
        }
    }

    private static bool IsEntered(FormDefinition form, FormColumn column) =>
        !column.IsRowNumber && column.Kind is not (CellKind.Label or CellKind.CodeName or CellKind.Percent)
        && (column.Compute is null || form.Rows.OfType<RowGroup.Fixed>().Any(row => row.Entered.ContainsKey(column.Id)))
        && form.Rows.OfType<RowGroup.Texts>().FirstOrDefault() is null;

    private static void WriteBlock(FormDefinition form, FormDefinition inner, ExcelWorksheet sheet, int top)
    {
        var row = top;
        foreach (var prototype in Prototype.Of(form))
        {
            if (prototype.Kind == PrototypeKind.BlockLine) WriteLine(form, prototype.Line!, sheet, row);
            if (prototype.Kind == PrototypeKind.InnerRow)
            {
                for (var index = 0; index < inner.Columns.Count; index++)
                    Write(sheet, inner.Columns[index], inner.Money.Title(), sheet.Cells[row, index + 1].Address);
            }

            row++;
        }
    }

    private static void WriteLine(FormDefinition form, BlockLine line, ExcelWorksheet sheet, int row)
    {
        foreach (var cell in line.Cells)
        {
            if (cell.Column is { } id) Write(sheet, form.Column(id)!, form.Money.Title(), sheet.Cells[row, cell.At + 1].Address);
        }
    }

    private static void Write(ExcelWorksheet sheet, FormColumn column, string moneyUnit, string address)
    {
        if (column.Kind is CellKind.Amount or CellKind.Number) Figure(sheet, column, moneyUnit, address);
        else if (column.Kind == CellKind.Code) Code(sheet, column, address);
        else if (column.Choices.Count > 0) Choice(sheet, column, address);
        else if (column.Prompt is { } prompt) Prompt(sheet.DataValidations.AddAnyValidation(address), column.Title, prompt);
    }

    private static void Figure(ExcelWorksheet sheet, FormColumn column, string moneyUnit, string address)
    {
        var rule = sheet.DataValidations.AddDecimalValidation(address);
        rule.Operator = ExcelDataValidationOperator.between;
        rule.Formula.Value = -LargestAmount;
        rule.Formula2.Value = LargestAmount;
        var words = column.Kind == CellKind.Amount ? $"填写以{moneyUnit}为单位的数字，没有就空着，不要带单位和逗号。" : "填写数字，没有就空着。";
        Prompt(rule, column.Title, column.Prompt ?? words);
        Refuse(rule, "这里只能填数字", words);
    }

    private static void Code(ExcelWorksheet sheet, FormColumn column, string address)
    {
        var rule = sheet.DataValidations.AddListValidation(address);
        rule.Formula.ExcelFormula = TemplateNames.Codes(column.CodeList!);
        Prompt(rule, column.Title, column.Prompt ?? "填写科目编码，空行会自动带出名称；自己插入的行请一并填写名称。");
        Refuse(rule, "目录中没有这个编码", "请对照“科目目录”表核对编码。确属当年新增的科目，可以选择“是”继续。");
        rule.ErrorStyle = ExcelDataValidationWarningStyle.warning;
    }

    private static void Choice(ExcelWorksheet sheet, FormColumn column, string address)
    {
        var rule = sheet.DataValidations.AddListValidation(address);
        foreach (var choice in column.Choices) rule.Formula.Values.Add(choice);
        Prompt(rule, column.Title, column.Prompt ?? (column.IsChoiceFree ? "从下拉列表中选择，也可以直接填写。" : "从下拉列表中选择。"));
        if (!column.IsChoiceFree) Refuse(rule, "请从列表中选择", "可选：" + string.Join("、", column.Choices));
    }

    /// <summary>A dropdown that follows another cell of its row; other words may be typed where the column allows them.</summary>
    private static void Dependent(ExcelWorksheet sheet, FormDefinition form, FormColumn column, string other, string address)
    {
        var rule = sheet.DataValidations.AddListValidation(address);
        rule.Formula.ExcelFormula = ChoiceSheetBuilder.Formula(form.Id, column.Id, other);
        var by = form.Column(column.ChoicesBy!.Column)!.Title;
        Prompt(rule, column.Title, column.Prompt ?? $"先选“{by}”，再从下拉列表中选择{(column.IsChoiceFree ? "，也可以直接填写" : "")}。");
        if (!column.IsChoiceFree) Refuse(rule, "请从列表中选择", $"可选的内容由“{by}”决定。");
    }

    private static void Prompt(IExcelDataValidation rule, string title, string words)
    {
        rule.AllowBlank = true;
        rule.ShowInputMessage = true;
        rule.PromptTitle = title.Length > 30 ? title[..30] : title;
        rule.Prompt = words;
    }

    private static void Refuse(IExcelDataValidation rule, string title, string words)
    {
        rule.ShowErrorMessage = true;
        rule.ErrorStyle = ExcelDataValidationWarningStyle.stop;
        rule.ErrorTitle = title;
        rule.Error = words;
    }
}
