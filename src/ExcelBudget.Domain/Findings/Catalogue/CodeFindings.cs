namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>编码。What may be wrong with a code as it was typed.</summary>
public static class CodeFindings
{
    /// <summary>编码丢了位数。A long code became a number.</summary>
    public static readonly FindingKind DigitsLost = new()
    {
        Rule = "CODE-DIGITS",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "“{column}”变成了数字 {actual}：超过 15 位的编码存成数字，后面的位数就丢了。",
        Advice = "请先把单元格的格式设为“文本”，再重新填写完整的编码。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "项目编码"), ("actual", "1.3099924E19")],
    };

    /// <summary>编码和名称写在一起。A code with its name in one cell.</summary>
    public static readonly FindingKind Joined = new()
    {
        Rule = "CODE-FORMAT",
        Case = "JOINED",
        Category = Category.MessyValue,
        Severity = Severity.Error,
        Sentence = "科目编码栏填的是“{actual}”，按编码 {expected} 读取。表里的公式认不出这样的编码，合计会少算这一行。",
        Advice = "编码栏只填编码，名称填在名称栏，请改为 {expected}。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "2070104-图书馆"), ("expected", "2070104")],
    };

    /// <summary>编码改动过。A code that was changed since the workbook was issued is why other figures no longer agree.</summary>
    public static readonly FindingKind Changed = new()
    {
        Rule = "CODE-CHANGED",
        Category = Category.UnknownCode,
        Severity = Severity.Error,
        Sentence = "这一行的编码在工作簿下发后由“{issued}”改成了 {actual}，由此有 {count} 处不符；恢复下发时的编码，就都相符了，金额不用改。",
        Advice = "确需改列科目或单位的，请把有关各表一并调整。",
        Basis = FindingBasis.Issued,
        Example = [("expected", "20805"), ("issued", "20805 行政事业单位养老支出"), ("actual", "2080502"), ("count", new FindingValue.Count(6))],
    };

    /// <summary>编码改成了已有的编码。A code that was changed since the workbook was issued into one that another row has.</summary>
    public static readonly FindingKind ChangedTwice = Changed with
    {
        Case = "TWICE",
        Category = Category.DuplicateCode,
        Sentence = "这一行的编码在工作簿下发后由“{issued}”改成了 {actual}，本表因此有两行 {actual}，由此有 {count} 处不符；恢复下发时的编码，就都相符了，金额不用改。",
    };

    /// <summary>几行的编码改动过。Codes of several rows of a form were changed since issue, as by replacing or pasting: one deed.</summary>
    public static readonly FindingKind ChangedMany = Changed with
    {
        Case = "MANY",
        Sentence = "这张表有 {rows} 行的编码在工作簿下发后改动过（例如“{issued}”改成了 {actual}），由此有 {count} 处不符；恢复下发时的编码，就都相符了，金额不用改。",
        Example = [("rows", new FindingValue.Count(3)), ("expected", "301001 2050101"), ("issued", "301001 2050101 行政运行"),
            ("actual", "301003 2050101"), ("count", new FindingValue.Count(4))],
    };

    /// <summary>编码没有分栏填写。The whole code stands in the column of its first piece.</summary>
    public static readonly FindingKind Unsplit = new()
    {
        Rule = "CODE-FORMAT",
        Case = "UNSPLIT",
        Category = Category.MessyValue,
        Severity = Severity.Error,
        Sentence = "科目编码分几栏填写，“{column}”栏填的是“{actual}”，位数多了。表里的公式认不出它，合计没有加上这一行，重新计算也没有用。",
        Advice = "请把编码按栏拆开填写，一栏只填这一级的数字。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "类"), ("actual", "2050101")],
    };

    /// <summary>公式认不出的编码。Signs around a code hide it from the sums on the sheet.</summary>
    public static readonly FindingKind Unseen = new()
    {
        Rule = "CODE-FORMAT",
        Case = "UNSEEN",
        Category = Category.MessyValue,
        Severity = Severity.Error,
        Sentence = "科目编码“{shown}”的写法不规范（有空格、全角数字、多余的符号，或者位数不足）。程序按 {expected} 读取，但表里的公式认不出它，合计没有加上这一行，重新计算也没有用。",
        Advice = "请重新填写编码 {expected}。",
        Basis = FindingBasis.ReadBack,
        Example = [("shown", "2070104␣"), ("actual", "2070104 "), ("expected", "2070104")],
    };

    /// <summary>编码存成数字。A code typed as a number that the sums on the sheet miss.</summary>
    public static readonly FindingKind Number = new()
    {
        Rule = "CODE-FORMAT",
        Case = "NUMBER",
        Category = Category.MessyValue,
        Severity = Severity.Error,
        Sentence = "科目编码“{actual}”存成了数字。程序按 {expected} 读取，但表里的公式认不出它，合计没有加上这一行，重新计算也没有用。",
        Advice = "请先把单元格的格式设为“文本”，再重新填写编码 {expected}。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "2070104"), ("expected", "2070104")],
    };

    /// <summary>编码里有多余的符号。Signs around a code that do no harm to the sums.</summary>
    public static readonly FindingKind Untidy = new()
    {
        Rule = "CODE-FORMAT",
        Category = Category.MessyValue,
        Severity = Severity.Info,
        Sentence = "科目编码“{shown}”的写法不规范（有空格、全角数字或多余的符号），已按 {expected} 读取。",
        Advice = "请重新填写编码 {expected}。",
        Basis = FindingBasis.ReadBack,
        Example = [("shown", "␣2070104"), ("actual", " 2070104"), ("expected", "2070104")],
    };
}
