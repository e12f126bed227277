using System.Text;
using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>Outlines, lists and sentences in which the same indicators are told, with the marks, joints and ends of many clerks.</summary>
/// <param name="First">The mark before 一级指标, by its number.</param>
/// <param name="Second">The mark before 二级指标.</param>
/// <param name="Third">The mark before an indicator.</param>
internal sealed record AnyTextForm(Func<int, string> First, Func<int, string> Second, Func<int, string> Third)
{
    private const string Numerals = "一二三四五六七八九十";

    private static readonly Func<int, string>[] Firsts =
    [
        n => Numerals[n - 1] + "、", n => n + "、", n => n + ".", n => $"（{Numerals[n - 1]}）", _ => "", _ => "★", _ => "■ ", n => n + " ",
    ];

    private static readonly Func<int, string>[] Seconds =
        [n => $"（{Numerals[n - 1]}）", n => n + ".", n => n + "、", n => $"（{n}）", n => $"{n}）", _ => "", _ => "  ", _ => "● "];

    private static readonly Func<int, string>[] Thirds =
    [
        n => n + ".", n => n + "、", n => $"（{n}）", n => $"{n}）", n => ((char)('①' + n - 1)).ToString(), _ => "", _ => "- ", _ => "· ",
        n => $"指标{n}：",
    ];

    private static readonly Func<Indicator, string>[] Bodies =
    [
        it => it.Name + Joint(it) + Target(it),
        it => $"{it.Name}：{Target(it)}",
        it => $"{it.Name}:{Target(it)}",
        it => $"{it.Name} {Target(it)}",
        it => $"{it.Name}（{Target(it)}）",
        it => $"{it.Name}——{Target(it)}",
        it => it.Name + Worded(it),
        it => $"{it.Name}，{Target(it)}",
        it => $"{it.Name}\t{Target(it)}",
        it => $"{it.Name}，{Worded(it).TrimStart('：')}",
        it => $"{it.Name}：目标值{Target(it)}",
        it => $"{it.Name}，指标值：{Target(it)}",
        it => $"{it.Name}  {Bound(it)} {it.Value} {it.Unit}".TrimEnd(),
        it => $"{it.Name}{Joint(it)}{Bound(it)}{it.Value}{(it.Unit.Length > 0 ? $"（{it.Unit}）" : "")}",
        it => it.Name + Within(it),
    ];

    /// <summary>What stands behind the name of a level.</summary>
    public string Colon { get; init; } = "：";

    /// <summary>What stands behind an indicator.</summary>
    public string End { get; init; } = "\n";

    /// <summary>How an indicator is told.</summary>
    public Func<Indicator, string> Body { get; init; } = Bodies[0];

    /// <summary>True where the indicators begin on the line of their level.</summary>
    public bool IsInline { get; init; }

    /// <summary>True where levels are called without the word 指标.</summary>
    public bool IsBare { get; init; }

    /// <summary>True where level 1 and 2 stand in one heading.</summary>
    public string Chain { get; init; } = "";

    /// <summary>True where the chain stands before every indicator.</summary>
    public bool IsChainRepeated { get; init; }

    /// <summary>The form that a number stands for.</summary>
    public static AnyTextForm Of(int seed)
    {
        var chance = new Chance(seed);
        var body = chance.Of(Bodies);
        var ends = new[] { "\n", "\n", "；\n", "。\n", ";\n", "；", "，", "\r\n" };
        var form = new AnyTextForm(chance.Of(Firsts), chance.Of(Seconds), chance.Of(Thirds))
        {
            Body = body,
            Colon = chance.Of(["：", "：", ":", ""]),
            End = chance.Of(ends),
            IsInline = chance.Below(3) == 0,
            IsBare = chance.Below(5) == 0,
            Chain = chance.Of(["", "", "", "-", "—", "/", "→"]),
            IsChainRepeated = chance.Below(2) == 0,
        };
        return form.Sound(chance);
    }

