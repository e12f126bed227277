namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>原因的说法。What is said of the cause of broken relations, beside the words of the rule that a pack declares.</summary>
public static class CauseSentences
{
    private static readonly FindingValue Found = new FindingValue.Amount(12.5m, 2, "万元");
    private static readonly FindingValue Right = new FindingValue.Amount(15m, 2, "万元");
    private static readonly FindingValue Gap = new FindingValue.Amount(2.5m, 2, "万元");
    private static readonly FindingValue Three = new FindingValue.Count(3);

    /// <summary>尾差。One relation that rounding explains.</summary>
    public static readonly FindingSentence Tail = Of("TAIL",
        "“{title}”的两边分别为 {left} 和 {right}，相差 {diff}，是四舍五入造成的尾差，属于正常情况，不用处理。",
        ("title", "合计 = 各类之和"), ("left", new FindingValue.Amount(49.89m, 2, "万元")), ("right", new FindingValue.Amount(49.88m, 2, "万元")),
        ("diff", new FindingValue.Amount(0.01m, 2, "万元")));

    /// <summary>尾差。Those of one form.</summary>
    public static readonly FindingSentence Tails = Of("TAILS",
        "这张表有 {count} 处合计与各项相加略有出入（例如这里显示 {actual}，按勾稽关系为 {expected}），都是四舍五入造成的尾差，属于正常情况，不用处理。",
        ("count", Three), ("actual", "49.89"), ("expected", "49.88"));

    /// <summary>A check's own finding that is also why relations are broken.</summary>
    public static readonly FindingSentence Leads = Of("LEADS", "它还使 {count} 处勾稽不符，改为 {expected}，就都相符了。",
        ("count", Three), ("expected", Right));

    /// <summary>The same, where nothing pins the figure down.</summary>
    public static readonly FindingSentence LeadsBound = Of("LEADS-BOUND", "它还使 {count} 处勾稽不符：{cause}",
        ("count", Three), ("cause", "基本支出大于合计。"));

    /// <summary>The same, where a row that stands twice counts twice.</summary>
    public static readonly FindingSentence LeadsTwice = Of("LEADS-TWICE", "它还使 {count} 处勾稽不符；金额不重复计，就都相符了。", ("count", Three));

    /// <summary>A code that cannot be, and the one that mends what is broken.</summary>
    public static readonly FindingSentence Mistyped = Of("MISTYPED",
        "多半是 {code} {name}：改成这个编码，由它造成的 {count} 处勾稽不符就都相符了，金额不用改。",
        ("code", "2070104"), ("name", "图书馆"), ("count", Three));

    /// <summary>A name that another form has and that was mistyped here.</summary>
    public static readonly FindingSentence MistypedName = Of("MISTYPED-NAME",
        "“{column}”{stands}，多半应为 {expected}：{missing}。请改为 {expected}；确实不是的，请在两张表里一并核对。",
        ("column", "科目编码"), ("stands", "填的是 2060309"), ("expected", "2060302"), ("missing", "增减原因表没有写 2060302 的原因"));

    /// <summary>A text of the note that no longer agrees because a figure slipped.</summary>
    public static readonly FindingSentence AlsoInNote = Of("ALSO-IN-NOTE",
        "照现在的数，情况说明文字“{text}”也对不上；数改回来，这段文字就不用改。", ("text", "“三公”经费增减原因"));

    /// <summary>One fault at many places.</summary>
    public static readonly FindingSentence Shared = Of("SHARED", "同样的问题共有 {count} 处。", ("count", Three));

    /// <summary>One fault of several projects.</summary>
    public static readonly FindingSentence SharedProjects = Of("SHARED-PROJECTS", "同样的问题共有 {count} 处，涉及 {projects} 个项目：{names}。",
        ("count", Three), ("projects", new FindingValue.Count(2)), ("names", "农村公路养护、桥梁检测"));

    /// <summary>One cell is the cause.</summary>
    public static readonly FindingSentence OneCell = Of("ONE-CELL", "{stands}，{breaks}；{remedy}，{agrees}。{advice}",
        ("stands", "“办公费”行“公用经费”栏现为 12.50 万元"), ("breaks", "使 3 处勾稽不符"), ("remedy", "改为 15.00 万元"),
        ("agrees", "这 3 处就都相符了"), ("advice", "请核对是不是漏填了。"));

