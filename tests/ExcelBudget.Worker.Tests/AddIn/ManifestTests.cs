using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ExcelBudget.Worker.AddIn;
using ExcelBudget.Worker.AddIn.HandOut;

namespace ExcelBudget.Worker.Tests.AddIn;

/// <summary>The manifests as Excel and WPS want them: what their own programs would refuse, seen without them.</summary>
public sealed partial class ManifestTests
{
    private const string Overrides = "{http://schemas.microsoft.com/office/taskpaneappversionoverrides}";
    private const string Types = "{http://schemas.microsoft.com/office/officeappbasictypes/1.0}";
    private static readonly XDocument Excel = XDocument.Load(PathOf("excel", "manifest.xml"));

    // each list is the order of the format's schema; what is not used is left out of the comparison
    private static readonly Dictionary<string, string[]> Orders = new()
    {
        ["OfficeApp"] = ["Id", "AlternateId", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl",
            "HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions",
            "VersionOverrides"],
        ["VersionOverrides"] = ["WebApplicationInfo", "Description", "Requirements", "Hosts", "Resources", "VersionOverrides"],
        ["DesktopFormFactor"] = ["GetStarted", "FunctionFile", "ExtensionPoint"],
        ["Group"] = ["OverriddenByRibbonApi", "Label", "Tooltip", "Icon", "Control"],
        ["Control"] = ["Label", "ToolTip", "Supertip", "Icon", "Action", "Enabled"],
        ["Supertip"] = ["Title", "Description"],
        ["Action"] = ["TaskpaneId", "SourceLocation", "FunctionName"],
        ["Resources"] = ["Images", "Urls", "ShortStrings", "LongStrings"],
    };

    [Fact]
    public void ElementsOfExcelsManifest_StandInTheOrderOfTheirSchema()
    {
        foreach (var element in Excel.Descendants().Where(each => Orders.ContainsKey(each.Name.LocalName) && each.HasElements))
        {
            var places = element.Elements().Select(child => Array.IndexOf(Orders[element.Name.LocalName], child.Name.LocalName)).ToArray();
            places.ShouldNotContain(-1, element.Name.LocalName);
            places.ShouldBe([.. places.Order()], element.Name.LocalName);
        }
    }

    [Fact]
    public void ReferencesOfExcelsManifest_EachHaveOneResource_AndNoResourceIsIdle()
    {
        var asked = Excel.Descendants().Attributes("resid").Select(each => each.Value).Distinct().Order(StringComparer.Ordinal).ToArray();
        var given = Excel.Descendants(Overrides + "Resources").Single().Elements().Elements().Attributes("id")
            .Select(each => each.Value).Order(StringComparer.Ordinal).ToArray();
        given.ShouldBe(asked);
        given.ShouldAllBe(id => id.Length <= 32);
        Excel.Descendants(Overrides + "Control").Attributes("id").Select(each => each.Value).ShouldBeUnique();
    }

    [Fact]
    public void TextsAndAddressesOfExcelsManifest_AreNoLongerThanAllowed()
    {
        Values(Types + "ShortStrings").ShouldAllBe(text => text.Length > 0 && text.Length <= 125);
        Values(Types + "LongStrings").ShouldAllBe(text => text.Length > 0 && text.Length <= 250);
        string[] addresses = [.. Excel.Descendants().Attributes("DefaultValue").Select(each => each.Value)
            .Where(each => each.Contains("://", StringComparison.Ordinal))];
        addresses.Length.ShouldBeGreaterThan(35);
        addresses.ShouldAllBe(each => each.StartsWith("https://localhost:8651/", StringComparison.Ordinal) && each.Length <= 2_048);
        Excel.Descendants(Overrides + "Control").Select(Label).ShouldBe(["校验", "上一个", "下一个", "交表"]);
        Excel.Descendants(Overrides + "OfficeTab").Single().Attribute("id")!.Value.ShouldBe("TabHome");
        // one pane for the four buttons, and one without any of them
        Excel.Descendants(Overrides + "TaskpaneId").Select(each => each.Value).Distinct().ShouldHaveSingleItem();
        Excel.Root!.Elements().Single(each => each.Name.LocalName == "DefaultSettings").Elements().Single()
            .Attribute("DefaultValue")!.Value.ShouldBe("https://localhost:8651/pane/");
    }

