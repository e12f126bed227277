namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>答复。What may be wrong with an answer to a 疑点.</summary>
public static class AnswerFindings
{
    /// <summary>答复过长。An answer was cut to the longest that is kept.</summary>
    public static readonly FindingKind Cut = new()
    {
        Rule = "ANSWER-CUT",
        Category = Category.MessyValue,
        Severity = Severity.Info,
        Sentence = "这里的疑点的答复超过 {limit} 字，只保留了前 {limit} 字。",
        Advice = "请写得简短些，详细情况可另附说明。",
        Basis = FindingBasis.Answers,
        Example = [("limit", new FindingValue.Count(500))],
    };

    /// <summary>答复不是文字。An answer cell holds a formula or an error value.</summary>
    public static readonly FindingKind NoText = new()
    {
        Rule = "ANSWER-NO-TEXT",
        Category = Category.FormatInvalid,
        Severity = Severity.Info,
        Sentence = "这里的疑点的答复栏里是公式或错误值，没有作为答复读取。",
        Advice = "请直接填写文字（开头不要用等号）。",
        Basis = FindingBasis.Answers,
        Example = [],
    };
}
