using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Reads workbooks as the engine does and tells two budgets apart cell by cell.</summary>
internal static class ReadBack
{
    private static readonly Lazy<WorkbookReader> Reader = new(() => new WorkbookReader([Hebei.Book]));

    /// <summary>The workbook of a file.</summary>
    public static ReadWorkbook Of(byte[] workbook) => Of(Calc.Opened(workbook));

    /// <summary>The workbook of flat content.</summary>
    public static ReadWorkbook Of(FlatWorkbook workbook)
    {
        var read = Reader.Value.Read(workbook, out var reason);
        reason.ShouldBeNull();
        return read!;
    }

    /// <summary>Everything in which two budgets differ, readable; empty when they are equal.</summary>
    public static IReadOnlyList<string> Differences(Budget expected, Budget actual)
    {
        if (expected.Equals(actual)) return [];
        var found = new List<string>();
        if (expected.Identity != actual.Identity) found.Add($"{expected.Identity} ≠ {actual.Identity}");
        foreach (var form in expected.Forms.Concat(actual.Forms).Select(content => content.Form).Distinct())
        {
            var (left, right) = (Keys(expected, form), Keys(actual, form));
            if (!left.SequenceEqual(right))
                found.Add($"{form} rows: -[{string.Join('|', left.Except(right))}] +[{string.Join('|', right.Except(left))}]");
            foreach (var address in Cells(expected, form).Union(Cells(actual, form)))
            {
                if (expected[address] != actual[address]) found.Add($"{address}: {expected[address]} ≠ {actual[address]}");
            }
        }

        return found.Count == 0 ? ["equal by cell, not as a whole"] : found;
    }

    private static string[] Keys(Budget budget, FormId form) => [.. budget[form]?.Rows.Select(row => row.Key.Value) ?? []];

    private static IEnumerable<CellAddress> Cells(Budget budget, FormId form) =>
        budget[form]?.Rows.SelectMany(row => row.Cells.Keys.Select(column => new CellAddress(form, row.Key, column))) ?? [];
}
