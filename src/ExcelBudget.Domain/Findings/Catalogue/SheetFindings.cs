using System.Globalization;

namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>工作表。What may be wrong with the sheets of a workbook, and with what stands around the forms.</summary>
public static class SheetFindings
{
    /// <summary>表下的金额。Amounts below a table.</summary>
    public static readonly FindingKind AmountBelow = new()
    {
        Rule = "STRUCTURE-OUTSIDE",
        Case = "BELOW",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "表格下面的{cells}填了 {actual}，不在表内，没有计入。",
        Advice = "请把金额填到表内相应的行（需要时在表内插入行）；不需要的请清空。",
        Basis = FindingBasis.ReadBack,
        Example = [("cells", "单元格 D40 "), ("actual", "12.5")],
    };

    /// <summary>表旁的金额。Amounts beside a table.</summary>
    public static readonly FindingKind AmountBeside = new()
    {
        Rule = "STRUCTURE-OUTSIDE",
        Case = "BESIDE",
        Category = Category.StructureChanged,
        Severity = Severity.Warning,
        Sentence = "表格旁边的{cells}填了 {actual}，不属于表中任何一栏，没有计入。",
        Advice = "应计入的请填到相应的栏；只是草稿的请删除，以免一并公开。",
        Basis = FindingBasis.ReadBack,
        Example = [("cells", "单元格 M9 等 3 处"), ("actual", "12.5")],
    };

    /// <summary>隐藏的表。The sheet of a form is hidden.</summary>
    public static readonly FindingKind SheetHidden = new()
    {
        Rule = "STRUCTURE-HIDDEN",
        Case = "SHEET",
        Category = Category.StructureChanged,
        Severity = Severity.Warning,
        Sentence = "工作表“{sheet}”被隐藏了，其中的数仍然参加检查。",
        Advice = "请取消隐藏，核对后再报送。",
        Basis = FindingBasis.ReadBack,
        Example = [("sheet", "T3 支出总表")],
    };

    /// <summary>隐藏的行。A hidden row holds figures.</summary>
    public static readonly FindingKind RowHidden = new()
    {
        Rule = "STRUCTURE-HIDDEN",
        Case = "ROW",
        Category = Category.StructureChanged,
        Severity = Severity.Warning,
        Sentence = "第 {row} 行被隐藏（也可能是筛选造成的），其中的数仍计入合计，公开时却看不见。",
        Advice = "请清除筛选、取消隐藏，再核对这些行。",
        Basis = FindingBasis.ReadBack,
        Example = [("row", new FindingValue.Count(12)), ("actual", "12.5")],
    };

    /// <summary>隐藏的行。Hidden rows hold figures.</summary>
    public static readonly FindingKind RowsHidden = RowHidden with
    {
        Case = "ROWS",
        Sentence = "第 {row} 行等 {count} 行被隐藏（也可能是筛选造成的），其中的数仍计入合计，公开时却看不见。",
        Example = [("row", new FindingValue.Count(12)), ("count", new FindingValue.Count(4)), ("actual", "12.5")],
    };

    /// <summary>印不出来的行。Rows above a form that its print area leaves out.</summary>
    public static readonly FindingKind NotPrinted = new()
    {
        Rule = "STRUCTURE-NOT-PRINTED",
        Category = Category.StructureChanged,
        Severity = Severity.Info,
        Sentence = "标题上面{rows}（“{actual}”）在打印区域以外，打印和转成 PDF 时没有。",
        Advice = "需要印出来的，请把打印区域扩大到这一行（页面布局—打印区域），或者在标题下面插入行来写。",
        Basis = FindingBasis.ReadBack,
        Example = [("rows", "第 2 行"), ("actual", "附件1")],
    };

    /// <summary>印不出来的数。Figures that the print area of their form leaves out.</summary>
    public static readonly FindingKind FiguresNotPrinted = new()
    {
        Rule = "STRUCTURE-NOT-PRINTED",
        Case = "FIGURES",
        Category = Category.StructureChanged,
        Severity = Severity.Warning,
        Sentence = "{rows}的数在打印区域以外，仍计入合计，打印和转成 PDF 公开时却没有。",
        Advice = "请把打印区域改成整张表（页面布局—打印区域—取消打印区域后重新设置）。",
        Basis = FindingBasis.ReadBack,
        Example = [("rows", "第 12—15 行"), ("actual", "12.5")],
    };

    /// <summary>隐藏的栏。Hidden columns hold figures.</summary>
    public static readonly FindingKind ColumnsHidden = new()
    {
        Rule = "STRUCTURE-HIDDEN",
        Case = "COLUMNS",
        Category = Category.StructureChanged,
        Severity = Severity.Warning,
        Sentence = "{columns}栏被隐藏，其中的数仍计入合计，公开时却看不见。",
        Advice = "请取消隐藏，再核对这些数。",
        Basis = FindingBasis.ReadBack,
        Example = [("columns", "“基本支出”、“项目支出”"), ("actual", "12.5")],
    };

    /// <summary>合并的金额。Cells of figures were merged.</summary>
    public static readonly FindingKind FigureMerged = new()
    {
        Rule = "STRUCTURE-MERGED",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "填数的单元格 {range} 被合并了，{actual} 只计入左上角一格。",
        Advice = "请取消合并，逐格填写。",
        Basis = FindingBasis.ReadBack,
        Example = [("range", "D9:D11"), ("actual", "12.5")],
    };