    /// <summary>Without what nobody writes and no reader could tell: items that nothing divides, marks that run into figures.</summary>
    private AnyTextForm Sound(Chance chance)
    {
        var form = this;
        var isRunOn = !form.End.Contains('\n', StringComparison.Ordinal);
        if (isRunOn && form.Body == Bodies[7]) form = form with { Body = Bodies[1] };
        if (isRunOn && form.Third(1).Trim() is "-" or "·") form = form with { Third = Thirds[2] };
        if (form.End == "，") form = form with { End = "；" };
        if (form.IsInline && form.Colon.Length == 0) form = form with { Colon = "：" };
        if (form.IsBare) form = form with { Colon = "：" };
        if (form.Body == Bodies[8] && isRunOn) form = form with { Body = Bodies[3] };
        if (form.Chain.Length > 0 && form.IsBare) form = form with { IsBare = false };
        return chance.Below(2) == 0 && form.Third(1).Length == 0 && form.IsInline ? form with { Third = Thirds[0] } : form;
    }

    /// <summary>The text of a project.</summary>
    public string Write(IReadOnlyList<Indicator> project)
    {
        var text = new StringBuilder();
        var (one, two, item, level1, level2) = (0, 0, 0, "", "");
        foreach (var it in project)
        {
            if (it.Level1 != level1)
            {
                (two, level2) = (0, "");
                one++;
                if (Chain.Length == 0) Line(text, First(one) + Called(it.Level1) + Colon, isInline: false);
            }

            if (it.Level2 != level2)
            {
                item = 0;
                two++;
                if (Chain.Length == 0) Line(text, Second(two) + Called(it.Level2) + Colon, IsInline);
                else if (!IsChainRepeated) Line(text, $"【{it.Level1}{Chain}{it.Level2}】", IsInline);
            }

            (level1, level2) = (it.Level1, it.Level2);
            if (Chain.Length > 0 && IsChainRepeated) text.Append(it.Level1).Append(Chain).Append(it.Level2).Append(Chain);
            else text.Append(Third(++item));
            text.Append(Body(it)).Append(End);
        }

        return text.ToString();
    }

    public override string ToString() =>
        $"{First(1)}|{Second(1)}|{Third(1)}|{Body(FormProjects.All[0][0])}|{Colon}|{End.Replace("\n", "⏎", StringComparison.Ordinal)}"
            + $"{(IsInline ? " inline" : "")}{(IsBare ? " bare" : "")} {Chain}{(IsChainRepeated && Chain.Length > 0 ? "+" : "")}";

    private void Line(StringBuilder text, string heading, bool isInline)
    {
        if (text.Length > 0 && text[^1] != '\n' && End.Contains('\n', StringComparison.Ordinal)) text.Append('\n');
        text.Append(heading);
        if (!isInline) text.Append(End.Contains('\n', StringComparison.Ordinal) || Colon.Length == 0 ? "\n" : "");
    }

    private string Called(string level) => IsBare ? level.Replace("指标", "", StringComparison.Ordinal) : level;

    private static string Bound(Indicator it) => TargetSigns.Bound(it.Operator);

    /// <summary>Words do not follow words without anything between.</summary>
    private static string Joint(Indicator it) => it.Operator == TargetOperator.Qualitative ? "：" : "";

    private static string Target(Indicator it) => Bound(it) + it.Value + it.Unit;

    private static string Worded(Indicator it) => it.Operator switch
    {
        TargetOperator.AtLeast => "不少于" + it.Value + it.Unit,
        TargetOperator.AtMost => "不超过" + it.Value + it.Unit,
        TargetOperator.Qualitative => "：" + it.Value,
        _ => it.Value.AsSpan().ContainsAny('年', '月') ? "：" + it.Value : "为" + it.Value + it.Unit,
    };

    private static string Within(Indicator it) => it.Operator switch
    {
        TargetOperator.AtLeast => "达到" + it.Value + it.Unit + "以上",
        TargetOperator.AtMost => "控制在" + it.Value + it.Unit + "以内",
        TargetOperator.Qualitative => "：" + it.Value,
        _ => "：" + it.Value + it.Unit,
    };
}
