namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>公式。What may be wrong with the formulas of a form and the results they show.</summary>
public static class FormulaFindings
{
    /// <summary>公式被改。A formula computes something else, and the figure it shows is wrong.</summary>
    public static readonly FindingKind Changed = new()
    {
        Rule = "FORMULA-CHANGED",
        Category = Category.FormulaOverwritten,
        Severity = Severity.Error,
        Sentence = "这里的公式被改成了“={formula}”，算出来是 {actual}，按表样应为 {expected}。",
        Advice = "请恢复原来的公式（可从同一栏的其他行或下发的工作簿复制），并核对是不是漏加了行。",
        Basis = FindingBasis.ReadBack,
        Example = [("formula", "SUM(D10:D11)"), ("actual", new FindingValue.Amount(12.50m)),
            ("expected", new FindingValue.Amount(15.00m))],
    };

    /// <summary>公式被改。A formula computes something else; the figure it shows is still right.</summary>
    public static readonly FindingKind ChangedHarmless = Changed with
    {
        Case = "STILL-RIGHT",
        Severity = Severity.Warning,
    };

    /// <summary>公式被改。Many formulas of a form compute something else.</summary>
    public static readonly FindingKind ChangedMany = Changed with
    {
        Case = "MANY",
        Advice = "请恢复原来的公式（可从同一栏的其他行或下发的工作簿复制），并核对是不是漏加了行。这张表共有 {count} 处这样的公式，其余的见相关单元格。",
        Example = [("formula", "SUM(D10:D11)"), ("actual", new FindingValue.Amount(12.50m)), ("expected", new FindingValue.Amount(15.00m)),
            ("count", new FindingValue.Count(8))],
    };

    /// <summary>公式被改。Many formulas of a form compute something else; what the first shows is still right.</summary>
    public static readonly FindingKind ChangedManyHarmless = ChangedMany with
    {
        Case = "MANY-STILL-RIGHT",
        Severity = Severity.Warning,
    };

    /// <summary>公式被清空。A computed cell is blank.</summary>
    public static readonly FindingKind Emptied = new()
    {
        Rule = "FORMULA-CHANGED",
        Case = "EMPTIED",
        Category = Category.FormulaOverwritten,
        Severity = Severity.Error,
        Sentence = "这里原来是公式，现在是空的，按表样应为 {expected}。",
        Advice = "请恢复原来的公式（可从同一栏的其他行或下发的工作簿复制）。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", new FindingValue.Amount(0m)), ("expected", new FindingValue.Amount(15.00m))],
    };

    /// <summary>公式被清空。Many computed cells of a form are blank or compute something else.</summary>
    public static readonly FindingKind EmptiedMany = Emptied with
    {
        Case = "EMPTIED-MANY",
        Advice = "请恢复原来的公式（可从同一栏的其他行或下发的工作簿复制）。这张表共有 {count} 处这样的公式，其余的见相关单元格。",
        Example = [("actual", new FindingValue.Amount(0m)), ("expected", new FindingValue.Amount(15.00m)),
            ("count", new FindingValue.Count(8))],
    };

    /// <summary>公式普遍错位。A program has moved rows and left the formulas as they were.</summary>
    public static readonly FindingKind ChangedAll = new()
    {
        Rule = "FORMULA-CHANGED",
        Case = "ALL",
        Category = Category.FormulaOverwritten,
        Severity = Severity.Warning,
        Sentence = "工作簿里有 {count} 个公式算出来的数与表样不一致（例如这里算出来是 {actual}，应为 {expected}），多半是插入、删除行或栏时公式没有跟着移动。",
        Advice = "检查已按填写的数重新计算；请用 Excel 打开核对公式，或在下发的工作簿上填报。",
        Basis = FindingBasis.ReadBack,
        Example = [("count", new FindingValue.Count(120)), ("actual", new FindingValue.Amount(12.50m)),
            ("expected", new FindingValue.Amount(15.00m))],
    };

    /// <summary>公式被数覆盖。A figure was typed over a formula and differs.</summary>
    public static readonly FindingKind Overwritten = new()
    {
        Rule = "FORMULA-OVERWRITTEN",
        Case = "DIFFERENT",
        Category = Category.FormulaOverwritten,
        Severity = Severity.Warning,
        Sentence = "这里原来是公式，现在是直接填写的 {actual}，按公式计算应为 {expected}。",
        Advice = "请恢复公式；如果合计是对的，请核对各组成项。",
        Basis = FindingBasis.Totals,
        Example = [("actual", new FindingValue.Amount(12.50m)), ("expected", new FindingValue.Amount(15.00m)),
            ("difference", new FindingValue.Count(-2.5m))],
    };

    /// <summary>公式被数覆盖。A figure was typed over a formula and agrees.</summary>
    public static readonly FindingKind OverwrittenAgreeing = Overwritten with
    {
        Case = "AGREEING",
        Severity = Severity.Info,
        Sentence = "这里原来是公式，现在是直接填写的 {actual}，与计算结果一致。",
        Advice = "建议恢复公式，以后改数时才会自动更新。",
        Example = [("actual", new FindingValue.Amount(15.00m)), ("expected", new FindingValue.Amount(15.00m)),
            ("difference", new FindingValue.Count(0))],
    };

    /// <summary>公式被数覆盖。Figures were typed over formulas of a form and agree.</summary>
    public static readonly FindingKind OverwrittenAgreeingMany = OverwrittenAgreeing with
    {
        Case = "AGREEING-MANY",
        Sentence = "这张表有 {count} 个合计原来是公式，现在是直接填写的数，与计算结果一致。",
        Example = [("count", new FindingValue.Count(12)), ("actual", new FindingValue.Amount(15.00m)),
            ("expected", new FindingValue.Amount(15.00m)), ("difference", new FindingValue.Count(0))],
    };

    /// <summary>公式都被数覆盖。A whole workbook was pasted as values and agrees.</summary>
    public static readonly FindingKind OverwrittenAgreeingAll = OverwrittenAgreeing with
    {
        Case = "AGREEING-ALL",
        Sentence = "工作簿里 {forms} 张表的 {count} 个合计原来是公式，现在是直接填写的数（多半是整表粘贴成了数值），与计算结果一致。",
        Example = [("forms", new FindingValue.Count(6)), ("count", new FindingValue.Count(109)),
            ("actual", new FindingValue.Amount(15.00m)), ("expected", new FindingValue.Amount(15.00m)),
            ("difference", new FindingValue.Count(0))],
    };

    /// <summary>没有重新计算。Results in the file are out of date.</summary>
    public static readonly FindingKind Stale = new()
    {
        Rule = "CALCULATION-STALE",
        Category = Category.StaleCalculation,
        Severity = Severity.Info,
        Sentence = "这张表有 {count} 个合计显示的不是按现有数据计算的结果（例如这里显示 {actual}，应为 {expected}）。",
        Advice = "检查以重新计算的数为准；请在 Excel 中按 F9 重新计算，并核对公式有没有被改动。",
        Basis = FindingBasis.ReadBack,
        Example = [("count", new FindingValue.Count(3)), ("actual", new FindingValue.Amount(12.50m)),
            ("expected", new FindingValue.Amount(15.00m))],
    };
}
