using ExcelBudget.Packs.Reading;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Tests.PackFolders;

/// <summary>What is remembered of packs that had no fault.</summary>
public sealed class SoundMarkTests : IDisposable
{
    private readonly PackFolder _pack = new("qinghai");

    private string Packs => Path.GetDirectoryName(Path.GetDirectoryName(_pack.In("pack.yaml")))!;

    public void Dispose() => _pack.Dispose();

    [Fact]
    public void Packs_VerifiedWithoutAFault_AreKnownToBeSound()
    {
        SoundMark.Fits(Packs).ShouldBeFalse();
        _pack.Commands.Verify("qinghai").ShouldBe(ExitCode.Clean);
        SoundMark.Fits(Packs).ShouldBeTrue();
    }

    [Theory]
    [InlineData("rules.yaml")]
    [InlineData("note-check.yaml")]
    [InlineData("forms/indicators.yaml")]
    [InlineData("../common/indicator-words.txt")]
    [InlineData("note.docx")]
    [InlineData("workbook.xlsx")]
    [InlineData("../sound.trees")]
    public void Pack_ChangedAfterwards_IsReadAgain(string file)
    {
        SoundMark.Keep(Packs, SoundMark.State(Packs));
        SoundMark.Fits(Packs).ShouldBeTrue();
        _pack.Put(file, [.. _pack.Bytes(file), .. "\n# 改"u8]);
        SoundMark.Fits(Packs).ShouldBeFalse();
    }

    [Fact]
    public void Pack_ThatIsNew_IsReadToo()
    {
        SoundMark.Keep(Packs, SoundMark.State(Packs));
        Directory.CreateDirectory(Path.Combine(Packs, "xin"));
        File.WriteAllText(Path.Combine(Packs, "xin", "pack.yaml"), "id: xin\n");
        SoundMark.Fits(Packs).ShouldBeFalse();
    }

    [Fact]
    public void Mark_ThatIsDamagedOrCannotBeWritten_IsNone()
    {
        SoundMark.Keep(Packs, SoundMark.State(Packs));
        File.WriteAllBytes(Path.Combine(Packs, "sound.mark"), [0xff, 0x00, 0x13]);
        SoundMark.Fits(Packs).ShouldBeFalse();
        SoundMark.Keep(Path.Combine(_pack.In("pack.yaml"), "no folder"), "");
    }

    [Fact]
    public void Packs_OfWhichOneHasATemplateThatDoesNotFit_GetNoMark()
    {
        _pack.Put("note.docx", "no document"u8.ToArray());
        _pack.Commands.Verify("qinghai").ShouldBe(ExitCode.ErrorsFound);
        SoundMark.Fits(Packs).ShouldBeFalse();
    }

    [Fact]
    public void Pack_ChangedWhileItWasProven_IsReadAgain()
    {
        var store = _pack.Store;
        var state = store.StateUnread();
        store.Packs.ShouldNotBeEmpty();
        _pack.Put("rules.yaml", [.. _pack.Bytes("rules.yaml"), .. "\n# 改"u8]);
        store.MarkSound(state);
        SoundMark.Fits(Packs).ShouldBeFalse();
        store.StateUnread().ShouldBeNull();
    }

    [Fact]
    public void Packs_OfWhichOneIsBroken_GetNoMark()
    {
        _pack.Edit("pack.yaml", "id: qinghai", "id: 别的");
        var store = _pack.Store;
        store.MarkSound(store.StateUnread());
        SoundMark.Fits(Packs).ShouldBeFalse();
    }

    [Fact]
    public void PackThatIsLookedFor_IsReadWithoutTheOthers()
    {
        Directory.CreateDirectory(Path.Combine(Packs, "别的"));
        File.WriteAllText(Path.Combine(Packs, "别的", "pack.yaml"), ": [ no yaml");
        var store = _pack.Store;
        store.Find("qinghai").ShouldNotBeNull();
        store.All.Select(pack => pack.IsRead).ShouldBe([true, false], ignoreOrder: true);
        PackTroubles.Find(store, withNotes: false).ShouldHaveSingleItem().ShouldContain("别的");
    }
}
