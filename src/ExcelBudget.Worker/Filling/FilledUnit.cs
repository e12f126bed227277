using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Filling;

/// <summary>What became of one unit.</summary>
internal enum FillOutcome
{
    /// <summary>Its workbook was written.</summary>
    Written,

    /// <summary>A workbook of the same name stood there and was kept.</summary>
    AlreadyThere,

    /// <summary>The data do not give one.</summary>
    NotMade,

    NotWritten,

    /// <summary>Our own fault; the log has it.</summary>
    Failed,
}

/// <summary>One unit of a run of <c>fill</c>.</summary>
/// <param name="Unit">单位编码 and, where known, its name.</param>
/// <param name="Outcome">What became of it.</param>
internal sealed record FilledUnit(string Unit, FillOutcome Outcome)
{
    private const string HowToBegin = "请核对 --year；确实没有数据的单位可用 --blank 生成空白工作簿。";

    /// <summary>File name of the workbook written, or of the one that stood there; null otherwise.</summary>
    public string? File { get; init; }

    /// <summary>What came of making it; null where it was not tried, or was made.</summary>
    public MadeWorkbook? Why { get; init; }

    /// <summary>Errors of the budget itself, before anybody has typed anything.</summary>
    public int Errors { get; init; }

    /// <summary>The first of them in words; null when there is none.</summary>
    public string? FirstError { get; init; }

    /// <summary>The line that tells it.</summary>
    /// <param name="year">Budget year that was asked for.</param>
    public string Line(int year) => Outcome switch
    {
        FillOutcome.Written => $"{Unit} → {File}{(Errors == 0 ? "" : $"（数据本身有 {Errors} 处不平，如：{FirstError}）")}",
        FillOutcome.AlreadyThere => $"{Unit}：已有同名工作簿，没有覆盖（{File}）",
        FillOutcome.NotMade => $"{Unit}：{Why!.Told(year)}{(Why.Outcome == MakingOutcome.NoAmounts ? HowToBegin : "")}",
        FillOutcome.NotWritten => $"{Unit}：没有写出",
        _ => $"{Unit}：程序出错，没有生成工作簿，详情见日志。",
    };
}
