using ExcelBudget.Domain.Spelling;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Sources;

namespace ExcelBudget.Packs.Datasets.Tables;

/// <summary>Which column of a file is which column of the schema.</summary>
internal sealed class HeaderMap
{
    private readonly Dictionary<string, (int Index, string Header)> _byName = new(StringComparer.Ordinal);

    private HeaderMap(int width) => Width = width;

    /// <summary>A header that has none of the columns: that of a table which is not there.</summary>
    public static HeaderMap None { get; } = new(0);

    /// <summary>How many columns the header has, without blank ones at its end.</summary>
    public int Width { get; }

    /// <summary>Positions of columns without a name, which should not hold anything.</summary>
    public IReadOnlyList<int> Unnamed { get; private set; } = [];

    /// <summary>True when every required column is there. Rows of an incomplete table are checked but never part of the dataset.</summary>
    public bool Complete { get; private set; }

    /// <summary>Matches the header row, and reports missing, repeated and unknown columns.</summary>
    public static HeaderMap Read(string file, RawRow header, TableSchema schema, FaultLog faults)
    {
        var names = header.Cells.Select(cell => TextFolding.Trimmed(cell.Text)).ToList();
        var map = new HeaderMap(1 + names.FindLastIndex(name => name.Length > 0));
        var absent = schema.Columns.Except(names.Select(schema.Find)).SelectMany(column => column!.Headers).ToList();
        for (var index = 0; index < map.Width; index++)
        {
            if (names[index].Length > 0) map.Add(index, names[index], new(file, header.Line), schema, name => Hint(name,
                absent), faults);
        }

        map.Unnamed = [.. Enumerable.Range(0, map.Width).Where(index => names[index].Length == 0)];
        map.ReportMissing(new(file, header.Line), schema, faults);
        return map;
    }

    /// <summary>True when the file has the column.</summary>
    public bool Has(string column) => _byName.ContainsKey(column);

    /// <summary>Where the column stands in a row; null when the file lacks it.</summary>
    public int? IndexOf(string column) => _byName.TryGetValue(column, out var found) ? found.Index : null;

    /// <summary>The header as the file writes it; the fixed name when the file lacks the column.</summary>
    public string HeaderOf(string column) => _byName.TryGetValue(column, out var found) ? found.Header : column;

    private void Add(int index, string header, FaultPlace line, TableSchema schema, Func<string, string> hint, FaultLog faults)
    {
        if (schema.Find(header) is not { } column)
        {
            faults.Warn(line with { Column = header }, $"不是这张表的列。{hint(header)}这一列已忽略。");
        }
        else if (!_byName.TryAdd(column.Name, (index, header)))
        {
            faults.Error(line with { Column = column.Name, Header = header }, $"这一列与“{HeaderOf(column.Name)}”重复，只读取了前一列。请删除其中一列。");
        }
    }

    /// <summary>The column probably meant. 金额（万元） is near 金额（元）, but renaming it would make every amount 10,000 times too small.</summary>
    private static string Hint(string header, IReadOnlyList<string> absent) => header.Contains('万')
        ? "数据集的金额以元为单位，请把这一列换算成元。"
        : NearestWord.Question(header, absent);

    private void ReportMissing(FaultPlace line, TableSchema schema, FaultLog faults)
    {
        var missing = schema.Columns.Where(column => column.Need != ColumnNeed.Optional && !Has(column.Name)).ToList();
        Complete = missing.Count == 0;
        foreach (var column in missing)
        {
            faults.Error(line with { Column = column.Name }, $"缺少这一列（{column.Title}），整张表没有采用。请增加列“{column.Name}”：{column.Meaning}。");
        }
    }
}
