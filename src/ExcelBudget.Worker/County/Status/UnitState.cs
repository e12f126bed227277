using ExcelBudget.Workbooks.Tables;

namespace ExcelBudget.Worker.County.Status;

/// <summary>How far a unit has come in a step, from nothing to published.</summary>
internal enum UnitState
{
    /// <summary>未下发。</summary>
    NotIssued,

    /// <summary>未报送。Issued, and nothing has come back.</summary>
    Issued,

    /// <summary>待核。Something came back that the clerk must look at first.</summary>
    Held,

    /// <summary>已退回。The last return had errors.</summary>
    Returned,

    /// <summary>疑点待答复。Accepted, with 疑点 that have no answer.</summary>
    Questioned,

    /// <summary>已通过。</summary>
    Accepted,

    /// <summary>说明已核对。Accepted, and the department's note agrees with it.</summary>
    NoteChecked,

    /// <summary>已公开。</summary>
    Published,
}

/// <summary>Words and colours of the states.</summary>
internal static class UnitStates
{
    /// <summary>All, in the order of the year.</summary>
    public static readonly IReadOnlyList<UnitState> All = Enum.GetValues<UnitState>();

    public static string Title(this UnitState state) => state switch
    {
        UnitState.NotIssued => "未下发",
        UnitState.Issued => "未报送",
        UnitState.Held => "待核",
        UnitState.Returned => "已退回",
        UnitState.Questioned => "疑点待答复",
        UnitState.Accepted => "已通过",
        UnitState.NoteChecked => "说明已核对",
        _ => "已公开",
    };

    /// <summary>The code in JSON.</summary>
    public static string Code(this UnitState state) => state switch
    {
        UnitState.NotIssued => "not_issued",
        UnitState.Issued => "issued",
        UnitState.Held => "held",
        UnitState.Returned => "returned",
        UnitState.Questioned => "open_questions",
        UnitState.Accepted => "accepted",
        UnitState.NoteChecked => "note_checked",
        _ => "published",
    };

    public static CellTone Tone(this UnitState state) => state switch
    {
        UnitState.NotIssued => CellTone.Quiet,
        UnitState.Issued => CellTone.Underway,
        UnitState.Held or UnitState.Questioned => CellTone.Attention,
        UnitState.Returned => CellTone.Bad,
        _ => CellTone.Good,
    };

    /// <summary>True when the unit has handed in what is asked of it.</summary>
    public static bool IsDone(this UnitState state) => state >= UnitState.Questioned;
}
