using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Tables;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Datasets.Checks;

/// <summary>
/// Every project stands once per unit and year, and indicators and procurement speak only of such projects. The projects are read before
/// them.
/// </summary>
/// <param name="faults">Where to report.</param>
internal sealed class ProjectChecks(FaultLog faults)
{
    private static readonly string[] Key = [Year, UnitCode, ProjectCode];

    private readonly Repeats _repeats = new(Key, "项目编码与第 {0} 行重复。同一单位同一年度的项目编码不能重复，请改正。", faults);
    private TableReading? _projects;
    private bool _saidNone;

    /// <summary>Takes in the list of projects.</summary>
    public void Begin(TableReading projects) => _projects = projects;

    /// <summary>Reports a project listed twice, an indicator of no project, and procurement whose project has no name.</summary>
    public void Check(TableReading table, RowDraft row)
    {
        if (table.Schema.Name == ProjectTables.Projects.Name) _repeats.Check(table, row);
        else if (table.Schema.Name == ProjectTables.Indicators.Name) CheckIndicator(table, row);
        else if (table.Schema.Name == ProjectTables.Procurement.Name) CheckProcurement(table, row);
    }

    private void CheckIndicator(TableReading indicators, RowDraft row)
    {
        if (!CanCompare(neededBy: indicators) || !_repeats.IsStranger(row)) return;
        var file = _projects!.File;
        var text = $"不在 {file} 该单位 {row[Year]} 年的项目中。请改正项目编码，或在 {file} 中增加这个项目。";
        indicators.Fail(row, ProjectCode, row[ProjectCode], text, faults);
    }

    private void CheckProcurement(TableReading procurement, RowDraft row)
    {
        if (!_projects!.Present || !Key.All(_projects.Header.Has) || !_repeats.IsStranger(row)) return;
        var text = $"不在 {_projects.File} 该单位 {row[Year]} 年的项目中，采购表将没有项目名称。请核对项目编码。";
        procurement.Warn(row, ProjectCode, row[ProjectCode], text, faults);
    }

    /// <summary>
    /// False when the projects are not known. A projects file that is not there at all is one fault, not one for each indicator.
    /// </summary>
    private bool CanCompare(TableReading neededBy)
    {
        if (_projects!.Present) return Key.All(_projects.Header.Has);
        if (!_saidNone) faults.Error(new(_projects.File), $"没有可用的项目，但是 {neededBy.File} 中有绩效指标。请提供项目表。");
        _saidNone = true;
        return false;
    }
}
