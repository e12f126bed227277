using System.Text;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>Makes words whole that blanks tore apart, and takes off names what joins them to their target.</summary>
internal static class Words
{
    private const string Joiners = "|｜│┃/／、，,；;。.：:;！ \t\n\u2029\u3000\u00A0";

    /// <summary>三级指标 from the words before a target and those behind it.</summary>
    public static string Name(string before, string behind)
    {
        var name = Whole(before.Trim().TrimStart([.. Joiners]).TrimEnd([.. Joiners]));
        // 补贴兑付时间——2026年11月底: a dash that joins a name to its target
        // 改造管网【4.6公里】, 改造管网→4.6公里: or another sign that does
        name = name.TrimEnd('—', '―', '-', '…', '⋯', '.', ' ', '→', '~', '～', '=', '＝', '[', '［', '【', '「', '{', ':', '：');
        if (name is ['“', .., '”'] && name.LastIndexOf('“') == 0 && name.IndexOf('”') == name.Length - 1) name = name[1..^1];
        foreach (var joint in (string[])["和", "及", "以及", "并"])
        {
            if (name.StartsWith(joint, StringComparison.Ordinal) && before.Length > 0 && name.Length > joint.Length + 3 && joint == "以及")
                name = name[joint.Length..];
        }

        name = WithoutCopula(Blanks.WithoutHints(name).TrimStart('★', '☆', '*', '＊'));
        var tail = Whole(behind.Trim().TrimStart('的').Trim([.. Joiners]));
        // 隐患点巡查（≥18人次）（含乡镇）: the bracket of the target closes before the remark
        if (name is [.., '（' or '('] && tail is ['）' or ')', _, ..]) tail = tail[1..].Trim();
        if (tail is ")" or "）" or "]" or "】" || IsRemark(tail)) tail = "";
        if (name.EndsWith('（') || name.EndsWith('(')) name = name[..^1].TrimEnd();
        return name.Length > 0 && tail.Length > 0 && before.AsSpan().TrimEnd() is var led
            && "，,、；;".Contains(led[^1], StringComparison.Ordinal) ? name + led[^1] + tail : name + tail;
    }

    /// <summary>Blanks and breaks between Chinese characters are leftovers of a layout; between others one blank stays.</summary>
    public static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsSpace(text[at])) whole.Append(text[at]);
            else if (whole.Length > 0 && at + 1 < text.Length && !IsSpace(text[at + 1]) && IsAscii(whole[^1]) && IsAscii(text[at + 1]))
                whole.Append(' ');
        }

        return whole.ToString();
    }

    public static string Joined(string text) => text.Any(IsSpace) ? string.Concat(text.Where(sign => !IsSpace(sign))) : text;

    /// <summary>普法讲座（场）: the unit that stands in brackets behind the name. Other brackets belong to the name.</summary>
    public static (string Name, string Unit) UnitBehind(string name)
    {
        if (name.Length < 4 || name[^1] is not ('）' or ')')) return (name, "");
        var open = name.LastIndexOfAny(['（', '(']);
        var unit = Markup.Glyphs.Plain(name[(open + 1)..^1]);
        if (open < 1 || unit.Length is 0 or > 8 || MeasureUnits.Read(unit, 0, unit.Length) != unit.Length) return (name, "");
        return (name[..open], unit);
    }

    private static string WithoutCopula(string name)
    {
        if (name.Length < 3) return name is "为" or "在" or "是" ? "" : name;
        if (name[^1] == '约' && !AboutSign.IsBefore(name, name.Length)) return name;
        return name[^1] is '为' or '在' or '是' or '约' or '各' && name[^2..] is not ("行为" or "作为" or "成为" or "存在" or "现在") ? name[..^1]
            .TrimEnd([.. Joiners]) : name;
    }

    /// <summary>（以民政信息系统为准）: a remark behind the target is not part of the name.</summary>
    private static bool IsRemark(string tail) =>
        tail.Length > 2 && tail[0] is '（' or '(' && tail.IndexOfAny(['）', ')']) == tail.Length - 1;

    private static bool IsSpace(char sign) => TextScan.IsSpace(sign) || char.IsWhiteSpace(sign);

    private static bool IsAscii(char sign) => sign is > ' ' and < '\u007F';
}
