using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Demo.Year;

/// <summary>A made-up county: any number of departments with a unit each, all with the budget of a pack's sample.</summary>
/// <param name="pack">The pack.</param>
/// <param name="departments">How many departments.</param>
internal sealed class CountySample(LoadedPack pack, int departments)
{
    private static readonly string[] Offices =
    [
        "县委办公室", "县人大常委会办公室", "县政府办公室", "县政协办公室", "县纪委监委", "县委组织部", "县委宣传部", "县委统战部", "县委政法委", "县发展和改革局",
        "县教育体育局", "县科学技术局", "县工业和信息化局", "县公安局", "县民政局", "县司法局", "县财政局", "县人力资源和社会保障局", "县自然资源和规划局", "县住房和城乡建设局",
        "县交通运输局", "县水利局", "县农业农村局", "县商务局", "县文化广电和旅游局", "县卫生健康局", "县退役军人事务局", "县应急管理局", "县审计局", "县市场监督管理局",
    ];

    private static readonly string[] Places = ["东关", "西关", "南关", "北关", "城关", "河东", "河西", "新庄", "李村", "王庄", "张集", "大名", "安乐", "永兴", "太平"];

    /// <summary>预算年度: the latest of the sample.</summary>
    public int Year { get; } = LatestYear(pack);

    /// <summary>The steps of the year with their days.</summary>
    public IReadOnlyList<(string Step, DateOnly Opens, DateOnly Due)> Steps =>
    [
        ("一上", new(Year - 1, 9, 1), new(Year - 1, 9, 20)), ("二上", new(Year - 1, 11, 10), new(Year - 1, 11, 30)),
        ("批复", new(Year, 2, 1), new(Year, 2, 20)), ("公开", new(Year, 2, 21), new(Year, 3, 12)),
    ];

    /// <summary>部门编码 and 单位编码 of the n-th department, from 0.</summary>
    public static (string Department, string Unit) Codes(int number) =>
        ((1001 + number).ToString(CultureInfo.InvariantCulture), (1001 + number).ToString(CultureInfo.InvariantCulture) + "01");

    /// <summary>部门名称 of the n-th department, from 0.</summary>
    public static string Name(int number) => number < Offices.Length
        ? "云河" + Offices[number]
        : $"云河县{Places[number % Places.Length]}{(number / Places.Length % 2 == 0 ? "镇" : "乡")}第{number / Places.Length}中心";

    /// <summary>Writes the county file and a dataset for each department.</summary>
    public void Write(string root)
    {
        var folder = Path.Combine(root, CountyFileName.Stem);
        Put(folder, "设置", $"项目,内容\n县区名称,云河县\n预算年度,{Year}\n表样包,{pack.RuleBook.Pack.Id}\n数据集,../数据\n联系人,预算股 孙丽\n联系电话,0310-3510100\n");
        Put(folder, "部门",
            "部门编码,部门名称,联系人,联系电话\n" + Lines(number =>
                $"{Codes(number).Department},{Name(number)},联系人{number + 1},0310-{3_520_000 + number}"));
        Put(folder, "单位",
            "单位编码,单位名称,部门编码,级次,单位性质\n" + Lines(number => $"{Codes(number).Unit},{Name(number)}本级,{Codes(number).Department},一级,行政单位"));
        Put(folder, "日程", "环节,开放日期,截止日期,提前几天提醒,下发通知\n" + string.Concat(Steps.Select(
            (step, index) => $"{step.Step},{step.Opens:yyyy-MM-dd},{step.Due:yyyy-MM-dd},7、3、1,{(index == 0 ? "是" : "")}\n")));
        var tables = Tables();
        for (var number = 0; number < departments; number++) Data(Path.Combine(root, "数据", Codes(number).Department), tables, number);
    }

    private static int LatestYear(LoadedPack pack)
    {
        var dataset = Sample(pack);
        return pack.RuleBook.Pack.Tables.SelectMany(table => dataset[table]).Max(row => row.Year ?? 0);
    }

    private static Dataset Sample(LoadedPack pack) => DatasetReader.Read(
        Directory.EnumerateDirectories(Path.Combine(pack.Folder, PackFiles.Samples)).Order(StringComparer.Ordinal).First(),
        pack.RuleBook.Pack).Dataset;

    /// <summary>Each table of the sample as CSV, with marks where code and name of the unit go.</summary>
    private Dictionary<string, string> Tables()
    {
        var dataset = Sample(pack);
        var unit = dataset[DatasetTables.Units][0].Text(DatasetFields.UnitCode);
        return PackSchema.Of(pack.RuleBook.Pack).Where(table => pack.RuleBook.Pack.Tables.Contains(table.Name))
            .ToDictionary(table => table.Name, table =>
        {
            var text = new StringBuilder().AppendJoin(',', table.Columns.Select(column => column.Name)).Append('\n');
            foreach (var row in dataset[table.Name].Where(row => row.Text(DatasetFields.UnitCode) == unit))
                text.AppendJoin(',', table.Columns.Select(column => Cell(column.Name, row))).Append('\n');
            return text.ToString();
        });
    }

    private static string Cell(string column, DatasetRow row) => column switch
    {
        DatasetFields.UnitCode => "{code}",
        DatasetFields.UnitName => "{name}",
        DatasetFields.DepartmentCode or DatasetFields.DepartmentName or DatasetFields.Members => "",
        _ => $"\"{row.Text(column).Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
    };

    private static void Data(string folder, Dictionary<string, string> tables, int number)
    {
        foreach (var (table, text) in tables)
            Put(folder, table, text.Replace("{code}", Codes(number).Unit, StringComparison.Ordinal)
                .Replace("{name}", Name(number) + "本级", StringComparison.Ordinal));
    }

    private static void Put(string folder, string name, string text) =>
        FileOperations.Replace(Path.Combine(folder, name + ".csv"), Encoding.UTF8.GetBytes(text));

    private string Lines(Func<int, string> line) => string.Concat(Enumerable.Range(0, departments).Select(number => line(number) + "\n"));
}
