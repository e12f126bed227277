using System.Text;
using ExcelBudget.Worker.AddIn.Wps;

namespace ExcelBudget.Worker.Tests.AddIn;

/// <summary>Our entry in WPS' list of add-ins: put in, exchanged, taken out, and everything else as it was.</summary>
public sealed class PublishListTests
{
    private const string Ours =
        "<jspluginonline name=\"ExcelBudget\" type=\"et\" url=\"http://127.0.0.1:8650/wps/\" enable=\"enable_dev\" install=\"null\"/>";
    private const string Other = """<jspluginonline name="Other" type="et" url="http://a/" enable="enable_dev" install="null"/>""";
    private static readonly Uri Url = new("http://127.0.0.1:8650/wps/");

    [Theory]
    [InlineData("", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<jsplugins>\n  {Ours}\n</jsplugins>\n")]
    [InlineData("  \n", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<jsplugins>\n  {Ours}\n</jsplugins>\n")]
    [InlineData("<jsplugins/>", $"<jsplugins>\n  {Ours}\n</jsplugins>")]
    [InlineData("<jsplugins />\r\n", $"<jsplugins>\n  {Ours}\n</jsplugins>\r\n", false)]
    [InlineData("<jsplugins></jsplugins>", $"<jsplugins>\n  {Ours}</jsplugins>")]
    [InlineData($"<jsplugins>\n    {Other}\n</jsplugins>", $"<jsplugins>\n    {Other}\n    {Ours}\n</jsplugins>")]
    [InlineData($"<jsplugins>\r\n\t{Other}\r\n</jsplugins>\r\n", $"<jsplugins>\r\n\t{Other}\r\n\t{Ours}\r\n</jsplugins>\r\n")]
    [InlineData(
        $"<jsplugins><!-- a > b --> {Other}<!-- 尾 --></jsplugins>", $"<jsplugins><!-- a > b --> {Other}<!-- 尾 --> {Ours}</jsplugins>")]
    public void Entry_IsPutBehindTheOthers_AndNothingElseMoves(string before, string after, bool isTakenOutAlike = true)
    {
        var list = Read(before);
        Text(list.With(Url)).ShouldBe(isTakenOutAlike ? after : after.Replace("<jsplugins>\n", "<jsplugins>\r\n", StringComparison.Ordinal)
            .Replace("/>\n</", "/>\r\n</", StringComparison.Ordinal));
        var again = PublishList.Read(list.With(Url))!;
        again.With(Url).ShouldBe(list.With(Url), "twice is once");
        again.Ours.ShouldHaveSingleItem();
        PublishList.Read(again.Without())!.Entries.Select(entry => entry.Name).ShouldBe(list.Entries.Select(entry => entry.Name));
    }

    [Theory]
    [InlineData("""<jspluginonline url="http://127.0.0.1:3889/" type="et" name="ExcelBudget"/>""")]
    [InlineData("""<jsplugin name='ExcelBudget' type='et' url='file:///C:/x>y.7z' version="1.0.0"></jsplugin>""")]
    [InlineData("""<jspluginonline name="ExcelBudget" type="et" url="http://127.0.0.1:8650/wps/" enable="false"/>""")]
    public void OlderEntryOfOurs_IsExchangedWhereItStands(string older)
    {
        var before = $"<jsplugins>\n  {older}\n  {Other}\n</jsplugins>";
        Text(Read(before).With(Url)).ShouldBe($"<jsplugins>\n  {Ours}\n  {Other}\n</jsplugins>");
    }

    [Fact]
    public void TwoEntriesOfOurs_BecomeOne()
    {
        var before = $"<jsplugins>\n  {Ours}\n  {Other}\n  {Ours.Replace("8650", "9", StringComparison.Ordinal)}\n</jsplugins>";
        Text(Read(before).With(Url)).ShouldBe($"<jsplugins>\n  {Ours}\n  {Other}\n</jsplugins>");
        Text(Read(before).Without()).ShouldBe($"<jsplugins>\n  {Other}\n</jsplugins>");
    }

    [Theory]
    [InlineData("""<jspluginonline name="ExcelBudget" type="wps" url="http://127.0.0.1:8650/wps/"/>""")]
    [InlineData("""<jspluginonline name="ExcelBudget2" type="et" url="http://127.0.0.1:8650/wps/"/>""")]
    [InlineData("""<!-- <jspluginonline name="ExcelBudget" type="et"/> -->""")]
    [InlineData("""<group><jspluginonline name="ExcelBudget" type="et" url="x"/></group>""")]
    public void EntryOfAnotherProgramOrName_IsNotOurs(string foreign)
    {
        var list = Read($"<jsplugins>{foreign}</jsplugins>");
        list.Ours.ShouldBeEmpty();
        Text(list.With(Url)).ShouldContain(foreign);
        Text(list.Without()).ShouldBe($"<jsplugins>{foreign}</jsplugins>");
    }

    [Theory]
    [InlineData("<jsplugins><jspluginonline></jsplugins>")]
    [InlineData("<jsplugins>")]
    [InlineData("<other/>")]
    [InlineData("no xml at all")]
    [InlineData("<!DOCTYPE jsplugins [<!ENTITY a 'b'>]><jsplugins>&a;</jsplugins>")]
    public void BrokenList_IsNotTaken(string broken) => PublishList.Read(Encoding.UTF8.GetBytes(broken)).ShouldBeNull();

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("gb18030", false)]
    public void CodingAndOrderMark_StayWhatTheyAre(string name, bool hasMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var coding = Encoding.GetEncoding(name);
        var other = Other.Replace("Other", "别家", StringComparison.Ordinal);
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?>\r\n<jsplugins>\r\n  {other}\r\n</jsplugins>";
        byte[] before = hasMark ? [.. coding.GetPreamble(), .. coding.GetBytes(text)] : coding.GetBytes(text);
        var after = PublishList.Read(before)!.With(Url);
        coding.GetString(after).ShouldContain("别家");
        PublishList.Read(after)!.Without().ShouldBe(before);
    }

    [Fact]
    public void BytesThatAreNoText_AreNotTaken() => PublishList.Read([0xFF, 0x3C, 0x80, 0x81]).ShouldBeNull();

    private static PublishList Read(string text) => PublishList.Read(Encoding.UTF8.GetBytes(text)).ShouldNotBeNull();

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content);
}
