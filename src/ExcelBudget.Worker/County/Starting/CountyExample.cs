using System.Globalization;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Worker.County.Reading;
using T = ExcelBudget.Worker.County.Reading.CountyTables;

namespace ExcelBudget.Worker.County.Starting;

/// <summary>
/// A small county that shows what can be written: a department with two units, one with dates of its own, one suspended unit.
/// </summary>
internal static class CountyExample
{
    public static readonly IReadOnlyList<(string Column, string Text)[]> Departments =
    [
        [(T.DepartmentCode, "101"), (T.DepartmentName, "云河县人大常委会办公室"), (T.Contact, "王秀兰"), (T.Phone, "0310-3510001")],
        [(T.DepartmentCode, "201"), (T.DepartmentName, "云河县财政局"), (T.Contact, "李建国"), (T.Phone, "0310-3510002")],
        [(T.DepartmentCode, "305"), (T.DepartmentName, "云河县教育体育局"), (T.Contact, "张海燕"), (T.Phone, "0310-3510003")],
        [(T.DepartmentCode, "361"), (T.DepartmentName, "云河县卫生健康局"), (T.Contact, "赵志强"), (T.Phone, "0310-3510004")],
    ];

    /// <summary>The unit whose data the example dataset has, by the dataset's columns.</summary>
    public static IReadOnlyList<(string Column, string Text)> FirstUnit { get; } =
    [
        (DatasetFields.UnitCode, "201001"), (DatasetFields.UnitName, "云河县财政局本级"), (DatasetFields.DepartmentCode, "201"),
        (DatasetFields.DepartmentName, "云河县财政局"),
    ];

    public static readonly IReadOnlyList<(string Column, string Text)[]> Units =
    [
        [(T.UnitCode, "101001"), (T.UnitName, "云河县人大常委会办公室本级"), (T.DepartmentCode, "101"), (T.Level, "一级"), (T.Nature, "行政单位")],
        [(T.UnitCode, "201001"), (T.UnitName, "云河县财政局本级"), (T.DepartmentCode, "201"), (T.Level, "一级"), (T.Nature, "行政单位")],
        [(T.UnitCode, "201002"), (T.UnitName, "云河县国库集中支付中心"), (T.DepartmentCode, "201"), (T.Level, "二级"), (T.Nature, "事业单位")],
        [(T.UnitCode, "305001"), (T.UnitName, "云河县教育体育局本级"), (T.DepartmentCode, "305"), (T.Level, "一级"), (T.Nature, "行政单位")],
        [(T.UnitCode, "305002"), (T.UnitName, "云河县第一中学"), (T.DepartmentCode, "305"), (T.Level, "二级"), (T.Nature, "事业单位"),
            (T.Contact, "刘敏"), (T.Phone, "0310-3510088")],
        [(T.UnitCode, "361001"), (T.UnitName, "云河县卫生健康局本级"), (T.DepartmentCode, "361"), (T.Level, "一级"), (T.Nature, "行政单位")],
        [(T.UnitCode, "361009"), (T.UnitName, "云河县中医院筹建处"), (T.DepartmentCode, "361"), (T.Level, "二级"), (T.Nature, "事业单位"),
            (T.Suspended, "是"), (T.Remark, "已撤并，留作备查")],
    ];

    /// <summary>A setting's value; null for one the example leaves blank.</summary>
    public static string? Setting(string item, string pack, int year) => item switch
    {
        CountySettings.Name => "云河县",
        CountySettings.Year => year.ToString(CultureInfo.InvariantCulture),
        CountySettings.Pack => pack,
        CountySettings.Issuer => "云河县财政局",
        CountySettings.Contact => "预算股 孙丽",
        CountySettings.Phone => "0310-3510100",
        _ => null,
    };

    /// <summary>The steps of a budget year: two rounds in the autumn before, approval and publication in its first months.</summary>
    public static IReadOnlyList<(string Column, string Text)[]> Calendar(int year) =>
    [
        [(T.Step, "一上"), (T.Opens, $"{year - 1}-09-01"), (T.Due, $"{year - 1}-09-20"), (T.Reminders, "7、3、1"), (T.HasLetter, "是")],
        [(T.Step, "一上"), (T.DepartmentCode, "305"), (T.Due, $"{year - 1}-09-26"), (T.Remark, "学校多，晚六天")],
        [(T.Step, "二上"), (T.Opens, $"{year - 1}-11-10"), (T.Due, $"{year - 1}-11-30"), (T.Reminders, "7、3、1"), (T.HasLetter, "是")],
        [(T.Step, "批复"), (T.Opens, $"{year}-02-01"), (T.Due, $"{year}-02-20"), (T.Reminders, "5、1")],
        [(T.Step, "公开"), (T.Opens, $"{year}-02-21"), (T.Due, $"{year}-03-12"), (T.Reminders, "7、3、1、0"), (T.Remark, "批复后二十日内公开")],
    ];
}