    /// <summary>Several cells below one total may be the cause.</summary>
    public static readonly FindingSentence Total = Of("TOTAL", "{cell}现为 {actual}，按{ties}应为 {expected}，相差 {gap}。",
        ("cell", "“合计”行“公用经费”栏"), ("actual", Found), ("ties", " 3 处勾稽关系"), ("expected", Right), ("gap", Gap));

    /// <summary>What else a cause breaks.</summary>
    public static readonly FindingSentence AlsoBreaks = Of("ALSO-BREAKS", "同一差错还使另外 {count} 处勾稽不符。", ("count", Three));

    /// <summary>A cell left blank.</summary>
    public static readonly FindingSentence StandsBlank = Of("STANDS-BLANK", "{cell}没有填写", ("cell", "“办公费”行“公用经费”栏"));

    /// <summary>What stands in a cell.</summary>
    public static readonly FindingSentence Stands = Of("STANDS", "{cell}现为 {actual}", ("cell", "“办公费”行“公用经费”栏"), ("actual", Found));

    /// <summary>To fill in.</summary>
    public static readonly FindingSentence FillIn = Of("FILL-IN", "填上 {expected}", ("expected", Right));

    /// <summary>To leave blank.</summary>
    public static readonly FindingSentence LeaveBlank = Of("LEAVE-BLANK", "这里不填数");

    /// <summary>To change.</summary>
    public static readonly FindingSentence ChangeTo = Of("CHANGE-TO", "改为 {expected}", ("expected", Right));

    /// <summary>One relation is broken.</summary>
    public static readonly FindingSentence BreaksOne = Of("BREAKS-ONE", "与“{title}”不符", ("title", "收入总计 = 支出总计"));

    /// <summary>Several relations are broken.</summary>
    public static readonly FindingSentence BreaksMany = Of("BREAKS-MANY", "使 {count} 处勾稽不符", ("count", Three));

    /// <summary>The one relation holds again.</summary>
    public static readonly FindingSentence AgreesOne = Of("AGREES-ONE", "两边就一致了");

    /// <summary>The relations hold again.</summary>
    public static readonly FindingSentence AgreesMany = Of("AGREES-MANY", "这 {count} 处就都相符了", ("count", Three));

    /// <summary>A value stands over a formula.</summary>
    public static readonly FindingSentence Restore = Of("RESTORE", "这里原来是公式，请恢复公式。");

    /// <summary>A minus too much.</summary>
    public static readonly FindingSentence Sign = Of("SIGN", "多半是多填了一个负号，请核对后改正。");

    /// <summary>Two digits changed places.</summary>
    public static readonly FindingSentence Transposed = Of("TRANSPOSED", "两个数只有相邻的两个数字前后颠倒，多半是录入时看错了，请核对后改正。");

    /// <summary>The whole amount is too much.</summary>
    public static readonly FindingSentence Whole = Of("WHOLE",
        "相差的正好是这一格的金额，请核对这一笔是不是重复列示、填错了行或栏，或者别的表漏列了。");

    /// <summary>Something was left out.</summary>
    public static readonly FindingSentence LeftOut = Of("LEFT-OUT", "请核对是不是漏填了。");

    /// <summary>Changed since the workbook was issued.</summary>
    public static readonly FindingSentence ChangedSince = Of("CHANGED-SINCE",
        "这一格在工作簿下发后改动过，请对照批复的预算核对；确需调整的，请把相关各表一并调整。");

    /// <summary>Nothing more is known.</summary>
    public static readonly FindingSentence Compare = Of("COMPARE", "请对照批复的预算核对这一格；如果它是对的，请核对列出的其他单元格。");

    /// <summary>At most three cells.</summary>
    public static readonly FindingSentence AmongCells = Of("AMONG-CELLS", "差错多半在{cells}中的一处{direction}，请对照批复的预算逐个核对。",
        ("cells", "“办公费”行“公用经费”栏、“印刷费”行“公用经费”栏"), ("direction", "（多填了）"));

