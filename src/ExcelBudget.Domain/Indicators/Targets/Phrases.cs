using System.Collections.Frozen;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>
/// The words by which a phrase of an indicator shows what it is: a thing to be measured, a deed, a statement. They are the language's, not
/// a province's, and so stand in code; what a check thinks of a word (weak, forbidden) stands in the packs.
/// </summary>
internal static class Phrases
{
    private const string MeasureEnds = "率数量度额比费价款金限期长次性力平准质况感识境入件貌果益见用本间例值面效能制系响围";

    private static readonly string[] Measures =
    [
        "率", "次数", "数量", "人数", "户数", "件数", "册数", "份数", "天数", "个数", "场次", "班次", "人次", "期数", "费", "费用", "经费", "成本", "金额", "总额",
        "资金", "比例", "比率", "时间", "期限", "时限", "节点", "进度", "及时性", "规范性", "合理性", "健全性", "完整性", "准确性", "有效性", "可持续性", "满意度",
        "知晓度", "知名度", "覆盖面",
        "标准", "数", "工期", "年限", "总量", "规模", "面积", "里程", "单价", "造价", "补助", "补贴", "金", "支出", "开支",
    ];

    private static readonly string[] States = ["素质", "水平", "能力", "程度", "情况", "条件", "环境", "状况"];

    private static readonly string[] FirmVerbs =
    [
        "保证", "保障", "确保", "提高", "提升", "增强", "改善", "促进", "降低", "减少", "加强", "维护", "推进", "推动", "优化", "完善", "强化", "深化", "防止", "避免",
        "杜绝", "有助于", "有利于", "有效", "按照", "按", "根据", "依据", "通过", "由", "为", "使", "对", "严格", "切实", "进一步", "及时", "方便", "了解", "营造", "满足",
        "做好", "抓好", "美化", "净化",
    ];

    private static readonly string[] SoftVerbs =
    [
        "完成", "开展", "协助", "掌握", "宣传", "聘请", "积极", "全面", "持续", "不断", "监督", "扶持", "支持", "服务", "落实", "贯彻", "实现", "达到", "建立", "健全",
        "规范", "打造", "解决", "组织", "做好", "抓好", "举办", "召开", "不", "无", "能", "可",
    ];

    private static readonly string[] Events =
    [
        "完成", "全部", "前", "内", "召开", "支付", "拨付", "实施", "开展", "发放", "竣工", "验收", "建成", "到位", "投入", "结束", "启动", "举办", "印发", "上线", "按",
        "交付", "执行", "落实", "支出", "办结", "兑付", "编制", "采购", "开工", "完工", "全面", "基本", "及时", "正式", "如期", "组织", "开始", "达到", "实现", "付清",
        "缴纳", "使用", "施工", "安装", "报送", "出版", "发行", "下达", "下发", "通过", "进行", "末", "底", "止", "正常", "保质", "足额", "统一", "均", "已", "将", "配送",
        "到账", "清运", "入库", "上报",
    ];

    private static readonly string[] Doings =
    [
        "完成", "培训", "举办", "开展", "召开", "建设", "新建", "改建", "扩建", "购置", "改造", "组织", "发放", "印制", "编制", "采购", "维修", "接待", "补助", "补贴", "扶持",
        "支持", "配备", "安排", "实施", "聘用", "慰问", "印刷", "制作", "建成", "新增", "开设", "参加", "覆盖", "维护", "种植", "购买", "更换", "更新", "安装", "检查", "检测",
        "巡查", "走访", "表彰", "奖励", "资助", "救助", "招聘", "引进", "培育", "打造", "创建", "整治", "修缮", "修建", "铺设", "绿化", "出版", "发布", "形成", "撰写", "派出",
        "选派", "服务", "保障", "惠及", "受益", "提供", "设立", "建立", "办理", "处理", "受理", "审计", "抽检", "发表", "编印", "印发", "不少于", "共", "计", "约", "支付",
        "提高", "提升", "增加", "减少", "降低", "下降", "增长", "演出", "拍摄", "播出", "宣传", "征集", "收集", "录入", "整理", "征订", "订阅", "租赁", "拨付", "投入", "每年",
    ];

