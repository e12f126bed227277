namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>A sitting done in memory.</summary>
/// <param name="Workbook">Whose workbook, by <see cref="PackDesks"/>.</param>
/// <param name="Done">What she did.</param>
/// <param name="Do">The same for a program.</param>
/// <param name="Causes">What a reviewer would name, written as in afternoon.tsv.</param>
internal sealed record DeskSitting(string Workbook, string Done, Func<Desk, Desk> Do, string Causes);

/// <summary>Kinds of damage that no other test has, each with its causes written before the first run.</summary>
internal static class DeskSittings
{
    public static IReadOnlyList<DeskSitting> All { get; } =
        [.. Institute, .. Education, .. Archive, .. Office, .. Bureau, .. Others];

    private static IEnumerable<DeskSitting> Institute =>
    [
        Of("last year's column pasted over this year's", d => d.Copied("C5!C9:C10", "C5!E9"), "C5!E9/C5!E10/C5!F10 ~ 下发"),
        Of("three amounts of last year's book in one column", d => d.N("C6!D8", 1420).N("C6!D9", 231).N("C6!D10", 198),
            "C6!D8/C6!D9/C6!D10 ~ 下发"),
        Of("a helper column with her own sums", d => d.Column("C3", 9, (6, 4150), (9, 1250)), "C3 ~ 旁边|没有读取"),
        Of("a helper column inside the table, a tick in each row", d => d.Column("C3", 4, (8, "√"), (9, "√")), "C3 ~ 没有读取"),
        Of("rows of codes in another order", d => d.Exchanged("C3", 8, 9), "-"),
        Of("two amounts merged", d => d.Merge("C6!D8:D9"), "C6!D8/C6!D9 ~ 合并"),
        Of("a whole form in 元", d => d.Times("C6!D7:E14", 10_000), "C6 ~ 元"),
        Of("a form deleted", d => d.NoSheet("C7"), "- ~ 三公"),
        Of("a sheet renamed", d => d.Rename("C3", "支出"), "-"),
        Of("a code without an amount in a new row", d => d.Row("C6", 13, ("A", "30207")), "-"),
        Of("an amount without a code in a new row", d => d.Row("C6", 13, ("E", 12)), "C6!A13/C6!E13 ~ 编码"),
        Of("a note typed into an amount cell", d => d.T("C3!D8", "待财务处定"), "C3!D8 ~ 待财务处定"),
        Of("full-width digits", d => d.T("C6!E12", "２９７"), "C6!E12 = 297 ~ 文字"),
        Of("a minus in brackets", d => d.T("C3!E9", "(1250)"), "C3!E9 = 1250.00 ~ 括号|负"),
        Of("a link into another file, with its result", d => d.F("C1!B7", "[1]Sheet1!B3", 3000), "C1!B7 ~ 别的文件|其他文件"),
        Of("right values over formulas", d => d.AsValues("C3!C6:H14"), "-"),
        Of("a total typed by hand, wrong", d => d.N("C3!C14", 4390), "C3!C14 = 4400.00 ~ 合计|公式"),
        Of("a subtotal typed by hand, wrong", d => d.N("C3!D7", 2890), "C3!D7 = 2900.00 ~ 公式|下级"),
        Of("two amounts exchanged", d => d.N("C4!B8", 150).N("C4!B12", 3000), "C4!B8/C4!B12 ~ 下发"),
        Of("thousands separators", d => d.T("C1!B7", "3,000.00"), "C1!B7 = 3000 ~ 文字"),
        Of("an amount of a project changed, its total not", d => d.N("C10!C9", 300), "C10!C9 = 400.00 ~ 下发|不符"),
        Of("a rate of 950 percent", d => d.T("C10!E16", "≥950%"), "C10!E16 ~ 100%"),
        Of("a reason under a wrong code", d => d.T("增减原因!A7", "2060399"), "增减原因!A7 ~ 2060399"),
        Of("last year in a goal", d => d.T("C10!B12", "2024年完成两型海洋观测装备样机，开展海上试验"), "C10!B12 ~ 2024"),
        Of("the nature of the unit cleared", d => d.X("单位情况!B6"), "单位情况!B6 ~ 单位性质"),
        Of("a text left for later", d => d.T("情况说明文字!A21", "待补充"), "情况说明文字!A21 ~ 待补充"),
        Of("a row of the same code twice", d => d.Row("C6", 13, ("A", "30201"), ("B", "办公费"), ("E", 297)), "C6!A12/C6!A13 ~ 两次|重复"),
        Of("a code only one form knows", d => d.Row("C2", 11, ("A", "2060399"), ("E", 100)), "C2!E11/C2!A11 ~ 2060399"),
        Of("a total that refers to itself", d => d.F("C1!B7", "B13"), "C1!B7 ~ 循环|公式"),
        Of("an error value", d => d.E("C3!E9", "#REF!"), "C3!E9 ~ #REF!"),
        Of("three slips at once", d => d.N("C3!D8", 2009).N("C7!K8", 21).X("C10!E16"),
            "C3!D8 = 2900.00 ~ 下发 ;; C7!K8 ~ 下发|改动清单|接待|运行 ;; C10!E16 ~ 指标值"),
        Of("an amount of one form typed into another", d => d.N("C6!D14", 100).X("C6!E14"), "C6!D14/C6!E14 ~ 下发|栏"),
        Of("a reason that says the opposite", d => d.T("情况说明文字!A11", "在职人员减少，人员经费减少。"), "情况说明文字!A11 ~ 减少"),
        Of("a dash, a stroke and 无 in empty cells", d => d.T("C2!F9", "—").T("C2!G9", "/").T("C2!H10", "无"), "-"),
    ];

