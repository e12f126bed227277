using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Worker.County.Reading;

/// <summary>
/// The tables of the county file and their columns. Names are the Chinese headings a clerk reads; English ones are accepted.
/// </summary>
internal static class CountyTables
{
    public const string DepartmentCode = "部门编码";
    public const string DepartmentName = "部门名称";
    public const string UnitCode = "单位编码";
    public const string UnitName = "单位名称";
    public const string Level = "级次";
    public const string Nature = "单位性质";
    public const string Contact = "联系人";
    public const string Phone = "联系电话";
    public const string Pack = "表样包";
    public const string Suspended = "停用";
    public const string Remark = "备注";
    public const string Item = "项目";
    public const string Content = "内容";
    public const string Step = "环节";
    public const string Opens = "开放日期";
    public const string Due = "截止日期";
    public const string Reminders = "提前几天提醒";
    public const string IsIssued = "下发工作簿";
    public const string HasLetter = "下发通知";
    public const string Cron = "定时";
    public const string Data = "数据集";

    public static readonly ClosedList YesNo = new(["是", "否"]);
    public static readonly ClosedList Levels = new(["一级", "二级", "三级"], new Dictionary<string, string>
    {
        ["1"] = "一级",
        ["2"] = "二级",
        ["3"] = "三级",
        ["一级预算单位"] = "一级",
        ["二级预算单位"] = "二级",
        ["三级预算单位"] = "三级",
    });

    public static readonly TableSchema Settings = new("设置", "设置", "一行一项设置", Required: true,
    [
        new ColumnSchema(Item, Item, "设置的名称", ColumnKind.Choice) { Choices = CountySettings.Items }.AlsoCalled("item"),
        new ColumnSchema(Content, Content, "设置的内容", ColumnKind.Text).AlsoCalled("value").BlankAllowed(),
        Text(Remark, "不影响程序").AlsoCalled("说明"),
    ])
    {
        AlsoNamed = ["settings"],
    };

    public static readonly TableSchema Departments = new("部门", "部门", "一行一个部门", Required: true,
    [
        new ColumnSchema(DepartmentCode, DepartmentCode, "部门编码，全表不重复", ColumnKind.Code).AlsoCalled("department_code", "编码"),
        new ColumnSchema(DepartmentName, DepartmentName, "部门全称，用于文件夹和通知", ColumnKind.Text).AlsoCalled("department_name", "名称"),
        Text(Contact, "催报时找谁").AlsoCalled("contact"),
        Text(Phone, "催报时打的电话").AlsoCalled("phone", "电话"),
        Text(Remark, "不影响程序"),
    ])
    {
        AlsoNamed = ["departments"],
    };

    public static readonly TableSchema Units = new("单位", "单位", "一行一个预算单位，每个单位在每个环节一本工作簿", Required: true,
    [
        new ColumnSchema(UnitCode, UnitCode, "单位编码，与数据集一致，全表不重复", ColumnKind.Code).AlsoCalled("unit_code", "编码"),
        new ColumnSchema(UnitName, UnitName, "单位全称", ColumnKind.Text).AlsoCalled("unit_name", "名称"),
        new ColumnSchema(DepartmentCode, DepartmentCode, "主管部门的编码，在“部门”表中", ColumnKind.Code)
            .AlsoCalled("department_code", "主管部门编码", "主管部门"),
        new ColumnSchema(Level, Level, "一级、二级或三级预算单位", ColumnKind.Choice) { Choices = Levels }.AlsoCalled("level").Optional(),
        Text(Nature, "如：行政单位、事业单位").AlsoCalled("nature", "unit_nature"),
        Text(Contact, "空白时用部门的联系人").AlsoCalled("contact"),
        Text(Phone, "空白时用部门的联系电话").AlsoCalled("phone", "电话"),
        Text(Pack, "空白时用“设置”中的表样包").AlsoCalled("pack"),
        new ColumnSchema(Suspended, Suspended, "填“是”的单位不下发、不催报", ColumnKind.Choice) { Choices = YesNo }.AlsoCalled("suspended").Optional(),
        Text(Remark, "不影响程序"),
    ])
    {
        AlsoNamed = ["units"],
    };

    public static readonly TableSchema Calendar = new("日程", "日程", "一行一个环节；某部门日期不同的，另加一行并填部门编码", Required: true,
    [
        new ColumnSchema(Step, Step, "环节的名称，如：一上、二上、批复、公开", ColumnKind.Text).AlsoCalled("step"),
        new ColumnSchema(DepartmentCode, DepartmentCode, "空白为全县；填了只对这个部门", ColumnKind.Code).AlsoCalled("department_code").Optional(),
        new ColumnSchema(Opens, Opens, "这一天起下发、接收", ColumnKind.Date).AlsoCalled("opens", "开始日期").BlankAllowed(),
        new ColumnSchema(Due, Due, "超过这一天算逾期", ColumnKind.Date).AlsoCalled("due", "截止").BlankAllowed(),
        Text(Reminders, "截止日前几天提醒，用顿号分开，如 7、3、1").AlsoCalled("reminders", "提醒", "提醒天数"),
        new ColumnSchema(IsIssued, IsIssued, "填“否”的环节不生成工作簿；空白为是", ColumnKind.Choice) { Choices = YesNo }.AlsoCalled("issue").Optional(),
        new ColumnSchema(HasLetter, HasLetter, "填“是”的给每个部门写一份下发通知；空白为否", ColumnKind.Choice) { Choices = YesNo }
            .AlsoCalled("letter").Optional(),
        Text(Cron, "空白为开放日早上；也可写 Quartz 表达式，如 0 0 8 * * ?").AlsoCalled("cron"),
        Text(Data, "数据集所在的文件夹或工作簿，相对于本文件；空白用“设置”中的").AlsoCalled("data"),
        Text(Remark, "不影响程序"),
    ])
    {
        AlsoNamed = ["calendar", "时间表"],
    };

    /// <summary>All tables of the file.</summary>
    public static readonly TableFamily Family = new("县级名册", [Settings, Departments, Units, Calendar]);

    private static ColumnSchema Text(string name, string meaning) => new ColumnSchema(name, name, meaning, ColumnKind.Text).Optional();
}
