using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Ledger.Chain;
using ExcelBudget.Worker.Tests.DropFolder;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.Ledger;

/// <summary>
/// A folder of the program before: a ledger without chain and steps, workbooks and notes that tell no lineage. Made by that program: two
/// workbooks of one unit accepted, the second in the place of the first.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly Workplace _place;

    public UpgradeTests()
    {
        _temp.Write("work/ledger.db", Before("version3.db"));
        using (var old = LedgerFile.Open(_temp.In("work/ledger.db")))
        {
            foreach (var path in Dapper.SqlMapper.Query<string>(old, "SELECT archive_path FROM submission"))
                _temp.Write(path, Before("issued-before.xlsx"));
        }

        _place = new Workplace(_temp, RealEngine.Engine, maxFileBytes: 8 << 20);
    }

    public void Dispose()
    {
        _place.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void Ledger_OfTheProgramBefore_KeepsWhatItHeldAndIsChainedFromNowOn()
    {
        _place.Ledger.AcceptedWorkbooks().ShouldHaveSingleItem().Name.ShouldBe("县委办 定稿.xlsx");
        using var connection = LedgerFile.Open(_temp.In("work/ledger.db"));
        ChainVerification.Verify(connection).Broken.ShouldBeNull();
        Dapper.SqlMapper.Execute(connection, "UPDATE submission SET errors = 7 WHERE name LIKE '%初稿%'");
        ChainVerification.Verify(connection).Broken.ShouldNotBeNull();
    }

    [Fact]
    public void Workbook_InTheField_IsStillTakenAndTakesThePlaceOfTheOldResult()
    {
        _place.Drop("县委办 再报.xlsx", Before("issued-before.xlsx"));
        _place.RunUntilIdle();
        var now = _place.Ledger.AcceptedWorkbooks().ShouldHaveSingleItem();
        (now.Name, now.Verdict).ShouldBe(("县委办 再报.xlsx", Verdict.Accepted));
        now.Supersedes.ShouldNotBeNull();
        _temp.Files("held").ShouldBeEmpty();
    }

    [Fact]
    public void OtherWorkbook_ThatTellsNoMomentEither_WaitsForTheClerk()
    {
        _place.Drop("另一本.xlsx", RealEngine.File("clean"));
        _place.RunUntilIdle();
        // neither tells when it was issued
        _place.Ledger.Held().ShouldHaveSingleItem().Hold.ShouldBe("order_unclear");
        _place.Ledger.AcceptedWorkbooks().ShouldHaveSingleItem().Name.ShouldBe("县委办 定稿.xlsx");
    }

    [Fact]
    public void Note_ThatTheProgramBeforeWrote_IsCheckedAgainstItsWorkbook()
    {
        _place.Drop("情况说明.docx", Before("note-before.docx"));
        _place.RunUntilIdle();
        _temp.Files("refused").ShouldBeEmpty();
        var note = _place.All()[^1];
        (note.Kind, note.UnitCode, note.Reason).ShouldBe((SubmissionKind.Note, "201", null));
    }

    private static byte[] Before(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Ledger", file));
}