    private static IEnumerable<DeskSitting> Education =>
    [
        In("sichuan", "a unit's row deleted", d => d.NoRow("表1-1", 8), "表1-1 ~ 301002"),
        In("sichuan", "a wrong unit beside a code", d => d.T("表1-2!D14", "301001"), "表1-2!D14/表1-2!D13/表1-2!C14 ~ 301001|301002"),
        In("sichuan", "a project number twice", d => d.T("表3-2!E11", "001"), "表3-2!E11/表3-2!E10 ~ 001|重复|两"),
        In("sichuan", "pieces of a code as numbers", d => d.N("表1-2!A10", 205).N("表1-2!B10", 1).N("表1-2!C10", 1), "-"),
        In("sichuan", "an amount in 元", d => d.N("表1-2!G10", 4_800_000), "表1-2!G10 = 480.00 ~ 一万倍|下发"),
        In("sichuan", "an amount deleted", d => d.X("表1-2!H11"), "表1-2!H11 = 140.00 ~ 没有填写|漏|下发"),
        In("sichuan", "a target cleared", d => d.X("表6!I8"), "表6!I8 ~ 指标值"),
        In("sichuan", "a project ten times too large", d => d.N("表6!C7", 400), "表6!C7 = 40.00 ~ 十倍|下发"),
        In("sichuan", "a text cleared", d => d.X("情况说明文字!A10"), "情况说明文字 ~ 名词解释"),
        In("sichuan", "a column typed as texts", d => d.AsTexts("表1-2!G10:G15"), "表1-2 ~ 文字"),
        In("sichuan", "personnel and office amounts exchanged", d => d.N("表3-1!F9", 80).N("表3-1!G11", 400), "表3-1!F9/表3-1!G11 ~ 下发"),
        In("sichuan", "three slips at once", d => d.N("表1-2!G12", 84).X("表6!I8").X("情况说明文字!A10"),
            "表1-2!G12 = 48.00 ~ 颠倒|下发 ;; 表6!I8 ~ 指标值 ;; 情况说明文字 ~ 名词解释"),
        In("sichuan", "rows of units in another order", d => d.Exchanged("表1-1", 7, 8), "-"),
        In("sichuan", "a form deleted and a slip", d => d.NoSheet("表3-3").N("表1-2!G10", 408),
            "- ~ 三公 ;; 表1-2!G10 = 480.00 ~ 颠倒|下发"),
        In("sichuan", "a unit behind a heading", d => d.T("表1-2!G5", "基本支出（万元）"), "表1-2!G5 ~ 表头"),
        In("sichuan", "a text of last year", d => d.T("情况说明文字!A6", "2024年，贯彻执行国家教育方针和政策。"), "情况说明文字!A6 ~ 2024"),
    ];