    private static readonly FrozenDictionary<char, string[]> DoingsByLast =
        Doings.GroupBy(word => word[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>True when the words before a place name a thing to be measured, so that a bare number or a result may follow.</summary>
    public static bool EndsAsMeasure(string text, int from, int at)
    {
        while (at > from && TextScan.IsSpace(text[at - 1])) at--;
        if (at > from && text[at - 1] is ')' or '》') return true;
        return at > from && MeasureEnds.Contains(text[at - 1], StringComparison.Ordinal);
    }

    /// <summary>True when a date is followed by what happens then.</summary>
    public static bool IsEvent(string text, int at, int end) => Starts(text, at, end, Events);

    /// <summary>True when nothing but a verb stands between two places: 完成, 全部完成, 交付.</summary>
    public static bool IsBareEvent(string text, int from, int to)
    {
        while (from < to && TextScan.IsSpace(text[from])) from++;
        while (to > from && (TextScan.IsSpace(text[to - 1]) || text[to - 1] is '。' or ';')) to--;
        return to > from && to - from <= 6 && BareEvents.Contains(text[from..to]);
    }

    private static readonly HashSet<string> BareEvents = new(StringComparer.Ordinal)
    {
        "完成", "前完成", "全部完成", "全面完成", "按时完成", "按期完成", "完工", "竣工", "交付", "出版", "到位", "发放", "拨付", "支付", "验收", "开工", "投入使用", "交付使用",
        "发放到位", "拨付到位", "支付完毕",
        "发放完毕", "完成验收", "完成支付", "完成拨付", "完成发放", "召开", "举办", "实施", "启动", "上线", "印发", "结束",
    };

    /// <summary>True when a verb of doing stands before a place: what follows is counted.</summary>
    public static bool EndsAsDoing(string text, int from, int at)
    {
        while (at > from && text[at - 1] is ' ' or '了') at--;
        if (at <= from || !DoingsByLast.TryGetValue(text[at - 1], out var doings)) return false;
        foreach (var word in doings)
        {
            if (at - word.Length >= from && string.CompareOrdinal(text, at - word.Length, word, 0, word.Length) == 0) return true;
        }

        return false;
    }

    /// <summary>True for a noun phrase that names a measure and gives none: 工作完成及时率.</summary>
    public static bool IsMeasure(string text)
    {
        var comma = text.IndexOfAny([',', ';']);
        var head = (comma < 0 ? text : text[..comma]).Trim();
        return !Starts(head, 0, head.Length, FirmVerbs) && Array.Exists(Measures, word => head.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>True for a noun phrase that names a state and does not say which: 党员综合素质.</summary>
    public static bool IsState(string text) => !BeginsAsStatement(text) && text.IndexOfAny([',', ';', '。']) < 0
        && Array.Exists(States, word => text.EndsWith(word, StringComparison.Ordinal))
        && !Doings.Concat(FirmVerbs).Any(verb => verb.Length > 1 && text.Contains(verb, StringComparison.Ordinal));

    /// <summary>True when a text begins as a statement does: with a verb.</summary>
    public static bool BeginsAsStatement(string text) =>
        Starts(text, 0, text.Length, FirmVerbs) || Starts(text, 0, text.Length, SoftVerbs);

    /// <summary>False for a fragment that only makes sense with what follows: a title, a bare word.</summary>
    public static bool SaysSomething(string text)
    {
        var spoken = 0;
        var depth = 0;
        foreach (var sign in text)
        {
            if (sign == '《') depth++;
            if (depth == 0 && TextScan.IsHan(sign)) spoken++;
            if (sign == '》') depth--;
        }

        return spoken > 4 || (spoken > 0 && BeginsAsStatement(text)) || IsMeasure(text);
    }

    /// <summary>True for words of when and where, which belong to what follows: 服务周期内，…, 项目建成后，….</summary>
    public static bool IsAdverbial(string text) =>
        Array.Exists(AdverbialEnds, word => text.EndsWith(word, StringComparison.Ordinal))
            && text.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) < 0;

    private static readonly string[] AdverbialEnds = ["周期内", "期内", "期间", "年内", "范围内", "过程中", "完成后", "建成后", "实施后", "结束后"];

    /// <summary>True for a cost named without amount: it is not the name of a count that follows.</summary>
    public static bool IsCost(string text) =>
        text.EndsWith('费') || text.EndsWith("费用", StringComparison.Ordinal) || text.EndsWith("支出", StringComparison.Ordinal);

    private static bool Starts(string text, int at, int end, string[] words)
    {
        foreach (var word in words)
        {
            if (at + word.Length <= end && string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return true;
        }

        return false;
    }
}
