using ExcelBudget.Domain.Datasets;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Workbooks.Tables;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.County.Starting;

/// <summary>The dataset of a pack to be filled in: empty, or with the pack's own sample, both with Chinese sheets and headings.</summary>
internal sealed class DatasetBook(LoadedPack pack)
{
    private const int Room = 200;

    private Dictionary<string, string> _example = [];
    private int _later;

    private TableSchema[] Tables => [.. PackSchema.Of(pack.RuleBook.Pack).Where(table => pack.RuleBook.Pack.Tables.Contains(table.Name))];

    private string[] Opening =>
    [
        $"本工作簿是数据集：{pack.RuleBook.Pack.Title}（{pack.RuleBook.Pack.Id}）用到的数据，一张表一个工作表，金额一律以元为单位。",
        "浅蓝色标题的列必须填写。上一年度的行就是上年数。用不到的工作表可以删除或空着；工作表名称和标题请不要改，列的次序可以变。",
        "填好后保存，用 excelbudget fill --data 这个文件，或写进县级名册的“数据集”。",
    ];

    public byte[] Empty() => Write(_ => []);

    /// <summary>
    /// The pack's sample as the data of the first unit of the example county file, so that the two examples work together; null when the
    /// pack has none.
    /// </summary>
    /// <param name="year">预算年度 of the example county file.</param>
    public byte[]? Example(int year)
    {
        var samples = Path.Combine(pack.Folder, PackFiles.Samples);
        var sample = Directory.Exists(samples) ? Directory.EnumerateDirectories(samples).Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        if (sample is null) return null;
        var dataset = DatasetReader.Read(sample, pack.RuleBook.Pack).Dataset;
        _later = year - Tables.SelectMany(table => dataset[table.Name]).Max(row => row.Year ?? 0);
        var unit = dataset[DatasetTables.Units][0].Text(DatasetFields.UnitCode);
        _example = CountyExample.FirstUnit.ToDictionary(cell => cell.Column, cell => cell.Text, StringComparer.Ordinal);
        return Write(table => [.. dataset[table.Name].Where(row => row.Text(DatasetFields.UnitCode) == unit)]);
    }

    private byte[] Write(Func<TableSchema, IReadOnlyList<DatasetRow>> rows) =>
        TableBookWriter.Write(new TableBook([GuideSheet.Of(Opening, Tables), .. Tables.Select(table => Sheet(table, rows(table)))]));

    private TableSheet Sheet(TableSchema table, IReadOnlyList<DatasetRow> rows)
    {
        IReadOnlyList<TableCell> Cells(DatasetRow row) => [.. table.Columns.Select(column => Cell(column.Name, row[column.Name]))];
        var cells = rows.Select(Cells).ToArray();
        return new(table.Title, SchemaColumns.Of(table, cells), cells) { RoomFor = Room, FrozenColumns = 2 };
    }

    private TableCell Cell(string column, FieldValue value)
    {
        if (_example.TryGetValue(column, out var own)) return TableCell.Of(own);
        if (value.IsBlank || (_example.Count > 0 && column == DatasetFields.Members)) return TableCell.Blank;
        if (value.Day is { } day) return TableCell.Of(day.AddYears(_later));
        if (value.Number is not { } number) return TableCell.Of(value.Text);
        return TableCell.Of(column == DatasetFields.Year ? number + _later : number);
    }
}
