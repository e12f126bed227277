using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>What tests ask of a reading.</summary>
internal static class FaultAssertions
{
    /// <summary>The reading has exactly one fault, at this place.</summary>
    public static DatasetFault ShouldHaveOnly(this DatasetReading reading, Severity severity, string file, int? line, string? column,
        string? value = null)
    {
        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Severity, fault.File, fault.Line, fault.Column, fault.Value).ShouldBe((severity, file, line, column, value), fault.Message);
        fault.Message.ShouldStartWith(line is null ? file : $"{file} 第 {line} 行");
        if (value is not null) fault.Message.ShouldContain(value);
        fault.Message.ShouldEndWith("。");
        return fault;
    }

    /// <summary>Every table as text, for comparing two readings.</summary>
    public static string Content(this Dataset dataset) => string.Join("\n", DatasetSchema.Tables.Select(table => table.Name)
        .Append(DatasetSchema.MembersTable)
        .SelectMany(table => dataset[table].Select(row =>
            table + ": " + string.Join("¦",
                row.Filled.OrderBy(field => field.Field, StringComparer.Ordinal).Select(field => $"{field.Field}={field.Value.Text}")))));
}
