using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.Tests.Ledger;

/// <summary>A ledger that is harmed while the worker has it open is noticed, mended and told.</summary>
public sealed class LedgerFileTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void LedgerDeletedWhileOpen_IsWrittenOutAgainWithAllItHeld()
    {
        using var ledger = Filled();
        foreach (var file in Directory.GetFiles(_temp.Path, "ledger.db*")) File.Delete(file);
        ledger.Look(thoroughly: false).ShouldBe(LedgerFileState.Restored);
        Holds(ledger);
        ledger.Look(thoroughly: true).ShouldBe(LedgerFileState.Sound);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CountysSide_OfALedgerThatWasMended_WritesIntoTheMendedOne(bool isDeleted)
    {
        using var ledger = Filled();
        using var county = new County.CountyLedgerOn(_temp.In("ledger.db"));
        county.Ledger.Add(Issued("AAAA", "201"));
        ledger.BackUp();
        if (!isDeleted) File.WriteAllBytes(_temp.In("ledger.db"), new byte[20_000]);
        else foreach (var end in new[] { "", "-wal", "-shm" }) File.Delete(_temp.In("ledger.db" + end));
        if (isDeleted) Should.Throw<FileNotFoundException>(() => county.Ledger.Add(Issued("LOST", "209")));
        ledger.Look(thoroughly: false).ShouldNotBe(LedgerFileState.Sound);

        county.Ledger.Add(Issued("BBBB", "202")).ShouldBeTrue();
        county.Ledger.Issued(2023).Select(row => row.WorkbookId).ShouldBe(["AAAA", "BBBB"]);
        using var seenAnew = new County.CountyLedgerOn(_temp.In("ledger.db"));
        seenAnew.Ledger.Issued(2023).Select(row => row.WorkbookId).ShouldBe(["AAAA", "BBBB"]);
        Holds(ledger);
    }

    [Fact]
    public void LedgerGarbledWhileOpen_IsSetAsideAndNothingIsLost()
    {
        using var ledger = Filled();
        ledger.BackUp();
        File.WriteAllBytes(_temp.In("ledger.db"), new byte[20_000]);
        ledger.Look(thoroughly: false).ShouldBeOneOf(LedgerFileState.Repaired, LedgerFileState.FromBackup);
        Holds(ledger);
        _temp.Files("").ShouldContain(file => file.StartsWith("ledger.db.损坏-", StringComparison.Ordinal));
    }

    [Fact]
    public void LedgerInOrder_IsLeftAlone()
    {
        using var ledger = Filled();
        ledger.Look(thoroughly: true).ShouldBe(LedgerFileState.Sound);
        Holds(ledger);
    }

    [Fact]
    public void FolderOfTheLedger_Gone_IsNoDeletionAndNothingIsMadeInItsPlace()
    {
        using var ledger = new SqliteLedger(_temp.In("盘/ledger.db"), TimeProvider.System);
        ledger.Add(new Submission { Id = "1", Name = "预算.xlsx" }, "");
        Directory.Move(_temp.In("盘"), _temp.In("别处"));
        Should.Throw<DirectoryNotFoundException>(() => ledger.Look(thoroughly: false));
        Directory.Exists(_temp.In("盘")).ShouldBeFalse();
        Directory.Move(_temp.In("别处"), _temp.In("盘"));
        ledger.Look(thoroughly: true).ShouldBe(LedgerFileState.Sound);
        ledger.Find("1").ShouldNotBeNull();
    }

    [Fact]
    public void OtherLedger_InThePlaceOfTheOpenOne_IsUsedFromThenOn()
    {
        using (var other = new SqliteLedger(_temp.In("other.db"), TimeProvider.System)) other.Add(new Submission { Id = "other" }, "");
        using var ledger = Filled();
        foreach (var file in Directory.GetFiles(_temp.Path, "ledger.db*")) File.Delete(file);
        File.WriteAllBytes(_temp.In("ledger.db"), File.ReadAllBytes(_temp.In("other.db")));
        ledger.Look(thoroughly: false).ShouldBe(LedgerFileState.Exchanged);
        ledger.Find("other").ShouldNotBeNull();
        ledger.Look(thoroughly: true).ShouldBe(LedgerFileState.Sound);
    }

    [Fact]
    public void SameLedger_ThatCameBackWithItsShare_IsNoTrouble()
    {
        using var ledger = Filled();
        ledger.BackUp();
        var copy = File.ReadAllBytes(_temp.In("ledger.db.bak"));
        foreach (var file in Directory.GetFiles(_temp.Path, "ledger.db*")) File.Delete(file);
        File.WriteAllBytes(_temp.In("ledger.db"), copy);
        ledger.Look(thoroughly: false).ShouldBe(LedgerFileState.Sound);
        Holds(ledger);
    }

    private SqliteLedger Filled()
    {
        var ledger = new SqliteLedger(_temp.In("ledger.db"), TimeProvider.System);
        for (var number = 0; number < 50; number++) ledger.Add(new Submission { Id = $"{number}", Name = "预算.xlsx" }, "");
        return ledger;
    }

    private static void Holds(SqliteLedger ledger)
    {
        ledger.Open().Count.ShouldBe(50);
        ledger.Add(new Submission { Id = "later", Name = "预算.xlsx" }, "");
        ledger.Find("later").ShouldNotBeNull();
    }

    private static IssuedWorkbook Issued(string id, string unit) =>
        new() { Pack = "hebei", UnitCode = unit, Year = 2023, Step = "一上", WorkbookId = id, At = TimeProvider.System.GetUtcNow() };
}
