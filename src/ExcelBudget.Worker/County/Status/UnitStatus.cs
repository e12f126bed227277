using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;

namespace ExcelBudget.Worker.County.Status;

/// <summary>进度。Where one unit stands in one step.</summary>
/// <param name="Department">Its department.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Step">The step.</param>
/// <param name="State">How far it has come.</param>
internal sealed record UnitStatus(CountyDepartment Department, CountyUnit Unit, CalendarStep Step, UnitState State)
{
    /// <summary>When its workbook was issued; null when it was not.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>版次。How many workbooks it has returned in this step.</summary>
    public int Versions { get; init; }

    /// <summary>The last of them; null when there is none.</summary>
    public HandedIn? Last { get; init; }

    /// <summary>Errors of the last return; zero when it was accepted.</summary>
    public int Errors => State == UnitState.Returned ? Last?.Errors ?? 0 : 0;

    /// <summary>疑点 of the last return that have no answer.</summary>
    public int OpenQuestions => Last?.OpenQuestions ?? 0;

    /// <summary>特批。How many errors were waived.</summary>
    public int Waivers { get; init; }

    /// <summary>逾期几天。After the due date: up to the first accepted return, else up to today; zero when it is not late.</summary>
    public int DaysLate { get; init; }

    /// <summary>The due date that counts for it.</summary>
    public DateOnly Due => Step.For(Unit.Department).Due;

    /// <summary>The state in words: 已退回（3 处错误，第 2 版），逾期 4 天.</summary>
    public string Words => State.Title()
        + (State == UnitState.Returned ? $"（{Errors} 处错误，第 {Versions} 版）" : "")
        + (State == UnitState.Questioned ? $"（{OpenQuestions} 条）" : "")
        + (DaysLate > 0 ? $"，逾期 {DaysLate} 天" : "");
}
