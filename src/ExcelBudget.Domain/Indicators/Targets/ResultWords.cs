namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>定性. Words that can be the result of an indicator by themselves: 健全, 显著提升, 有所改善.</summary>
internal static class ResultWords
{
    private const int Longest = 12;

    private static readonly HashSet<string> Degrees = new(StringComparer.Ordinal)
    {
        "提升", "提高", "改善", "增强", "增加", "减少", "降低", "完善", "增长", "下降", "递减", "递增", "健全", "合理", "规范", "良好", "永久", "稳定", "显著", "明显",
        "长期", "加强", "优化", "好转", "加快", "扩大", "缩短", "提高提升", "上升", "减轻", "持续", "缓解", "改观", "整洁", "长效", "完备", "巩固", "夯实", "丰富", "浓厚", "浓郁",
            "向好", "改进", "广泛", "完好", "清朗", "有序", "充足", "浓烈",
    };

    private static readonly HashSet<string> Results = new(StringComparer.Ordinal)
    {
        "有效", "优秀", "优良", "优", "良", "好", "中", "差", "合格", "达标", "及时", "按时", "准时", "中长期", "短期", "完备", "完整", "齐全", "充分", "全面", "准确", "真实",
        "安全", "畅通", "顺畅", "顺利", "积极", "活跃", "满意", "高", "强", "大", "低", "创新", "科学", "公开", "公平", "公正", "透明", "正常", "正常开展", "正常运转",
        "正常运行", "正常使用", "零事故", "零投诉", "零差错", "无", "是", "否", "有", "全覆盖", "覆盖", "明确", "达成", "完成", "合规", "合法", "符合", "符合要求", "符合标准",
        "符合规定", "常态化", "可持续", "长效", "涉密", "落实", "到位", "足额", "按规定", "按计划", "按要求", "促进", "推动", "保障", "影响", "和谐", "高效", "优质", "清晰",
        "成效", "成效显著", "效果显著", "效果明显", "效果良好", "长远", "得到保障", "逐步", "提供", "定性", "公示", "通过", "无事故", "无投诉", "无差错", "满足", "满足需求", "满足需要", "实现",
        "按规定支付", "按规定执行", "按标准执行", "按计划完成", "按时完成", "及时完成", "按期完成", "如期完成", "全年", "全部完成", "影响深远", "深远", "美观", "可靠", "友好",
    };

    private static readonly string[] Adverbs =
    [
        "显著", "明显", "有效", "持续", "不断", "逐步", "稳步", "逐年", "进一步", "大幅度", "大幅", "较大", "全面", "得到", "有所", "长期", "基本", "更加", "较为", "比较", "切实",
        "充分", "日益", "同比", "环比", "较上年", "比上年", "较上年度", "较去年", "有", "得以", "较", "非常", "十分", "很", "更", "不", "稳定", "极大", "普遍", "相对", "达到", "达",
        "趋于", "保持", "已", "均", "可", "提升", "提高", "改善",
        "增强", "完善", "健全", "规范", "合理",
    ];

    /// <summary>True for a word or short phrase that is a result.</summary>
    public static bool IsResult(string text) =>
        text.Length <= Longest && (text.StartsWith("若干", StringComparison.Ordinal) && text.Length <= 4 || IsResultWord(text));

    private static bool IsResultWord(string text) =>
        Core(text) is var core
            && (Degrees.Contains(core) || Results.Contains(core) || core.Length == 0 || (core.Length <= 4 && core.Length < text.Length));

    /// <summary>True for a change with its degree: 明显增强, 得到改善. Behind any noun it is the result.</summary>
    public static bool IsGraded(string text) =>
        text.Length > 3 && (Degrees.Contains(text[^2..]) || IsKept(text)) && Core(text) is { Length: 2 };

    /// <summary>得到保障, 有效促进: a deed with its degree, the whole text.</summary>
    private static bool IsKept(string text) => text.Length == 4 && Results.Contains(text[2..]) && Array.IndexOf(Adverbs, text[..2]) >= 0;

    /// <summary>Where a result begins that ends a text without a blank before it: 采纳意见|显著提升; -1 when there is none.</summary>
    public static int EndingStart(string text)
    {
        var found = -1;
        for (var length = 2; length <= Math.Min(Longest, text.Length - 2); length++)
        {
            var tail = text[^length..];
            if (Core(tail) is { Length: > 0 } core && Degrees.Contains(core)) found = text.Length - length;
            else if (tail is "零事故" or "全覆盖" or "零投诉" or "零差错") found = text.Length - length;
            else if (Degrees.Contains(tail) || IsKept(tail)) found = text.Length - length;
        }

        return found;
    }

    /// <summary>True when a result ends right before a place: 办学条件持续改善|可持续影响指标.</summary>
    public static bool EndsBefore(string text, int at) => at >= 2 && Degrees.Contains(text[(at - 2)..at]);

    private static string Core(string text)
    {
        for (var again = true; again;)
        {
            if (Degrees.Contains(text) || Results.Contains(text)) return text;
            again = false;
            foreach (var adverb in Adverbs)
            {
                if (text.Length <= adverb.Length || !text.StartsWith(adverb, StringComparison.Ordinal)) continue;
                (text, again) = (text[adverb.Length..].TrimStart('、', '和', '与', '并'), true);
                break;
            }
        }

        return text;
    }
}
