namespace ExcelBudget.Worker.Tests.County;

/// <summary>A small county as a folder of CSV files, of which a test changes what it is about.</summary>
internal sealed class CountyFile(TempFolder temp)
{
    public string Settings { get; set; } = "项目,内容\n县区名称,某某县\n预算年度,2024\n表样包,hebei\n";

    public string Departments { get; set; } = "部门编码,部门名称,联系人,联系电话\n101,人大办,王秀兰,001\n201,财政局,李建国,002\n";

    public string Units { get; set; } = "单位编码,单位名称,部门编码\n101001,人大办本级,101\n201001,财政局本级,201\n201002,支付中心,201\n";

    public string Calendar { get; set; } =
        "环节,部门编码,开放日期,截止日期,提前几天提醒\n一上,,2023-09-01,2023-09-20,7、3、1\n二上,,2023-11-10,2023-11-30,\n一上,201,,2023-09-26,\n";

    public string Write()
    {
        temp.Write("县级名册/设置.csv", Settings);
        temp.Write("县级名册/部门.csv", Departments);
        temp.Write("县级名册/单位.csv", Units);
        temp.Write("县级名册/日程.csv", Calendar);
        return temp.In("县级名册");
    }
}
