using System.Data;
using System.Globalization;
using Dapper;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger.Chain;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Ledger;

/// <summary>The ledger in one SQLite file. Write-ahead log with full synchronisation: what was committed survives a power cut.</summary>
internal sealed class SqliteLedger : ILedger, ILedgerFile
{
    private readonly Lock _gate = new();
    private readonly string _file;
    private SqliteConnection _connection;
    private readonly ResultQueries _results;
    private readonly PrintQueries _prints;
    private readonly TimeProvider _time;
    private long _backedUp;
    private ulong? _number;

    static SqliteLedger()
    {
        SQLitePCL.Batteries_V2.Init();
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new InstantAsText());
    }

    /// <param name="file">Path of the database file; created when missing.</param>
    /// <param name="time">Clock for the transitions.</param>
    public SqliteLedger(string file, TimeProvider time)
    {
        _time = time;
        _file = file;
        _connection = LedgerFile.Open(file);
        _number = RegularFile.NumberOf(file);
        LedgerSchema.Prepare(_connection, time.GetUtcNow());
        _results = new ResultQueries(() => _connection, _gate);
        _prints = new PrintQueries(() => _connection, _gate);
    }

    /// <inheritdoc />
    public void Add(Submission submission, string note) => Commit(submission, note, transaction => _connection.Execute(
        """
        INSERT INTO submission (
            id, state, kind, source_path, name, size, modified_ticks, received_at, attempts, department, is_trial, parent)
        VALUES (@Id, @State, @Kind, @SourcePath, @Name, @Size, @ModifiedTicks, @ReceivedAt, @Attempts, @Department, @IsTrial, @Parent)
        """, Row(submission), transaction));

    /// <inheritdoc />
    public void Save(Submission submission, string note) => Commit(submission, note, transaction => Update(submission, transaction));

    /// <inheritdoc />
    public void Save(Submission submission, IReadOnlyList<Output> outputs, string note) => Commit(submission, note, transaction =>
    {
        Update(submission, transaction);
        _connection.Execute("DELETE FROM output WHERE submission = @Id", new { submission.Id }, transaction);
        foreach (var output in outputs)
        {
            _connection.Execute(
                """
                INSERT INTO output (submission, kind, final_path, final_key, sha256, result_key)
                VALUES (@Submission, @Kind, @FinalPath, @FinalKey, @Sha256, @ResultKey)
                """,
                new
                {
                    output.Submission,
                    output.Kind,
                    output.FinalPath,
                    FinalKey = Key(output.FinalPath),
                    output.Sha256,
                    output.ResultKey
                },
                transaction);
        }
    });

    /// <inheritdoc />
    public void Save(Submission submission, BudgetIdentity whose, IReadOnlyList<GivenAnswer> answers, string note) =>
        Commit(submission, note, transaction =>
    {
        Update(submission, transaction);
        foreach (var answer in answers) AddAnswer(submission, whose, answer, transaction);
    });

    /// <inheritdoc />
    public IReadOnlyList<GivenAnswer> Answers(BudgetIdentity whose) =>
    [
        .. Query<AnswerRow>(
            """
            SELECT finding, text, expected, actual FROM answer
            WHERE number IN (SELECT max(number) FROM answer WHERE pack = @Pack AND unit_code = @UnitCode AND year = @Year GROUP BY finding)
            ORDER BY number
            """, new { whose.Pack, whose.UnitCode, whose.Year })
            .Select(row => new GivenAnswer(row.Finding, row.Text, new AnsweredFigures(row.Expected, row.Actual))),
    ];

    /// <inheritdoc />
    public IReadOnlyList<Submission> Open() =>
        Query<Submission>("SELECT * FROM submission WHERE state NOT IN ('Archived', 'Withdrawn') ORDER BY rowid");

    /// <inheritdoc />
    public Submission? Find(string id) => Query<Submission>("SELECT * FROM submission WHERE id = @id", new { id }).SingleOrDefault();

    /// <inheritdoc />
    public IReadOnlyList<Output> Outputs(string submission) =>
        Query<Output>("SELECT * FROM output WHERE submission = @submission ORDER BY rowid", new { submission });

    /// <inheritdoc />
    public IReadOnlyList<Output> EarlierOutputs(Submission submission) => _results.EarlierOutputs(submission);

    /// <inheritdoc />
    public void Keep(Submission accepted, IReadOnlyList<ProjectPrint> prints) => _prints.Keep(accepted, prints);

    /// <inheritdoc />
    public IReadOnlyList<KnownProject> Known(BudgetIdentity whose, IReadOnlyList<ProjectPrint> prints) => _prints.Known(whose, prints);

    /// <inheritdoc />
    public Submission? Current(ResultKey key) => _results.Current(key);

    /// <inheritdoc />
    public IReadOnlyList<Submission> Earlier(string unitCode, int year) => _results.Earlier(unitCode, year);

    /// <inheritdoc />
    public IReadOnlyList<Submission> OfWorkbook(string workbookId) => _results.OfWorkbook(workbookId);

    /// <inheritdoc />
    public string FolderOf(ResultKey key, IEnumerable<string> wanted) => _results.FolderOf(key, wanted);

    /// <inheritdoc />
    public void Add(Release release) => _results.Add(release);

    /// <inheritdoc />
    public Release? ReleaseOf(string sha256) => _results.ReleaseOf(sha256);

    /// <inheritdoc />
    public IReadOnlyList<Submission> Held() => _results.Held();

    /// <inheritdoc />
    public Submission? FirstResult(string sha256, string engineVersion, string? workbook = null) => Query<Submission>(
        """
        SELECT * FROM submission
        WHERE sha256 = @sha256 AND engine_version = @engineVersion AND workbook IS @workbook AND state IN ('Drafted', 'Published',
            'Archived')
          AND is_trial = 0 AND hold IS NULL
          AND coalesce(reason, '') NOT IN ('duplicate', 'internal_error', 'no_workbook', 'unit_unclear', 'wrong_folder')
        ORDER BY rowid LIMIT 1
        """, new { sha256, engineVersion, workbook }).SingleOrDefault();

    /// <inheritdoc />
    public IReadOnlyList<Submission> AcceptedWorkbooks() => Query<Submission>(
        """
        SELECT own.* FROM handed_in own
        WHERE own.kind = 'Workbook' AND own.verdict = 'Accepted' AND own.state = 'Archived' AND own.unit_code IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM handed_in later
            WHERE later.kind = 'Workbook' AND later.verdict = 'Accepted' AND later.state = 'Archived' AND later.number > own.number
              AND later.unit_code = own.unit_code AND later.year = own.year AND later.step = own.step
              AND coalesce(later.pack, own.pack, '') = coalesce(own.pack, later.pack, ''))
        ORDER BY own.number
        """);

    /// <inheritdoc />
    public Submission? AcceptedNote(BudgetIdentity whose) => Query<Submission>(
        """
        SELECT * FROM handed_in
        WHERE kind = 'Note' AND verdict = 'Accepted' AND state = 'Archived' AND pack = @Pack AND unit_code = @UnitCode AND year = @Year
        ORDER BY number DESC LIMIT 1
        """, new { whose.Pack, whose.UnitCode, whose.Year }).SingleOrDefault();

    /// <inheritdoc />
    public bool IsTaken(string finalPath) =>
        Query<long>("SELECT count(*) FROM output WHERE final_key = @key", new { key = Key(finalPath) }).Single() > 0;

    /// <inheritdoc />
    public LedgerFileState Look(bool thoroughly)
    {
        lock (_gate)
        {
            var isExchanged = RegularFile.NumberOf(_file) is { } now && _number is { } opened && now != opened;
            if (isExchanged && LedgerFile.IsSound(_file, null)) return Exchanged();
            if (LedgerFile.IsSound(_file, thoroughly ? _connection : null)) return LedgerFileState.Sound;
            var (connection, state) = LedgerFile.Mend(_file, _connection);
            return Use(connection, state);
        }
    }

    /// <summary>
    /// Another file stands there: one that knows our last entry, as when a share came back, is ours and nothing is lost.
    /// </summary>
    private LedgerFileState Exchanged()
    {
        var last = LedgerFile.LastEntry(_connection);
        _connection.Dispose();
        Use(LedgerFile.Open(_file), LedgerFileState.Exchanged);
        return last is not null && LedgerFile.Knows(_connection, last) ? LedgerFileState.Sound : LedgerFileState.Exchanged;
    }

    private LedgerFileState Use(SqliteConnection connection, LedgerFileState state)
    {
        LedgerSchema.Prepare(connection, _time.GetUtcNow());
        _connection = connection;
        _number = RegularFile.NumberOf(_file);
        return state;
    }

    /// <inheritdoc />
    public void BackUp()
    {
        lock (_gate)
        {
            var changes = _connection.ExecuteScalar<long>("SELECT total_changes()");
            if (changes == _backedUp) return;
            LedgerFile.WriteOut(_connection, LedgerFile.BackupOf(_file));
            _backedUp = changes;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private static string Key(string path) => ResultQueries.PathKey(path);

    private static object Row(Submission it) => new
    {
        it.Id,
        State = it.State.ToString(),
        Kind = it.Kind.ToString(),
        it.SourcePath,
        it.Name,
        it.Size,
        it.ModifiedTicks,
        it.ReceivedAt,
        it.Attempts,
        it.Sha256,
        it.EngineVersion,
        Verdict = it.Verdict?.ToString(),
        it.Reason,
        it.Pack,
        it.UnitCode,
        it.UnitName,
        it.Year,
        it.Workbook,
        it.ArchivePath,
        it.Step,
        it.WorkbookId,
        it.IssuedAt,
        it.IssuedAfter,
        it.Content,
        it.Changes,
        it.Department,
        it.Hold,
        it.IsTrial,
        it.Supersedes,
        it.Errors,
        it.Warnings,
        it.OpenQuestions,
        it.Parent,
        it.TrialCounts,
        it.PreparedBy,
        it.ReviewedBy,
        it.HeadedBy,
        it.SelfCheck,
    };

    private void Update(Submission submission, SqliteTransaction transaction) => _connection.Execute(
        """
        UPDATE submission SET state = @State, size = @Size, modified_ticks = @ModifiedTicks, attempts = @Attempts, sha256 = @Sha256,
            engine_version = @EngineVersion, verdict = @Verdict, reason = @Reason, pack = @Pack, unit_code = @UnitCode,
            unit_name = @UnitName, year = @Year, workbook = @Workbook, archive_path = @ArchivePath,
            step = @Step, workbook_id = @WorkbookId,
            issued_at = @IssuedAt, issued_after = @IssuedAfter, content = @Content, changes = @Changes, department = @Department,
            hold = @Hold, supersedes = @Supersedes, errors = @Errors, warnings = @Warnings, open_questions = @OpenQuestions,
            trial_counts = @TrialCounts, prepared_by = @PreparedBy, reviewed_by = @ReviewedBy, headed_by = @HeadedBy,
            self_check = @SelfCheck
        WHERE id = @Id
        """, Row(submission), transaction);

    // one statement, so that a check repeated after a crash adds nothing
    private void AddAnswer(Submission submission, BudgetIdentity whose, GivenAnswer answer, SqliteTransaction transaction)
    {
        var added = _connection.Execute(
        """
        INSERT INTO answer (pack, unit_code, year, finding, text, expected, actual, at, submission)
        SELECT @Pack, @UnitCode, @Year, @Key, @Text, @Expected, @Actual, @At, @Id
        WHERE NOT EXISTS (SELECT 1 FROM answer WHERE submission = @Id AND finding = @Key AND text = @Text AND expected =
            @Expected AND actual = @Actual)
        """,
        new
        {
            whose.Pack,
            whose.UnitCode,
            whose.Year,
            answer.Key,
            answer.Text,
            answer.Figures.Expected,
            answer.Figures.Actual,
            At = _time.GetUtcNow(),
            submission.Id,
        },
        transaction);
        if (added == 0) return;
        var number = _connection.ExecuteScalar<long>("SELECT last_insert_rowid()", transaction: transaction);
        LedgerChain.Append(transaction, _time.GetUtcNow(), ChainedTable.Answers, number);
    }

    private void Commit(Submission submission, string note, Action<SqliteTransaction> action)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            action(transaction);
            _connection.Execute(
                "INSERT INTO transition (submission, at, state, note) VALUES (@Id, @At, @State, @note)",
                new { submission.Id, At = _time.GetUtcNow(), State = submission.State.ToString(), note },
                transaction);
            LedgerChain.Append(transaction, _time.GetUtcNow(), ChainedTable.Submissions, submission.Id, note);
            transaction.Commit();
        }
    }

    private List<T> Query<T>(string sql, object? parameters = null)
    {
        lock (_gate)
        {
            return _connection.Query<T>(sql, parameters).AsList();
        }
    }

    /// <summary>A row of the table answer.</summary>
    private sealed class AnswerRow
    {
        public string Finding { get; init; } = "";

        public string Text { get; init; } = "";

        public string Expected { get; init; } = "";

        public string Actual { get; init; } = "";
    }

    private sealed class InstantAsText : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = value.ToString("O", CultureInfo.InvariantCulture);

        public override DateTimeOffset Parse(object value) => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture);
    }
}