    [Fact]
    public void Version_IsTheProgramsOwn()
    {
        var project = File.ReadAllText(Repository.PathOf("src", "ExcelBudget.Worker", "ExcelBudget.Worker.csproj"));
        var version = Regex.Match(project, "<Version>(.*)</Version>").Groups[1].Value;
        Excel.Root!.Elements().Single(each => each.Name.LocalName == "Version").Value.ShouldBe(version + ".0");
        Unified().GetProperty("version").GetString().ShouldBe(version);
    }

    [Fact]
    public void Icons_AreAsLargeAsTheyAreSaidToBe()
    {
        foreach (var group in Excel.Descendants(Overrides + "Icon"))
        {
            var images = group.Elements().ToArray();
            images.Select(image => image.Attribute("size")!.Value).ShouldBe(["16", "20", "24", "32", "40", "48", "64", "80"]);
            foreach (var image in images)
                SizeAt(Resource(image.Attribute("resid")!.Value)).ShouldBe(Number(image.Attribute("size")!.Value));
        }

        foreach (var (name, size) in new[] { ("IconUrl", 32), ("HighResolutionIconUrl", 64) })
            SizeAt(Excel.Root!.Elements().Single(each => each.Name.LocalName == name).Attribute("DefaultValue")!.Value).ShouldBe(size);
        foreach (var file in Directory.EnumerateFiles(PathOf("icons"), "*.png"))
            Size(file).ShouldBe(Number(Regex.Match(file, @"-(\d+)\.png$").Groups[1].Value), file);
        var unified = Unified();
        Size(PathOf("icons", unified.GetProperty("icons").GetProperty("color").GetString()!)).ShouldBe(192);
        Size(PathOf("icons", unified.GetProperty("icons").GetProperty("outline").GetString()!)).ShouldBe(32);
    }

    [Fact]
    public void UnifiedManifest_HoldsAgainstItsSchema_AndEveryActionIsThere()
    {
        var manifest = Unified();
        Shape().Faults(manifest).ShouldBeEmpty();
        var extension = manifest.GetProperty("extensions")[0];
        var groups = extension.GetProperty("ribbons")[0].GetProperty("tabs")[0].GetProperty("groups");
        var asked = groups[0].GetProperty("controls").EnumerateArray().Select(each => each.GetProperty("actionId").GetString());
        asked.ShouldBe(extension.GetProperty("runtimes").EnumerateArray()
            .Select(each => each.GetProperty("actions")[0].GetProperty("id").GetString()));
        foreach (Match icon in IconAddress().Matches(manifest.GetRawText()))
            Size(PathOf("icons", icon.Groups[1].Value)).ShouldBe(Number(icon.Groups[2].Value));
        manifest.GetProperty("id").GetString().ShouldBe(Excel.Root!.Elements().First().Value);
    }

    [Theory]
    [InlineData("\"version\": \"1.0.0\"", "\"version\": 1")]
    [InlineData("\"label\": \"校验\",", "")]
    [InlineData("\"type\": \"button\"", "\"type\": \"switch\"")]
    [InlineData("\"accentColor\": \"#1F5C99\"", "\"accentColor\": \"blue\"")]
    [InlineData("\"size\": 16", "\"size\": 17")]
    [InlineData("\"manifestVersion\": \"1.19\"", "\"unheard\": 1, \"manifestVersion\": \"1.19\"")]
    public void UnifiedManifest_WithAFault_DoesNotHold(string right, string wrong)
    {
        var text = File.ReadAllText(PathOf("excel", "manifest.json"));
        text.ShouldContain(right);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        var spoilt = text[..at] + wrong + text[(at + right.Length)..];
        Shape().Faults(JsonDocument.Parse(spoilt).RootElement).ShouldNotBeEmpty();
    }

