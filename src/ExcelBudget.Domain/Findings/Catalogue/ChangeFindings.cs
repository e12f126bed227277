namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>
/// 下发后的改动。Prefilled amounts that were changed so as a slip changes them, where no relation and no check contradicts the new
/// figure: what was issued is the only evidence there is.
/// </summary>
public static class ChangeFindings
{
    private const string Ask = "确需这样调整的，在答复中说明即可。";

    /// <summary>改动了数量级。A prefilled amount is a power of ten of what was issued.</summary>
    public static readonly FindingKind Scale = new()
    {
        Rule = "CHANGED-SCALE",
        Category = Category.ImplausibleAmount,
        Severity = Severity.Warning,
        Sentence = "{where}在工作簿下发后由 {expected} 改成了 {actual}，正好是原来的{times}。",
        Advice = "请核对是不是金额单位用错（元、万元），或者小数点、零的个数写错了；" + Ask,
        Basis = FindingBasis.Issued,
        Example = [("where", "“档案数字化加工经费”的“金额（万元）”"), ("expected", new FindingValue.Amount(12.6m, 2, "万元")),
            ("actual", new FindingValue.Amount(126m, 2, "万元")), ("times", "十倍")],
    };

    /// <summary>一栏都改动了数量级。Several amounts of a column were multiplied alike: one deed.</summary>
    public static readonly FindingKind ScaleMany = Scale with
    {
        Case = "MANY",
        Sentence = "{area}有 {count} 个金额在工作簿下发后改过，都正好是原来的{times}（例如{where}由 {expected} 改成了 {actual}）。",
        Example = [("area", "“金额（万元）”栏"), ("count", new FindingValue.Count(5)), ("times", "一万倍"),
            ("where", "“档案数字化加工经费”"), ("expected", new FindingValue.Amount(12.6m, 2, "万元")),
            ("actual", new FindingValue.Amount(126_000m, 2, "万元"))],
    };

    /// <summary>数字像是录错。Two digits changed places, or one digit stands twice or is missing.</summary>
    public static readonly FindingKind Digits = Scale with
    {
        Rule = "CHANGED-DIGITS",
        Sentence = "{where}在工作簿下发后由 {expected} 改成了 {actual}，{slip}。",
        Advice = "请核对是不是录入时看错了；" + Ask,
        Example = [("where", "“档案数字化加工经费”的“金额（万元）”"), ("expected", new FindingValue.Amount(12.6m, 2, "万元")),
            ("actual", new FindingValue.Amount(16.2m, 2, "万元")), ("slip", "两个数只有相邻的两个数字前后颠倒")],
    };

    /// <summary>金额移到了别的格。An issued amount is gone, and the same amount stands in a cell that was blank.</summary>
    public static readonly FindingKind Moved = Scale with
    {
        Rule = "CHANGED-MOVED",
        Sentence = "{where}下发时的 {expected} 不见了，{other}多了同样的 {expected}。",
        Advice = "请核对是不是填错了行或栏；" + Ask,
        Example = [("where", "“其他教育管理事务支出”的“项目支出”"), ("expected", new FindingValue.Amount(140m, 2, "万元")),
            ("other", "“其他教育管理事务支出”的“上缴上级支出”")],
    };

    /// <summary>文字移到了别的项目。The issued text of one project stands in another, and its own place says something else.</summary>
    public static readonly FindingKind TextMoved = Scale with
    {
        Rule = "CHANGED-MOVED",
        Case = "TEXT",
        Category = Category.CrossTableMismatch,
        Sentence = "{where}下发时的文字现在写在{other}里，两处都改动过。",
        Advice = "请核对是不是贴错了行；" + Ask,
        Example = [("where", "“档案数字化加工经费”的“绩效目标”"), ("other", "“编外人员劳务费”的“绩效目标”")],
    };

    /// <summary>两格的金额互换。Two cells hold each other's issued amount.</summary>
    public static readonly FindingKind Swapped = Scale with
    {
        Rule = "CHANGED-MOVED",
        Case = "SWAPPED",
        Sentence = "{where}和{other}下发时分别是 {expected}、{actual}，现在互换了。",
        Advice = "请核对是不是填错了行或栏；" + Ask,
        Example = [("where", "“青山县教育局机关”的“公务接待费”"), ("other", "“青山县第一中学”的“公务接待费”"),
            ("expected", new FindingValue.Amount(2.5m, 2, "万元")), ("actual", new FindingValue.Amount(0.8m, 2, "万元"))],
    };

    /// <summary>只改了一边。A bound that held with equality when the workbook was issued no longer does.</summary>
    public static readonly FindingKind OneSide = Scale with
    {
        Rule = "CHANGED-ONE-SIDE",
        Category = Category.CrossTableMismatch,
        Sentence = "{where}在工作簿下发后由 {expected} 改成了 {actual}。下发时“{title}”的两边相等，现在分别是 {left} 和 {right}。",
        Advice = "请核对是不是改错了，或者另一处漏改了；" + Ask,
        Example = [("where", "“办公费”的“公用经费”"), ("expected", new FindingValue.Amount(80m, 2, "万元")),
            ("actual", new FindingValue.Amount(70m, 2, "万元")), ("title", "各单位基本支出不超过支出总表"),
            ("left", new FindingValue.Amount(518m, 2, "万元")), ("right", new FindingValue.Amount(528m, 2, "万元"))],
    };

    /// <summary>文字里还是原来的数。The project's own text still quotes the issued amount.</summary>
    public static readonly FindingKind Quoted = Scale with
    {
        Rule = "CHANGED-QUOTED",
        Category = Category.AmountAgainstCost,
        Sentence = "{where}在工作簿下发后由 {expected} 改成了 {actual}，而这个项目的“{text}”里写的还是原来的 {expected}。",
        Advice = "请核对金额和文字，改为一致；" + Ask,
        Example = [("where", "“档案数字化加工经费”的“金额（万元）”"), ("expected", new FindingValue.Amount(12.6m, 2, "万元")),
            ("actual", new FindingValue.Amount(13.1m, 2, "万元")), ("text", "数字化加工总成本")],
    };
}
