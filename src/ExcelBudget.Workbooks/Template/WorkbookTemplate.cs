using System.Collections.Frozen;
using System.Text;

namespace ExcelBudget.Workbooks.Template;

/// <summary>A defined name of the template.</summary>
/// <param name="Name">The name.</param>
/// <param name="Attributes">Its attributes without the name, each with a leading blank.</param>
/// <param name="Value">What it refers to.</param>
public sealed record TemplateName(string Name, string Attributes, string Value);

/// <summary>A pack's workbook.xlsx, parsed once and shared between threads.</summary>
public sealed record WorkbookTemplate
{
    private FrozenDictionary<string, int>? _placesOfTexts;
    private byte[]? _textsStart;

    /// <summary>Every part of the package as it stands.</summary>
    public required IReadOnlyDictionary<string, byte[]> Parts { get; init; }

    /// <summary>workbook.xml up to the defined names, and from behind them on.</summary>
    public required (string Head, string Tail) Workbook { get; init; }

    /// <summary>Parts that no filling changes, deflated for size and for speed.</summary>
    internal (IReadOnlyList<OfficePackages.Zip.PackedPart> Small,
        IReadOnlyList<OfficePackages.Zip.PackedPart> Fast) Unchanged
    { get; init; } = ([], []);

    /// <summary>Fingerprint of the forms it was built from; null for a template of an earlier version, which carries none.</summary>
    internal string? Forms { get; init; }

    /// <summary>The sheets as their tabs stand, those of the program among them.</summary>
    public required IReadOnlyList<SheetTemplate> Sheets { get; init; }

    /// <summary>Texts that its sheets share, by their index: plain where they have one font, and as XML.</summary>
    internal IReadOnlyList<(string? Plain, string Xml)> Texts { get; init; } = [];

    /// <summary>The part of the shared texts up to those that only one workbook has.</summary>
    internal byte[] TextsStart => _textsStart ??= Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + string.Concat(Texts.Select(text => text.Xml)));

    /// <summary>Places of the plain texts among them.</summary>
    internal IReadOnlyDictionary<string, int> PlacesOfTexts => _placesOfTexts ??= Texts
        .Select((text, place) => (text.Plain, Place: place)).Where(text => text.Plain is not null)
        .DistinctBy(text => text.Plain).ToFrozenDictionary(text => text.Plain!, text => text.Place);

    /// <summary>Defined names in order.</summary>
    public required IReadOnlyList<TemplateName> Names { get; init; }

    /// <summary>Names that point to a rectangle.</summary>
    public required IReadOnlyDictionary<string, NamedArea> Areas { get; init; }

    /// <summary>Differential formats of the 校验 sheet: not passed, tail.</summary>
    public required (string Broken, string Tail) Formats { get; init; }

    /// <summary>The rectangle of a name.</summary>
    /// <exception cref="TemplateException">The template lacks the name.</exception>
    public NamedArea Area(string name) => Areas.TryGetValue(name, out var area)
        ? area
        : throw new TemplateException($"workbook.xlsx 缺少名称 {name}。名称可能在修改模板时被删除，请恢复该名称，或用 packs build 重新生成。");
}

/// <summary>A template that cannot be used. The message is Chinese and names what is missing.</summary>
public sealed class TemplateException(string message) : Exception(message);