    [Fact]
    public void RibbonOfWps_BeginsAsItsPublishPageWants_AndItsCallbacksArePlainGlobalsOfTheShell()
    {
        var bytes = File.ReadAllBytes(PathOf("wps", "ribbon.xml"));
        Encoding.ASCII.GetString(bytes, 0, 9).ShouldBe("<customUI");
        var ribbon = XDocument.Parse(Encoding.UTF8.GetString(bytes));
        var callbacks = ribbon.Descendants().Attributes().Where(each => CallbackName().IsMatch(each.Name.LocalName))
            .Select(each => each.Value).Distinct().ToArray();
        callbacks.Length.ShouldBe(7);
        var shell = File.ReadAllText(PathOf("wps", "main.js"));
        foreach (var callback in callbacks)
            Regex.IsMatch(shell, $@"^function {Regex.Escape(callback)}\(", RegexOptions.Multiline).ShouldBeTrue(callback);
        ribbon.Descendants().Where(each => each.Name.LocalName == "button").Select(each => each.Attribute("label")!.Value)
            .ShouldBe(["校验", "上一个", "下一个", "交表"]);
        // what an old engine does not know would take the whole tab away
        var code = Comment().Replace(shell, "");
        Regex.Matches(code, @"\b(async|await|let|const|class|fetch|Promise)\b|=>|`").ShouldBeEmpty();
        foreach (Match icon in Regex.Matches(shell, "\"(icons/[a-z-]+\\.svg)\"")) AddInFiles.Find(icon.Groups[1].Value).ShouldNotBeNull();
    }

    [Fact]
    public void FilesOfWps_NameTheAddInAlike_AndListItOnce()
    {
        XDocument.Load(PathOf("wps", "manifest.xml")).Root!.Element("Name")!.Value.ShouldBe("ExcelBudget");
        foreach (var list in new[] { "publish.xml", "jsplugins.xml" })
        {
            var read = Worker.AddIn.Wps.PublishList.Read(File.ReadAllBytes(PathOf("wps", list))).ShouldNotBeNull();
            read.Ours.ShouldHaveSingleItem().IsAt(AddInAddresses.Default.ForWps("wps/")).ShouldBeTrue(list);
        }
    }

    [Fact]
    public void Addresses_OfTheSettings_TakeThePlaceOfTheDefaultOnesEverywhere()
    {
        var moved = AddInAddresses.Of(new() { Port = 1_234, ExcelPort = 1_235 });
        foreach (var name in AddInFiles.Names.Where(name => !name.StartsWith("icons/", StringComparison.Ordinal)))
        {
            var text = Encoding.UTF8.GetString(AddInFiles.Filled(name, moved)!);
            text.ShouldNotContain("8650", Case.Sensitive, name);
            text.ShouldNotContain("8651", Case.Sensitive, name);
        }

        Encoding.UTF8.GetString(AddInFiles.Filled("excel/manifest.json", moved)!).ShouldContain("\"localhost:1235\"");
    }

    [Fact]
    public void PublishedProgram_BringsTheManifests() =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, "addin-manifest", "excel", "manifest.xml")).ShouldBeTrue();

    private static string PathOf(params string[] parts) => Repository.PathOf(["addin-manifest", .. parts]);

    private static JsonElement Unified() => JsonDocument.Parse(File.ReadAllText(PathOf("excel", "manifest.json"))).RootElement;

    private static JsonShape Shape() => new(JsonDocument.Parse(
        File.ReadAllText(Repository.PathOf("tests", "data", "addin", "unified-manifest.schema.json"))).RootElement);

    private static IEnumerable<string> Values(string of) =>
        Excel.Descendants(of).Elements().Select(each => each.Attribute("DefaultValue")!.Value);

    private static string Label(XElement control) => Resource(control.Element(Overrides + "Label")!.Attribute("resid")!.Value);

    private static string Resource(string id) => Excel.Descendants(Overrides + "Resources").Single().Elements().Elements()
        .Single(each => each.Attribute("id")?.Value == id).Attribute("DefaultValue")!.Value;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static int SizeAt(string address) => Size(PathOf("icons", address[(address.LastIndexOf('/') + 1)..]));

    /// <summary>Width of a picture that is as high as wide; −1 for another one.</summary>
    private static int Size(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes.AsSpan(0, 4).SequenceEqual<byte>([0x89, 0x50, 0x4E, 0x47]).ShouldBeTrue(file);
        var width = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16));
        return width == BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)) ? width : -1;
    }

    [GeneratedRegex("^(on[A-Z]|get[A-Z])")]
    private static partial Regex CallbackName();

    [GeneratedRegex(@"icons/([a-z-]+-(\d+)\.png)")]
    private static partial Regex IconAddress();

    [GeneratedRegex(@"/\*[\s\S]*?\*/|""[^""\n]*""")]
    private static partial Regex Comment();
}
