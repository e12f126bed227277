using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Packs.Datasets.Values;

/// <summary>
/// Amounts in yuan and plain numbers. A dataset's amounts are in yuan: 万元 is refused, with the figure in yuan as advice.
/// </summary>
internal static class FigureFields
{
    private const string Advice = "请填写以元为单位的数字，如 21840 或 21840.50。";

    /// <summary>An amount in yuan; what is untidy is read with a remark.</summary>
    /// <param name="text">A text that is not blank.</param>
    /// <param name="isRequired">True when a sign for nothing stands for 0, as the column may not be blank.</param>
    public static FieldReading Amount(string text, bool isRequired)
    {
        var figure = FigureReader.Read(text);
        if (figure.IsNothing) return Nothing(isRequired, "金额");
        if (!figure.IsFigure) return FieldReading.Wrong(Complaint(figure.Problem, $"不是金额。{Advice}"));
        if (figure.InYuan(1m) is not { } yuan) return FieldReading.Wrong($"不是金额。{Advice}");
        return figure.Scale == 1m
            ? Judged(yuan, figure.Untidy, warnOfParts: true)
            : FieldReading.Wrong($"不是以元为单位。请换算成元，填写 {Figures.Plain(yuan)}。");
    }

    /// <summary>A number without unit; what is untidy is read with a remark.</summary>
    /// <param name="text">A text that is not blank.</param>
    /// <param name="isRequired">True when a sign for nothing stands for 0, as the column may not be blank.</param>
    public static FieldReading Number(string text, bool isRequired)
    {
        const string Complain = "不是数字。请只填数字，单位写在别处。";
        var figure = FigureReader.Read(text);
        if (figure.IsNothing) return Nothing(isRequired, "数量");
        if (!figure.IsFigure) return FieldReading.Wrong(Complaint(figure.Problem, Complain));
        return figure.Unit == FigureUnit.None ? Judged(figure.Value, figure.Untidy, warnOfParts: false) : FieldReading.Wrong(Complain);
    }

    /// <summary>A number that came typed from a worksheet.</summary>
    public static FieldReading Typed(decimal value, bool isAmount) =>
        Math.Abs(value) >= FigureReader.Largest
            ? FieldReading.Wrong(Complaint(FigureProblem.TooLarge, ""))
            : Judged(value, Untidiness.None, isAmount);

    private static FieldReading Judged(decimal value, Untidiness untidy, bool warnOfParts)
    {
        var (remark, kind) = untidy == Untidiness.None
            ? ("", RemarkKind.None)
            : ($"写法不规范，已按 {Figures.Plain(value)} 读取。请只填数字。", RemarkKind.Cleaned);
        if (warnOfParts
            && decimal.Round(value, 2) != value) (remark, kind) = (remark + "小数超过两位，不足一分。请核对金额。", kind | RemarkKind.PartsOfACent);
        return kind == RemarkKind.None ? FieldReading.Clean(FieldValue.Of(value)) : FieldReading.Messy(FieldValue.Of(value), remark, kind);
    }

    private static FieldReading Nothing(bool isRequired, string what) =>
        FieldReading.Messy(isRequired
            ? FieldValue.Of(0m) : default, $"当作没有{what}。没有{what}的，请{(isRequired ? "填 0"
            : "留空")}。", RemarkKind.Nothing);

    private static string Complaint(FigureProblem problem, string otherwise) => problem switch
    {
        FigureProblem.DigitsLost => $"{problem.Clause()}。请把这一列设为数值格式后重新填写。",
        FigureProblem.TooLarge => $"{problem.Clause()}。请核对位数和单位。",
        FigureProblem.ErrorValue => "是公式错误。请改正公式，或直接填写结果。",
        FigureProblem.Day or FigureProblem.Vague => $"{problem.Clause()}，{otherwise}",
        FigureProblem.Grouping => $"{problem.Clause()}，{otherwise}",
        _ => otherwise,
    };
}
