using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Ledger.Chain;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Tests.Ledger;

public sealed class SqliteLedgerTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Submission_Stored_IsReadBackAlikeAfterReopening()
    {
        var submission = Submission("1") with
        {
            State = SubmissionState.Checked,
            Attempts = 2,
            Sha256 = "ab",
            EngineVersion = "规则一",
            Verdict = Verdict.Returned,
            Reason = "damaged",
            Pack = "hebei",
            UnitCode = "201",
            UnitName = "县委办公室",
            Year = 2023,
            ArchivePath = "archive/x",
        };
        using (var ledger = Open())
        {
            ledger.Add(Submission("1"), "来");
            ledger.Save(submission, "改");
        }

        using var again = Open();
        again.Find("1").ShouldBe(submission);
        again.Open().ShouldBe([submission]);
    }

    [Fact]
    public void SettledSubmissions_AreNotOpen()
    {
        using var ledger = Open();
        ledger.Add(Submission("1") with { State = SubmissionState.Archived }, "");
        ledger.Add(Submission("2") with { State = SubmissionState.Withdrawn }, "");
        ledger.Open().ShouldBeEmpty();
    }

    [Fact]
    public void SecondOutput_OfTheSameResult_IsRefusedAndNothingOfItIsStored()
    {
        using var ledger = Open();
        ledger.Add(Submission("1"), "");
        ledger.Add(Submission("2"), "");
        ledger.Save(Submission("1"), [Output("1", "a.docx", "key")], "");
        Should.Throw<SqliteException>(
            () => ledger.Save(Submission("2") with { State = SubmissionState.Drafted }, [Output("2", "b.docx", "key")], ""));
        ledger.Find("2")!.State.ShouldBe(SubmissionState.Claimed);
        ledger.IsTaken("b.docx").ShouldBeFalse();
    }

    [Fact]
    public void FinalPath_InOtherCase_IsTaken()
    {
        using var ledger = Open();
        ledger.Add(Submission("1"), "");
        ledger.Save(Submission("1"), [Output("1", "returned/Budget.xlsx", null)], "");
        ledger.IsTaken("RETURNED/BUDGET.XLSX").ShouldBeTrue();
    }

    [Fact]
    public void Answers_GivenAgain_AreHistoryAndTheLatestCounts()
    {
        var whose = new BudgetIdentity("hebei", "201", "县委办公室", 2023);
        using var ledger = Open();
        ledger.Add(Submission("1"), "");
        ledger.Add(Submission("2"), "");
        ledger.Save(Submission("1"), whose, [Answer("k", "已核对"), Answer("k2", "无")], "");
        ledger.Save(Submission("2"), whose, [Answer("k", "已改正")], "");
        ledger.Save(Submission("2"), whose, [Answer("k", "已改正")], "again after a crash");

        ledger.Answers(whose).ShouldBe([Answer("k2", "无"), Answer("k", "已改正")]);
        ledger.Answers(whose with { Year = 2024 }).ShouldBeEmpty();
        ledger.Answers(whose with { UnitCode = "202" }).ShouldBeEmpty();
        Scalar("SELECT count(*) FROM answer").ShouldBe(3);
        Scalar("SELECT count(*) FROM answer WHERE at <> '' AND submission = '2'").ShouldBe(1);
    }

    [Fact]
    public void LedgerOfVersionOne_IsBroughtUpToDateWithAllItHolds()
    {
        _temp.Write("ledger.db", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Ledger", "version1.db")));
        Scalar("PRAGMA user_version").ShouldBe(1);
        using var ledger = Open();

        Scalar("PRAGMA user_version").ShouldBe(LedgerSchema.Version);
        // the ledger of a whole run of the program before answers were kept: five workbooks, one of them returned
        var submission = ledger.Find("20261121-134034-000002-b65c1e").ShouldNotBeNull();
        (submission.State, submission.Verdict, submission.UnitCode).ShouldBe((SubmissionState.Archived, Verdict.Returned, "201"));
        ledger.Outputs(submission.Id).Count.ShouldBe(3);
        (Scalar("SELECT count(*) FROM submission"), Scalar("SELECT count(*) FROM output"), Scalar("SELECT count(*) FROM answer"))
            .ShouldBe((5, 14, 0));
        var whose = new BudgetIdentity("hebei", "201", "县委办公室", 2023);
        ledger.Save(submission, whose, [Answer("k", "已核对")], "");
        ledger.Answers(whose).ShouldHaveSingleItem().Text.ShouldBe("已核对");
    }

    [Fact]
    public void LedgerOfVersionOne_BroughtUpToDate_KnowsItsWorkbooksForNotes()
    {
        _temp.Write("ledger.db", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Ledger", "version1.db")));
        using var ledger = Open();
        Scalar("SELECT count(*) FROM submission WHERE kind = 'Workbook' AND pack IS NULL AND workbook IS NULL").ShouldBe(5);
        var accepted = ledger.AcceptedWorkbooks();
        accepted.Count.ShouldBe(
            (int)Scalar("SELECT count(DISTINCT unit_code || year) FROM submission WHERE verdict = 'Accepted' AND state = 'Archived'"));
        accepted.ShouldNotBeEmpty();

        // the first workbook of today's program takes the place of the one whose pack is not known
        ledger.Add(Submission("9"), "");
        ledger.Save(Accepted("9") with { UnitCode = accepted[0].UnitCode, Year = accepted[0].Year, Pack = "hebei" }, "");
        ledger.AcceptedWorkbooks().Select(submission => submission.Id)
            .ShouldBe([.. accepted.Skip(1).Select(submission => submission.Id), "9"]);
    }

    [Fact]
    public void AcceptedWorkbooks_AreTheLatestOfEachPackUnitAndYear()
    {
        using var ledger = Open();
        Submission[] all =
        [
            Accepted("1"), Accepted("2"), Accepted("3") with { Year = 2024 }, Accepted("4") with { UnitCode = "202" },
                Accepted("5") with { Pack = "qinghai" },
            Accepted("6") with { Verdict = Verdict.Returned }, Accepted("7") with { State = SubmissionState.Published },
                Accepted("8") with { Kind = SubmissionKind.Note },
        ];
        foreach (var submission in all)
        {
            ledger.Add(submission, "");
            ledger.Save(submission, "");
        }

        ledger.AcceptedWorkbooks().Select(submission => submission.Id).ShouldBe(["2", "3", "4", "5"]);
        ledger.AcceptedNote(new BudgetIdentity("hebei", "201", "县委办公室", 2023))!.Id.ShouldBe("8");
    }

    [Fact]
    public void FirstResult_OfANote_IsThatOfTheSameWorkbook()
    {
        using var ledger = Open();
        ledger.Add(Submission("0"), "");
        var note = Accepted("1") with { Kind = SubmissionKind.Note, Workbook = "0", Sha256 = "ab", EngineVersion = "规则一" };
        ledger.Add(note, "");
        ledger.Save(note, "");
        ledger.FirstResult("ab", "规则一", "0").ShouldBe(note);
        ledger.FirstResult("ab", "规则一", "9").ShouldBeNull();
        ledger.FirstResult("ab", "规则一").ShouldBeNull();
    }

    [Fact]
    public void LedgerOfANewerProgram_IsNotTouched()
    {
        Open().Dispose();
        using (var connection = new SqliteConnection($"Data Source={_temp.In("ledger.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Should.Throw<LedgerVersionException>(Open).Message.ShouldContain("99");
    }

    private static Submission Submission(string id) => new()
    {
        Id = id,
        State = SubmissionState.Claimed,
        SourcePath = "inbox/预算.xlsx",
        Name = "预算.xlsx",
        Size = 5,
        ModifiedTicks = 7,
        ReceivedAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)),
    };

    private static Submission Accepted(string id) =>
        Submission(id) with
        {
            State = SubmissionState.Archived,
            Verdict = Verdict.Accepted,
            Pack = "hebei",
            UnitCode = "201",
            Year =
        2023
        };

    private static Output Output(string submission, string path, string? key) =>
        new() { Submission = submission, Kind = "note", FinalPath = path, Sha256 = "00", ResultKey = key };

    private static GivenAnswer Answer(string key, string text) => new(key, text, new AnsweredFigures("1.00", "2.00"));

    private long Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_temp.In("ledger.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private SqliteLedger Open() => new(_temp.In("ledger.db"), TimeProvider.System);
}
