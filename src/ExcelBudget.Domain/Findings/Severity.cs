namespace ExcelBudget.Domain.Findings;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>提示。Informs.</summary>
    Info,

    /// <summary>疑点。Asks the accountant for an answer.</summary>
    Warning,

    /// <summary>错误。Returns the workbook.</summary>
    Error,
}
