using Dapper;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Ledger.Chain;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Tests.Ledger;

/// <summary>Whoever changes the ledger behind the program's back is found out.</summary>
public sealed class LedgerChainTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private string Path => _temp.In("ledger.db");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Ledger_NobodyTouched_IsWhole()
    {
        Fill();
        var verdict = Verify();
        verdict.Broken.ShouldBeNull();
        verdict.Entries.ShouldBe(6);
    }

    [Theory]
    [InlineData("UPDATE submission SET verdict = 'Accepted' WHERE id = 's1'",
        "表 submission 的 s1 被改动过：verdict 现为“Accepted”，第 2 条流水记的是“Returned”")]
    [InlineData("UPDATE output SET sha256 = 'other'", "表 submission 的 s1 被改动过：output note")]
    [InlineData("DELETE FROM output", "表 submission 的 s1 被改动过：output note")]
    [InlineData("UPDATE issued SET unit_code = '999'", "表 issued 的 W1 被改动过：unit_code 现为“999”")]
    [InlineData("DELETE FROM issued", "表 issued 少了 W1")]
    [InlineData("DELETE FROM waiver", "表 waiver 少了 1")]
    [InlineData("INSERT INTO reminder (year, step, unit_code, day, state, at) VALUES (2024, '一上', '202', '2024-01-01', '', '')", "没有流水")]
    [InlineData("UPDATE entry SET body = replace(body, '201', '202') WHERE number = 3", "第 3 条流水")]
    [InlineData("DELETE FROM entry WHERE number = 2", "第 2 条流水不见了，后面接的是第 3 条")]
    [InlineData("DELETE FROM entry WHERE number = 6", "没有流水")]
    public void RowChangedByHand_IsNamed_WithWhatTheChainSays(string sql, string words)
    {
        Fill();
        using (var connection = LedgerFile.Open(Path))
        {
            foreach (var trigger in connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'trigger'").ToArray())
                connection.Execute($"DROP TRIGGER {trigger}");
            connection.Execute(sql);
        }

        Verify().Broken.ShouldNotBeNull().ShouldContain(words);
    }

    [Theory]
    [InlineData("UPDATE entry SET body = ''")]
    [InlineData("DELETE FROM entry")]
    [InlineData("UPDATE issued SET path = ''")]
    [InlineData("DELETE FROM waiver")]
    [InlineData("DELETE FROM reminder")]
    public void Row_ThatIsOnlyEverAppended_IsRefusedByTheDatabaseItself(string sql)
    {
        Fill();
        using var connection = LedgerFile.Open(Path);
        Should.Throw<SqliteException>(() => connection.Execute(sql)).Message.ShouldContain("只能追加");
    }

    [Fact]
    public void EntryWithAForgedHash_BreaksTheOneAfterIt()
    {
        Fill();
        using (var connection = LedgerFile.Open(Path))
        {
            connection.Execute("DROP TRIGGER entry_no_update");
            var entry = connection.QuerySingle<LedgerEntry>("SELECT * FROM entry WHERE number = 2");
            var body = entry.Body.Replace("s1", "s9", StringComparison.Ordinal);
            var hash = LedgerEntry.HashOf(2, entry.At, entry.Kind, entry.Subject, body, entry.Before);
            connection.Execute("UPDATE entry SET body = @body, hash = @hash WHERE number = 2", new { body, hash });
        }

        Verify().Broken.ShouldNotBeNull().ShouldContain("第 3 条流水");
    }

    /// <summary>Who forges an entry and mends the link behind it has to forge all that follow.</summary>
    [Fact]
    public void EntryWithAForgedHash_WhoseNextEntryIsLinkedToIt_BreaksTheContentOfThatOne()
    {
        Fill();
        using (var connection = LedgerFile.Open(Path))
        {
            connection.Execute("DROP TRIGGER entry_no_update");
            var entry = connection.QuerySingle<LedgerEntry>("SELECT * FROM entry WHERE number = 2");
            var body = entry.Body.Replace("s1", "s9", StringComparison.Ordinal);
            var hash = LedgerEntry.HashOf(2, entry.At, entry.Kind, entry.Subject, body, entry.Before);
            connection.Execute("UPDATE entry SET body = @body, hash = @hash WHERE number = 2", new { body, hash });
            connection.Execute("UPDATE entry SET before = @hash WHERE number = 3", new { hash });
        }

        var broken = Verify().Broken.ShouldNotBeNull();
        broken.ShouldContain("第 3 条流水");
        broken.ShouldContain("与它的校验值不符");
    }

    [Fact]
    public void LedgerOfAnOlderProgram_IsAdoptedIntoTheChain()
    {
        FileOperations.CopyNew(System.IO.Path.Combine(AppContext.BaseDirectory, "Ledger", "version1.db"), Path);
        using (var ledger = new SqliteLedger(Path, TimeProvider.System)) ledger.Open();
        var verdict = Verify();
        verdict.Broken.ShouldBeNull();
        verdict.Entries.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Workbook_OfAUnitAndStep_IsNotedOnce()
    {
        using var county = new CountyLedger(Path, TimeProvider.System);
        county.Add(Issued("W1", "")).ShouldBeTrue();
        county.Add(Issued("W2", "")).ShouldBeFalse();
        county.Add(Issued("W3", "W1")).ShouldBeTrue();
        county.Issued(2024).Select(row => row.WorkbookId).ShouldBe(["W1", "W3"]);
    }

    private static IssuedWorkbook Issued(string id, string after) => new()
    {
        Pack = "hebei",
        UnitCode = "201",
        UnitName = "财政局",
        Department = "2",
        Year = 2024,
        Step = "一上",
        WorkbookId = id,
        After = after,
        Path = $"issued/{id}.xlsx",
        Sha256 = id,
        At = DateTimeOffset.UnixEpoch,
    };

    private void Fill()
    {
        using var ledger = new SqliteLedger(Path, TimeProvider.System);
        using var county = new CountyLedger(Path, TimeProvider.System);
        var submission = new Submission { Id = "s1", SourcePath = "inbox/a.xlsx", Name = "a.xlsx" };
        ledger.Add(submission, "来");
        ledger.Save(
            submission with { State = SubmissionState.Drafted, Verdict = Domain.Findings.Verdict.Returned },
            [new Output { Submission = "s1", Kind = "note", FinalPath = "a.docx", Sha256 = "ab", ResultKey = "k" }], "退");
        county.Add(Issued("W1", ""));
        county.Add(new Waiver { Pack = "hebei", UnitCode = "201", Year = 2024, Step = "一上", Person = "王", Reason = "县长批示" });
        county.Add(new Reminder(2024, "一上", "201", new DateOnly(2024, 1, 1), "未报送"));
        county.Add(new Publication("201", 2024, "公开", new DateOnly(2024, 3, 1), "http", "王"));
    }

    private ChainVerdict Verify()
    {
        using var connection = LedgerFile.Open(Path);
        return ChainVerification.Verify(connection);
    }
}