    private static IEnumerable<DeskSitting> Archive =>
    [
        In("qinghai", "an amount with its unit", d => d.T("项目!C9", "12.6万元"), "项目!C9 = 12.6 ~ 文字"),
        In("qinghai", "an amount in 元", d => d.N("项目!C9", 126_000), "项目!C9 = 12.60 ~ 一万倍|下发|成本"),
        In("qinghai", "a project deleted, its indicators left", d => d.NoRow("项目", 11), "项目/绩效 ~ 删除"),
        In("qinghai", "the subtotal typed by hand, wrong", d => d.N("项目!C7", 31.3m), "项目!C7 = 30.30 ~ 公式|合计"),
        In("qinghai", "goals of two projects exchanged", d => d.Copied("项目!D9:D9", "项目!D13").T("项目!D9", "聘用编外人员2名，协助开展接待查档和库房整理，保证日常查阅。"),
            "项目!D9/项目!D13 ~ 下发|目标|重复"),
        In("qinghai", "an indicator twice", d => d.Copied("绩效!A6:J6", "绩效!A42"), "绩效!D42/绩效!F42/绩效!A42 ~ 扫描档案页数"),
        In("qinghai", "a target as a percentage with %", d => d.S("绩效!F8", 0.95m, "0%"), "-"),
        In("qinghai", "a goal left as 略", d => d.T("项目!D10", "略"), "项目!D10 ~ 略|目标"),
        In("qinghai", "the code of a project typed as words", d => d.T("绩效!A13", "档案库房恒温恒湿设备维护费"), "-"),
        In("qinghai", "a second year in the title", d => d.T("项目!A2", "示例县档案馆2023年部门预算项目支出绩效目标公开表"), "项目!A2/项目 ~ 2023"),
        In("qinghai", "a made-up subtotal row", d => d.Row("项目", 12, ("B", "小计"), ("C", 17.9)), "项目!B12/项目!C12/项目!A12 ~ 小计|编码"),
    ];

    private static IEnumerable<DeskSitting> Office =>
    [
        In("clean", "an amount as a date", d => d.S("T3!E10", 45_056, "yyyy/m/d"), "T3!E10 = 291.31 ~ 日期"),
        In("clean", "a number with two points", d => d.T("T3!E10", "291.3.14"), "T3!E10 = 291.31 ~ 291.3.14"),
        In("clean", "a comma for a point", d => d.T("T3!E10", "291,314"), "T3!E10 = 291.31 ~ 文字"),
        In("clean", "codes as numbers", d => d.N("T3!B12", 2013101).N("T3!B13", 2013102), "-"),
        In("clean", "a line signed below the table", d => d.T("T3!B27", "制表人：张三　　审核：李四"), "-"),
        In("clean", "a second total below the table", d => d.N("T3!D27", 2041.42m), "T3!D27 ~ 表格下面"),
        In("clean", "a copy of a form, one figure changed in it", d => Doubled(d), "T3/T3 支出总表 ~ 两|份|多"),
        In("clean", "another unit's name above a form", d => d.T("T3!A3", "202中国共产党魏县委员会宣传部"), "T3!A3 ~ 202|宣传部"),
        In("clean", "another year above a form", d => d.T("T3!E3", "预算年度：2022年"), "T3!E3/T3!A3/T3 ~ 2022"),
        In("clean", "a heading typed over", d => d.T("T3!E4", "项目支出"), "T3!E4/T3!F4/T3 ~ 基本支出"),
        In("clean", "an amount as a text error", d => d.T("T3!E10", "#N/A"), "T3!E10 = 291.31 ~ #N/A"),
        In("clean", "a goal as a reference to an annex", d => d.T("项目!B8", "见附件"), "项目!B8 ~ 见附件"),
        In("clean", "the amounts of two codes exchanged in one form", d => d.N("T3!E19", 15.901m).N("T3!E20", 31.802m),
            "T3!E19/T3!E20 ~ 下发"),
        In("clean", "a blank row between two codes", d => d.Row("T3", 13), "-"),
        In("clean", "all amounts with a tick behind", d => d.T("T3!E18", "2.184√").T("T3!E19", "31.802√").T("T3!E20", "15.901√"),
            "T3!E18/T3!E19/T3!E20 ~ √|文字"),
        In("clean", "a formula that adds the parts", d => d.F("T3!E10", "200+91.314"), "-"),
        In("clean", "a formula with a typing error", d => d.F("T3!E10", "200+91.341"), "T3!E10 = 291.31 ~ 颠倒|下发|不符"),
        In("clean", "a sheet of last year's left in the book", d => d.WithSheetOf("2022年T3", "T3"), "2022年T3/T3 ~ 2022年T3"),
    ];

