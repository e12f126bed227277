using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Tables;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Datasets.Checks;

/// <summary>Every project stands once per unit and year, and indicators and procurement speak only of such projects.</summary>
internal static class ProjectChecks
{
    private static readonly string[] Key = [Year, UnitCode, ProjectCode];

    /// <summary>Reports projects listed twice, indicators of no project, and procurement whose project has no name.</summary>
    public static void Check(TableSet tables, FaultLog faults)
    {
        var projects = tables[ProjectTables.Projects];
        Repeats.Check(projects, Key, "项目编码与第 {0} 行重复。同一单位同一年度的项目编码不能重复，请改正。", faults);
        var known = projects.Rows.Where(row => row.Has(Key)).Select(row => Repeats.Key(row, Key)).ToHashSet(StringComparer.Ordinal);
        CheckIndicators(tables[ProjectTables.Indicators], projects, known, faults);
        CheckProcurement(tables[ProjectTables.Procurement], projects, known, faults);
    }

    private static void CheckIndicators(TableReading indicators, TableReading projects, HashSet<string> known, FaultLog faults)
    {
        if (!CanCompare(projects, faults, neededBy: indicators)) return;
        foreach (var row in Strangers(indicators, known))
        {
            var text = $"不在 {projects.File} 该单位 {row[Year]} 年的项目中。请改正项目编码，或在 {projects.File} 中增加这个项目。";
            indicators.Fail(row, ProjectCode, row[ProjectCode], text, faults);
        }
    }

    private static void CheckProcurement(TableReading procurement, TableReading projects, HashSet<string> known, FaultLog faults)
    {
        if (!projects.Present || !Key.All(projects.Header.Has)) return;
        foreach (var row in Strangers(procurement, known))
        {
            var text = $"不在 {projects.File} 该单位 {row[Year]} 年的项目中，采购表将没有项目名称。请核对项目编码。";
            procurement.Warn(row, ProjectCode, row[ProjectCode], text, faults);
        }
    }

    /// <summary>
    /// False when the projects are not known. A projects file that is not there at all is one fault, not one for each indicator.
    /// </summary>
    private static bool CanCompare(TableReading projects, FaultLog faults, TableReading neededBy)
    {
        if (projects.Present) return Key.All(projects.Header.Has);
        if (neededBy.Rows.Count > 0) faults.Error(new(projects.File), $"没有可用的项目，但是 {neededBy.File} 中有绩效指标。请提供项目表。");
        return false;
    }

    private static IEnumerable<RowDraft> Strangers(TableReading table, HashSet<string> known) =>
        table.Rows.Where(row => row.Has(Key) && !known.Contains(Repeats.Key(row, Key)));
}
