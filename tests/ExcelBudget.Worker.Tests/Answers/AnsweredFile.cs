using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Tests.Engine;
using OfficeOpenXml;

namespace ExcelBudget.Worker.Tests.Answers;

/// <summary>An annotated workbook on the accountant's desk: she types answers, sorts, deletes, renames and saves.</summary>
internal static class AnsweredFile
{
    public const int AnswerColumn = 8;

    /// <summary>The annotated copy of a checked workbook.</summary>
    public static byte[] Annotated(CheckedWorkbook workbook) => RealEngine.Engine.Annotate(workbook, QuestionedWorkbook.File)!;

    /// <summary>The file after she has worked on the sheet of findings.</summary>
    public static byte[] Edited(byte[] file, Action<ExcelWorksheet> edit)
    {
        using var package = new ExcelPackage(new MemoryStream(file));
        edit(package.Workbook.Worksheets[AnswerSheet.Name]);
        return package.GetAsByteArray();
    }

    /// <summary>An answer typed beside the n-th 疑点.</summary>
    public static byte[] Answered(byte[] file, int question, string answer) =>
        Edited(file, sheet => sheet.Cells[Row(sheet, question), AnswerColumn].Value = answer);

    /// <summary>The row of the n-th 疑点, from 0.</summary>
    public static int Row(ExcelWorksheet sheet, int question) =>
        Enumerable.Range(1, sheet.Dimension.End.Row).Where(row => sheet.Cells[row, 2].Text == "疑点").ElementAt(question);

    /// <summary>What the program reads of it.</summary>
    public static IReadOnlyList<GivenAnswer> Read(byte[] file) => AnswerSheet.Answers(WorkbookGuard.Open(file).Package!.Content);
}