    private static IEnumerable<DeskSitting> Bureau =>
    [
        In("full", "an amount cleared in two forms alike", d => d.X("T3!E10", "T5!E10"), "T3!E10/T5!E10 ~ 下发|没有填写"),
        In("full", "a project's amount typed as words", d => d.T("项目!B7", "壹佰肆拾叁万"), "项目!B7 ~ 文字|壹佰"),
        In("full", "the figures of a form rounded to whole 万元", d => Rounded(d, "T6!D7:F40"), "T6 ~ 下发"),
        In("full", "a project's indicators deleted", d => d.X("项目!C10", "项目!D10", "项目!E10", "项目!F10"), "-"),
        In("full", "a row of procurement for a project that is not there", d => d.T("政府!A7", "13099924P00099"), "政府!A7 ~ 项目"),
        In("full", "the sheets in another order", d => d.Reversed(), "-"),
        In("full", "names lost", d => d.WithoutNames(), "-"),
    ];

    private static IEnumerable<DeskSitting> Others =>
    [
        In("shili", "an amount in brackets and another ten times", d => d.T("表4!D7", "(240)").N("表3!D14", 2100),
            "表4!D7 = 240.00 ~ 括号|负|下发 ;; 表3!D14 ~ 十倍|下发"),
        In("gouzao", "a weight in brackets", d => d.T("表7!K9", "(60)"), "表7!K9 = 60.00 ~ 括号|负"),
        In("library", "a code of a project cleared, and a target", d => d.X("项目!B19", "项目!E10"), "项目!B19 ~ 编码 ;; 项目!E10 ~ 指标值"),
    ];

    private static DeskSitting Of(string done, Func<Desk, Desk> deed, string causes) => new("zhongyang", done, deed, causes);

    private static DeskSitting In(string workbook, string done, Func<Desk, Desk> deed, string causes) => new(workbook, done, deed, causes);

    private static Desk Doubled(Desk desk) => desk.WithSheetOf("T3 支出总表 (2)", "T3").N("T3 支出总表 (2)!E10", 300);

    private static Desk WithSheetOf(this Desk desk, string name, string of)
    {
        var sheet = desk.Book.Sheets.First(sheet => sheet.Name.StartsWith(of, StringComparison.Ordinal));
        return new(desk.Book with
        {
            Sheets = [.. desk.Book.Sheets, new OfficePackages.Sheets.FlatSheet(name, sheet.Cells, sheet.Merges, sheet.Visibility)],
        });
    }

    private static Desk Rounded(Desk desk, string area) => desk.RoundedTo(area, 0);
}
