using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>自定义属性。docProps/custom.xml.</summary>
internal static class CustomProperties
{
    /// <summary>The properties by name, their values as text whatever their type; of two with one name the last.</summary>
    public static IReadOnlyDictionary<string, string> Read(ZipPackage package)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        // «custom-properties», in the Strict form «customProperties»
        var part = package.Links("").All.FirstOrDefault(link => link.Kind is "custom-properties" or "customProperties")?.Target;
        if (part is null || !package.Contains(part)) return values;
        using var xml = package.OpenXml(part);
        xml.ReadRoot("Properties");
        while (xml.ReadChild(1))
        {
            if (!xml.Is("property")) continue;
            var name = xml.Attribute("name").ToString();
            if (xml.ReadChild(2)) values[name] = XmlEscapes.Unescape(xml.ReadContent());
        }
        return values;
    }
}
