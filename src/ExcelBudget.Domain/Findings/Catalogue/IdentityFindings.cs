namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>单位和年度。Where a workbook disagrees with itself about whose it is.</summary>
public static class IdentityFindings
{
    /// <summary>别的单位的表。Sheets of another unit or year.</summary>
    public static readonly FindingKind ForeignSheets = new()
    {
        Rule = "IDENTITY",
        Case = "FOREIGN",
        Category = Category.IdentityMismatch,
        Severity = Severity.Error,
        Sentence = "{sheets}是{actual}的表，不属于本工作簿（{own}），其中的数没有读取。",
        Advice = "请换回本单位下发的表，再填报。",
        Basis = FindingBasis.ReadBack,
        Example = [("sheets", "“T3 支出总表”"), ("actual", "单位 202、2024 年"), ("own", "单位 201某某县财政局、2024 年"), ("expected", "201某某县财政局 2024")],
    };

    /// <summary>下发信息不一致。What the workbook carries inside says otherwise.</summary>
    public static readonly FindingKind CarrierDiffers = new()
    {
        Rule = "IDENTITY",
        Case = "CARRIER",
        Category = Category.IdentityMismatch,
        Severity = Severity.Error,
        Sentence = "{where}写的是{actual}，与本工作簿（{own}）不一致，可能用错了别的单位或年度的工作簿。",
        Advice = "请用本单位本年度下发的工作簿填报。",
        Basis = FindingBasis.ReadBack,
        Example = [("where", "工作簿内部保存的下发信息"), ("actual", "单位 202、2024 年"), ("own", "单位 201某某县财政局、2024 年"), ("expected", "201某某县财政局 2024")],
    };

    /// <summary>表头第二行不一致。The printed line below the title says otherwise.</summary>
    public static readonly FindingKind LineDiffers = new()
    {
        Rule = "IDENTITY",
        Case = "LINE",
        Category = Category.IdentityMismatch,
        Severity = Severity.Error,
        Sentence = "{sheets}的表头第二行写的是{actual}，与本工作簿（{own}）不一致。",
        Advice = "请核对是不是别的单位或年度的表；是本单位的，请改正表头第二行。",
        Basis = FindingBasis.ReadBack,
        Example = [("sheets", "“T3 支出总表”"), ("actual", "“202某某县民政局”"), ("own", "单位 201某某县财政局、2024 年"), ("expected", "201某某县财政局 2024")],
    };

    /// <summary>别的单位的情况说明。A note is compared with the workbook of another unit or year: one verdict, and no list.</summary>
    public static readonly FindingKind NoteOfOther = new()
    {
        Rule = "IDENTITY",
        Case = "NOTE",
        Category = Category.IdentityMismatch,
        Severity = Severity.Error,
        Sentence = "这份情况说明写的是{actual}，工作簿是{expected}的，不是同一份预算，没有逐项核对。",
        Advice = "请核对是不是选错了情况说明或工作簿，换成同一单位、同一年度的再核对。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "“云岭县图书馆”"), ("expected", "“云岭县文化广播电视和旅游局机关”2024 年度")],
    };

    /// <summary>标题年度不一致。The title names another year.</summary>
    public static readonly FindingKind TitleDiffers = new()
    {
        Rule = "IDENTITY",
        Case = "TITLE",
        Category = Category.IdentityMismatch,
        Severity = Severity.Error,
        Sentence = "{sheets}的标题写的是 {actual}，与本工作簿（{own}）不一致。",
        Advice = "请核对是不是别的年度的表；是本年度的，请改正标题。",
        Basis = FindingBasis.ReadBack,
        Example = [("sheets", "“T3 支出总表”"), ("actual", "2023 年"), ("own", "单位 201某某县财政局、2024 年"), ("expected", "201某某县财政局 2024")],
    };

    /// <summary>以前版本的表样。Issued under an earlier version of the pack, and read by it.</summary>
    public static readonly FindingKind EarlierVersion = new()
    {
        Rule = "VERSION",
        Category = Category.StructureChanged,
        Severity = Severity.Info,
        Sentence = "本工作簿是按第 {issued} 版表样下发的，现行的是第 {current} 版；已按第 {issued} 版读取和核对。{differences}",
        Advice = "不用改动；财政局要求改用新表样的，请索取新的工作簿。",
        Basis = FindingBasis.ReadBack,
        Example = [("issued", new FindingValue.Count(1)), ("current", new FindingValue.Count(2)),
            ("differences", "两版不同的地方：《部门预算支出总表》增加“其中：政府购买服务”栏。")],
    };
}
