using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Inbox;

namespace ExcelBudget.Worker.Tests.DropFolder;

public sealed class IgnoredNamesTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("~$预算.xlsx")]
    [InlineData(".~lock.预算.xlsx#")]
    [InlineData(".~预算.xlsx")]
    [InlineData("~WRL0001.tmp")]
    [InlineData("预算.TMP")]
    [InlineData("预算.xlsx.partial")]
    [InlineData("预算.xlsx.part")]
    [InlineData("预算.xlsx.crdownload")]
    [InlineData(".syncthing.预算.xlsx.tmp")]
    [InlineData("~syncthing~预算.xlsx.tmp")]
    [InlineData("._预算.xlsx")]
    [InlineData(".DS_Store")]
    [InlineData("thumbs.db")]
    [InlineData("Desktop.ini")]
    [InlineData("@eaDir/预算.xlsx")]
    [InlineData(".stversions/预算.xlsx")]
    public void Leftover_InTheInbox_IsNotListed(string name)
    {
        _temp.Write(name, [1]);
        InboxListing.List(_temp.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("预算.xlsx")]
    [InlineData("~预算.xlsx")]
    [InlineData("预算.tmp.xlsx")]
    [InlineData("一/二/三/预算.et")]
    public void Workbook_InTheInbox_IsListed(string name)
    {
        _temp.Write(name, [1]);
        InboxListing.List(_temp.Path).ShouldHaveSingleItem();
    }
}