    /// <summary>A column to go through.</summary>
    public static readonly FindingSentence AmongRows = Of("AMONG-ROWS", "差错多半在{column}的某一行{direction}，请对照批复的预算逐行核对这一栏。",
        ("column", "“公用经费”栏"), ("direction", "（少填了）"));

    /// <summary>A row to go through.</summary>
    public static readonly FindingSentence AmongColumns = Of("AMONG-COLUMNS", "差错多半在{row}的某一栏{direction}，请对照批复的预算逐栏核对这一行。",
        ("row", "“办公费”行"), ("direction", ""));

    /// <summary>Columns or forms to go through.</summary>
    public static readonly FindingSentence AmongForms = Of("AMONG-FORMS", "差错多半在{places}{direction}，请对照批复的预算逐行核对。",
        ("places", "“T3 支出总表”表、“T5 一般公共预算支出表”表"), ("direction", ""));

    /// <summary>Figures changed together since the workbook was issued.</summary>
    public static readonly FindingSentence Together = Of("TOGETHER", "{stands}，{breaks}；恢复下发时的{what}，{agrees}。{more}确需调整的，请把相关各表一并调整。",
        ("stands", "“支出总表”的“基本支出”栏有 8 格在工作簿下发后改动过（“行政运行”行 32→23）"), ("breaks", "使 9 处勾稽不符"), ("what", "数"),
        ("agrees", "就都相符了"), ("more", ""));

    /// <summary>What follows when no relation but checks object.</summary>
    public static readonly FindingSentence Therefore = Of("THEREFORE", "由此{check}{others}", ("check", "项目没有填写金额"), ("others", ""));

    /// <summary>A row that is gone.</summary>
    public static readonly FindingSentence RowGone = Of("ROW-GONE", "“{form}”的“{row}”行在工作簿下发后被删去了（下发时{issued}）",
        ("form", "一般公共预算基本支出表"), ("row", "30201 办公费"), ("issued", "公用经费 4.32 万元"));

    /// <summary>One changed cell.</summary>
    public static readonly FindingSentence CellChanged = Of("CELL-CHANGED", "{row}“{column}”栏在工作簿下发后{change}",
        ("row", "“办公费”行"), ("column", "公用经费"), ("change", "由 12.50 改成了 15.20 万元"));

    /// <summary>Changed cells.</summary>
    public static readonly FindingSentence CellsChanged = Of("CELLS-CHANGED", "{area}有 {count} 格在工作簿下发后改动过（{changes}）",
        ("area", "“支出总表”的“基本支出”栏"), ("count", Three), ("changes", "“行政运行”行 32→23"));

    /// <summary>All too large or too small alike.</summary>
    public static readonly FindingSentence AllScaled = Of("ALL-SCALED", "改动后的数正好是下发时的{times}，多半是{unit}小数点、零的个数写错了。",
        ("times", "一万倍"), ("unit", "金额单位用错（元、万元），或者"));

    /// <summary>Formulas among what was overwritten.</summary>
    public static readonly FindingSentence FormulasAmong = Of("FORMULAS-AMONG", "其中 {count} 格原来是公式（{rows}），请恢复公式。",
        ("count", Three), ("rows", "“201 一般公共服务支出”行"));

    /// <summary>A sentence of the note that would be wrong.</summary>
    public static readonly FindingSentence InNote = Of("IN-NOTE", "写进情况说明后{how}（“{sentence}”）：{message}",
        ("how", "通不过核对"), ("sentence", "人员经费减少，主要是退休3人。"), ("message", "人员经费实际增加18.37万元，说明里写的方向相反。"));

    /// <summary>A changed figure that a sentence of the note contradicts.</summary>
    public static readonly FindingSentence BehindNote = Of("BEHIND-NOTE",
        "“{row}”行“{column}”栏在工作簿下发后{change}，和情况说明里的话不符（“{sentence}”）。恢复下发时的数，就一致了；确需调整的，请把这句话改过来。",
        ("row", "公务接待费"), ("column", "预算数"), ("change", "由 3 改成了 30 万元"), ("sentence", "公务接待费3万元"));

    private static FindingSentence Of(string id, string template, params (string Slot, FindingValue? Value)[] example) =>
        new(id, template, example);
}
