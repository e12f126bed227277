using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Worker.County.Reading;

/// <summary>The settings that stand in the county file, by the name a clerk reads.</summary>
internal static class CountySettings
{
    public const string Name = "县区名称";
    public const string Year = "预算年度";
    public const string Pack = "表样包";
    public const string Data = "数据集";
    public const string Issuer = "发文单位";
    public const string Contact = "联系人";
    public const string Phone = "联系电话";

    /// <summary>All of them, with what each means.</summary>
    public static readonly IReadOnlyList<(string Name, string Meaning)> All =
    [
        (Name, "必填。如：云河县"),
        (Year, "必填。四位数，如：2026"),
        (Pack, "必填。单位没有另写的，都用这个表样包"),
        (Data, "数据集所在的文件夹或工作簿，相对于本文件；空白则下发空白工作簿"),
        (Issuer, "通知上的落款；空白为“县区名称”加“财政局”"),
        (Contact, "通知上的联系人"),
        (Phone, "通知上的联系电话"),
    ];

    /// <summary>Their names as a closed list.</summary>
    public static readonly ClosedList Items = new([.. All.Select(setting => setting.Name)]);
}
