using System.Text;
using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Reading;

/// <summary>Indicators as text in the layout of the public form.</summary>
internal static class IndicatorRendering
{
    private const string Numerals = "一二三四五六七八九十";

    /// <summary>
    /// The text; empty for no indicators. Where the whole would not be read back as it is, every indicator is spelt out.
    /// </summary>
    public static string Render(IEnumerable<Indicator> indicators)
    {
        var list = indicators as IReadOnlyList<Indicator> ?? [.. indicators];
        var usual = Render(list, Line);
        return IsReadBack(usual, list) ? usual : Render(list, indicator => Mark(indicator.Number) + LiteralReader.Write(indicator));
    }

    private static bool IsReadBack(string text, IReadOnlyList<Indicator> indicators) =>
        IndicatorText.Read(text).Indicators.Select(read => read with { Raw = "" })
            .SequenceEqual(indicators.Select(indicator => indicator with { Raw = "" }));

    private static string Render(IReadOnlyList<Indicator> indicators, Func<Indicator, string> line)
    {
        var text = new StringBuilder();
        var (level1, level2) = ("", "");
        var (first, second) = (0, 0);
        foreach (var indicator in indicators)
        {
            var isNew1 = indicator.Level1 != level1 || (indicator.Level2.Length == 0 && level2.Length > 0);
            if (isNew1 && indicator.Level1.Length > 0) text.Append(Chinese(++first)).Append('、').Append(indicator.Level1).Append('\n');
            if (isNew1) second = 0;
            if (indicator.Level2.Length > 0 && (isNew1 || indicator.Level2 != level2))
                text.Append('（').Append(Chinese(++second)).Append('）').Append(indicator.Level2).Append("：\n");
            (level1, level2) = (indicator.Level1, indicator.Level2);
            text.Append(line(indicator)).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Line(Indicator indicator)
    {
        var mark = Mark(indicator.Number);
        var lines = Phrasings(indicator)
            .Select(phrase => phrase.Length > 0 && char.IsDigit(phrase[0]) ? $"{mark} {phrase}" : mark + phrase).ToArray();
        return Array.Find(lines, line => Says(line, indicator)) ?? mark + LiteralReader.Write(indicator);
    }

    /// <summary>The ways to print an indicator, the usual one first; the later ones leave less to guess.</summary>
    private static IEnumerable<string> Phrasings(Indicator indicator)
    {
        var (name, target) = (indicator.Name, indicator.Value + indicator.Unit);
        switch (indicator.Operator)
        {
            case TargetOperator.None: return [name];
            case TargetOperator.Qualitative when name == indicator.Value: return [name, $"定性：{name}"];
            case TargetOperator.Qualitative: return [$"{name} {target}", $"{name}：{target}", $"{name}=定性 {target}", $"{name}=定性：{target}"];
            case TargetOperator.Equal when target.Length > 0
                && name.Contains(
                target, StringComparison.Ordinal):
                return [name, $"{name} {target}", $"{name}：{target}", $"{name}={target}"];
            case TargetOperator.Equal:
                return name.Length == 0 ? [target, $"={target}"]
                : [$"{name} {target}", $"{name}：{target}", $"{name}={target}", $"{name}＝{indicator.Value} {indicator.Unit}"];
            default:
                var bound = indicator.Operator.Sign() + target;
                return name.Length == 0 ? [bound]
                    : [$"{name} {bound}", $"{name}：{bound}", $"{name}{indicator.Operator.Sign()}{indicator.Value}（{indicator.Unit}）"];
        }
    }

    private static bool Says(string line, Indicator indicator) =>
        IndicatorText.Read(line).Indicators is [var read] && read.Name == indicator.Name && read.Operator == indicator.Operator
            && read.Value == indicator.Value && read.Unit == indicator.Unit;

    private static string Mark(string number) => number switch
    {
        "" => "1.",
        [>= '\u2460' and <= '\u2473'] => number,
        _ when number.All(char.IsAsciiDigit) => number + ".",
        _ when char.IsAsciiDigit(number[0]) => number + " ",
        _ => number + "、",
    };

    private static string Chinese(int number) => number <= 10 ? Numerals[number - 1].ToString() : number < 20 ? "十"
        + Numerals[number - 11] : Chinese(number / 10) + "十" + (number % 10 == 0 ? "" : Chinese(number % 10));
}
