namespace ExcelBudget.OfficePackages.Parts;

/// <summary>[Content_Types].xml: what each part of a package is.</summary>
internal sealed class ContentTypes
{
    /// <summary>Name of the part itself.</summary>
    public const string PartName = "[Content_Types].xml";

    private readonly Dictionary<string, string> _byPart = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byExtension = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the list.</summary>
    public static ContentTypes Read(ZipPackage package)
    {
        var types = new ContentTypes();
        using var xml = package.OpenXml(PartName);
        xml.ReadRoot("Types");
        while (xml.ReadChild(1))
        {
            var type = xml.Attribute("ContentType").ToString();
            if (xml.Is("Override")) types._byPart.TryAdd(xml.Attribute("PartName").ToString().TrimStart('/'), type);
            if (xml.Is("Default")) types._byExtension.TryAdd(xml.Attribute("Extension").ToString(), type);
        }
        return types;
    }

    /// <summary>The type of a part; empty when the list does not say.</summary>
    public string Of(string part) =>
        _byPart.GetValueOrDefault(part) ?? _byExtension.GetValueOrDefault(part[(part.LastIndexOf('.') + 1)..]) ?? "";

    /// <summary>Does any part have a type with these words in it?</summary>
    public bool Any(string words) => _byPart.Values.Concat(_byExtension.Values).Any(t => t.Contains(words, StringComparison.OrdinalIgnoreCase));
}