    /// <summary>合并的金额。Cells of figures were merged and show nothing.</summary>
    public static readonly FindingKind FigureMergedAway = FigureMerged with
    {
        Case = "LOST",
        Sentence = "填数的单元格 {range} 被合并了，其中的数已丢失。",
        Example = [("range", "D9:D11"), ("actual", "")],
    };

    /// <summary>多余的表。A sheet with figures that is no form.</summary>
    public static readonly FindingKind SheetExtra = new()
    {
        Rule = "STRUCTURE-SHEET",
        Category = Category.StructureChanged,
        Severity = Severity.Info,
        Sentence = "工作簿里多了一张工作表“{sheet}”，不是公开表样里的表，其中的数没有计入（例如 {cell} 的 {actual}）。",
        Advice = "应计入的请填到相应的表里；报送前请删除这张工作表。",
        Basis = FindingBasis.ReadBack,
        Example = [("sheet", "Sheet1"), ("cell", "B2"), ("actual", "12.5")],
    };

    /// <summary>多余的隐藏表。A hidden sheet with figures that is no form.</summary>
    public static readonly FindingKind SheetExtraHidden = SheetExtra with
    {
        Case = "HIDDEN",
        Severity = Severity.Warning,
        Sentence = "工作簿里多了一张隐藏的工作表“{sheet}”，不是公开表样里的表，其中的数没有计入（例如 {cell} 的 {actual}）。",
    };

    /// <summary>表重复。A form stands on several sheets that differ.</summary>
    public static readonly FindingKind FormTwice = new()
    {
        Rule = "STRUCTURE-COPY",
        Case = "DIFFERENT",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "“{title}”有 {count} 份：{sheets}，内容不同。",
        Advice = "现在按“{sheet}”检查；请只保留正确的一份，删除其余的。",
        Basis = FindingBasis.ReadBack,
        Example = [("title", "部门预算支出总表"), ("count", new FindingValue.Count(2)), ("sheets", "“T3 支出总表”、“T3 支出总表 (2)”"),
            ("sheet", "T3 支出总表")],
    };

    /// <summary>表重复。A form stands on several sheets that say the same.</summary>
    public static readonly FindingKind FormTwiceSame = FormTwice with
    {
        Case = "SAME",
        Severity = Severity.Warning,
        Sentence = "“{title}”有 {count} 份：{sheets}，内容相同。",
    };

    /// <summary>缺表。A form that is published is gone.</summary>
    public static readonly FindingKind FormMissing = new()
    {
        Rule = "FORM-MISSING",
        Category = Category.MissingSheet,
        Severity = Severity.Error,
        Sentence = "工作簿里没有“{expected}”（工作表“{sheet}”）。",
        Advice = "请从下发的工作簿恢复这张表；没有数据也要保留空表。",
        Basis = FindingBasis.ReadBack,
        Example = [("expected", "部门预算支出总表"), ("sheet", "T3 支出总表")],
    };

    /// <summary>缺表。A form that is not published is gone.</summary>
    public static readonly FindingKind FormMissingUnpublished = FormMissing with
    {
        Case = "UNPUBLISHED",
        Severity = Severity.Warning,
    };

    /// <summary>缺表。Several forms are gone, published ones among them.</summary>
    public static readonly FindingKind FormsMissing = FormMissing with
    {
        Case = "MANY",
        Sentence = "工作簿里少了 {count} 张表：{titles}。",
        Advice = "请从下发的工作簿恢复这些表；没有数据也要保留空表。",
        Example = [("count", new FindingValue.Count(2)), ("titles", "“部门预算收入总表”、“部门预算支出总表”")],
    };

    /// <summary>缺表。Several forms that are not published are gone.</summary>
    public static readonly FindingKind FormsMissingUnpublished = FormsMissing with
    {
        Case = "MANY-UNPUBLISHED",
        Severity = Severity.Warning,
    };

    /// <summary>What a missing form keeps from being checked, added to its finding.</summary>
    public static string NotChecked(int count) => string.Create(CultureInfo.InvariantCulture, $"因为缺表，另有 {count} 项检查没有进行。");

    /// <summary>名称定义丢失。The defined names are gone.</summary>
    public static readonly FindingKind NamesLost = new()
    {
        Rule = "STRUCTURE-NAMES",
        Category = Category.StructureChanged,
        Severity = Severity.Info,
        Sentence = "工作簿的名称定义丢失了（多半是另存或复制造成的），下拉选项可能失效，检查不受影响。",
        Advice = "请尽量在下发的工作簿上填报。",
        Basis = FindingBasis.ReadBack,
        Example = [],
    };

    /// <summary>预填数据丢失。The seals are gone: changes cannot be told.</summary>
    public static readonly FindingKind SealMissing = new()
    {
        Rule = "SEAL-MISSING",
        Category = Category.StructureChanged,
        Severity = Severity.Info,
        Sentence = "下发时保存在文件里的预填数据已经不在了（多半是把表复制到了新文件），无法列出改动过的单元格，其余检查不受影响。",
        Advice = "请尽量在下发的工作簿上填报。",
        Basis = FindingBasis.ReadBack,
        Example = [],
    };

    /// <summary>外部链接。The workbook has links to other files.</summary>
    public static readonly FindingKind LinkedBook = new()
    {
        Rule = "EXTERNAL-LINK",
        Case = "BOOK",
        Category = Category.ExternalContent,
        Severity = Severity.Warning,
        Sentence = "工作簿里有指向其他文件的链接，换一台电脑就会失效。",
        Advice = "请把链接的内容改为数值（数据→编辑链接→断开链接）。",
        Basis = FindingBasis.ReadBack,
        Example = [],
    };
}
