using System.Globalization;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Tables;

namespace ExcelBudget.Worker.County.Reading;

/// <summary>The settings of a county file, each checked.</summary>
internal sealed class SettingValues
{
    private readonly Dictionary<string, DatasetRow> _rows = new(StringComparer.Ordinal);
    private readonly ReadTable _table;
    private readonly List<DatasetFault> _faults;

    public SettingValues(ReadTable table, List<DatasetFault> faults, IReadOnlySet<string>? packs)
    {
        (_table, _faults) = (table, faults);
        foreach (var row in table.Rows.Where(row => row.Text(CountyTables.Content).Length > 0)) _rows[row.Text(CountyTables.Item)] = row;
        Name = Needed(CountySettings.Name);
        Pack = Needed(CountySettings.Pack);
        Year = YearOf(Needed(CountySettings.Year));
        if (Pack is not { } pack || packs?.Contains(pack) != false) return;
        Fault(CountySettings.Pack, $"没有这个表样包。现有：{string.Join("、", packs)}。");
        Pack = null;
    }

    /// <summary>县区名称; null when missing.</summary>
    public string? Name { get; }

    /// <summary>预算年度; null when missing or no year.</summary>
    public int? Year { get; }

    /// <summary>表样包; null when missing or unknown.</summary>
    public string? Pack { get; }

    /// <summary>数据集, as written; null when blank.</summary>
    public string? Data => Value(CountySettings.Data);

    /// <summary>发文单位; null when blank.</summary>
    public string? Issuer => Value(CountySettings.Issuer);

    /// <summary>联系人 and 联系电话; may be empty.</summary>
    public (string Person, string Phone) Office => (Value(CountySettings.Contact) ?? "", Value(CountySettings.Phone) ?? "");

    private string? Value(string item) => _rows.GetValueOrDefault(item)?.Text(CountyTables.Content);

    private string? Needed(string item)
    {
        // a sheet that is missing or cannot be read has been reported as such
        if (Value(item) is not { } value && _table.IsPresent)
            _faults.Add(new(Severity.Error, _table.File, null, CountyTables.Item, item, $"{_table.File}：没有填写“{item}”。请在“设置”表中填写。"));
        return Value(item);
    }

    private int? YearOf(string? text)
    {
        if (text is null) return null;
        if (int.TryParse(text.TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 2000 and <= 2100) return year;
        Fault(CountySettings.Year, "不是年度。请填写四位数的预算年度，如 2026。");
        return null;
    }

    private void Fault(string item, string text) => _faults.Add(_table.Fault(_rows[item], CountyTables.Content, text));
}
