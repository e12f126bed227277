using System.Globalization;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Workbooks.Tables;
using ExcelBudget.Worker.County.Reading;

namespace ExcelBudget.Worker.County.Starting;

/// <summary>The county file to be filled in: empty, or filled with an example that can be read as it stands.</summary>
/// <param name="packs">Ids of the packs that can be chosen.</param>
internal sealed class CountyBook(IReadOnlyList<string> packs)
{
    private const int Room = 40;

    // 3,000 units of a prefecture and room for more
    private const string DepartmentCodes = "部门!$A$2:$A$1000";

    private static readonly string[] Opening =
    [
        "本工作簿是县级名册：写明有哪些部门和单位、用哪个表样包、各环节什么时候开始和截止。程序据此定时下发、登记报送、催报。",
        "浅蓝色标题的列必须填写。一个表一个工作表，列的次序可以变，不需要的列可以删除，工作表名称和标题请不要改。",
        "填好后保存，放在程序的数据文件夹里（与 inbox 并列），名称为“县级名册.xlsx”；运行 excelbudget county check 检查。",
    ];

    private static readonly string[] UsualSteps = ["一上", "二上", "批复", "公开"];

    private static readonly string[] Natures = ["行政单位", "参照公务员法管理的事业单位", "事业单位", "其他"];

    /// <summary>The empty workbook: settings named, the four usual steps named, everything else blank.</summary>
    /// <param name="pack">表样包 to begin with; null to leave it blank.</param>
    public byte[] Empty(string? pack) => Write(
    [
        Settings(item => item == CountySettings.Pack ? pack : null),
        Sheet(CountyTables.Departments, []),
        Sheet(CountyTables.Units, []),
        Sheet(CountyTables.Calendar, [.. UsualSteps.Select(step => Texts(CountyTables.Calendar, (CountyTables.Step, step)))]),
    ]);

    /// <summary>The same with an example.</summary>
    /// <param name="pack">表样包 of the example.</param>
    /// <param name="year">预算年度 of the example.</param>
    public byte[] Example(string pack, int year) => Write(
    [
        Settings(item => CountyExample.Setting(item, pack, year)),
        Sheet(CountyTables.Departments, Rows(CountyTables.Departments, CountyExample.Departments)),
        Sheet(CountyTables.Units, Rows(CountyTables.Units, CountyExample.Units)),
        Sheet(CountyTables.Calendar, Rows(CountyTables.Calendar, CountyExample.Calendar(year))),
    ]);

    private static byte[] Write(IEnumerable<TableSheet> sheets) =>
        TableBookWriter.Write(new TableBook([GuideSheet.Of(Opening, CountyTables.Family.Tables), .. sheets]));

    private static TableSheet Settings(Func<string, string?> value)
    {
        var rows = CountySettings.All
            .Select(setting =>
                (IReadOnlyList<TableCell>)[TableCell.Of(setting.Name), TableCell.Of(value(setting.Name)), TableCell.Of(setting.Meaning)])
            .ToArray();
        return new(CountyTables.Settings.Name, [new(CountyTables.Item, 16), new(CountyTables.Content, 40), new(CountyTables.Remark, 60)],
            rows)
        {
            IsPortrait = true,
        };
    }

    private TableSheet Sheet(TableSchema schema, IReadOnlyList<IReadOnlyList<TableCell>> rows) =>
        new(schema.Name, [.. SchemaColumns.Of(schema, rows).Select(column => Offered(column, schema))], rows)
        {
            RoomFor = Room,
            FrozenColumns = 2,
        };

    /// <summary>A column with the choices that the schema leaves open.</summary>
    private TableColumn Offered(TableColumn column, TableSchema schema) => column.Header switch
    {
        CountyTables.DepartmentCode when schema != CountyTables.Departments => column with { ChoicesFrom = DepartmentCodes },
        CountyTables.Pack => column with { Choices = packs },
        CountyTables.Nature => column with { Choices = Natures, IsChoiceFree = true, Width = 20 },
        CountyTables.Step => column with { Choices = UsualSteps, IsChoiceFree = true },
        _ => column,
    };

    private static IReadOnlyList<IReadOnlyList<TableCell>> Rows(TableSchema schema, IEnumerable<(string Column, string Text)[]> rows) =>
        [.. rows.Select(row => Texts(schema, row))];

    private static IReadOnlyList<TableCell> Texts(TableSchema schema, params (string Column, string Text)[] texts)
    {
        var byColumn = texts.ToDictionary(pair => pair.Column, pair => pair.Text, StringComparer.Ordinal);
        return [.. schema.Columns.Select(column => Cell(column, byColumn.GetValueOrDefault(column.Name)))];
    }

    private static TableCell Cell(ColumnSchema column, string? text) =>
        column.Kind == ColumnKind.Date && text is not null
            ? TableCell.Of(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            : TableCell.Of(text);
}
