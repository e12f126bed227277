using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>特批 as far as the drop folder needs it: errors that the clerk lets pass.</summary>
internal interface IWaiverBook
{
    /// <summary>The workbook with its waived errors turned into information, and the verdict that leaves.</summary>
    /// <param name="workbook">A workbook that was read and checked.</param>
    /// <param name="step">日历环节, as the workbook names it.</param>
    /// <param name="remarks">What the report says of them, sentences in Chinese; empty when none was waived.</param>
    CheckedWorkbook Put(CheckedWorkbook workbook, string step, out IReadOnlyList<string> remarks);

    /// <summary>
    /// What tells a check with the waivers of today from one before them; empty when nothing was waived since. A file that was returned
    /// before is checked anew and is no duplicate.
    /// </summary>
    /// <param name="unitCode">单位编码。</param>
    /// <param name="year">预算年度。</param>
    /// <param name="since">When the earlier check was.</param>
    string Mark(string unitCode, int year, DateTimeOffset since);
}
