using System.Data;
using System.Globalization;
using Dapper;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Files;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Ledger;

/// <summary>The ledger in one SQLite file. Write-ahead log with full synchronisation: what was committed survives a power cut.</summary>
internal sealed class SqliteLedger : ILedger
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;

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
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        _connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;");
        LedgerSchema.Prepare(_connection);
    }

    /// <inheritdoc />
    public void Add(Submission submission, string note) => Commit(submission, note, transaction => _connection.Execute(
        """
        INSERT INTO submission (id, state, kind, source_path, name, size, modified_ticks, received_at, attempts)
        VALUES (@Id, @State, @Kind, @SourcePath, @Name, @Size, @ModifiedTicks, @ReceivedAt, @Attempts)
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
    public IReadOnlyList<Output> EarlierOutputs(Submission submission, string folder) => Query<Output>(
        """
        SELECT output.* FROM output JOIN submission ON submission.id = output.submission
        WHERE substr(output.final_key, 1, length(@start)) = @start
          AND submission.rowid < (SELECT rowid FROM submission WHERE id = @Id)
          AND (@isWorkbook OR submission.kind = 'Note' OR output.kind = 'note')
        ORDER BY output.rowid
        """, new { submission.Id, isWorkbook = submission.Kind == SubmissionKind.Workbook, start = Key(folder + "/") });

    /// <inheritdoc />
    public Submission? FirstResult(string sha256, string engineVersion, string? workbook = null) => Query<Submission>(
        """
        SELECT * FROM submission
        WHERE sha256 = @sha256 AND engine_version = @engineVersion
          AND workbook IS @workbook AND state IN ('Drafted', 'Published', 'Archived')
          AND coalesce(reason, '') NOT IN ('duplicate', 'internal_error', 'no_workbook', 'unit_unclear')
        ORDER BY rowid LIMIT 1
        """, new { sha256, engineVersion, workbook }).SingleOrDefault();

    /// <inheritdoc />
    public IReadOnlyList<Submission> AcceptedWorkbooks() => Query<Submission>(
        """
        SELECT own.* FROM submission own
        WHERE own.kind = 'Workbook' AND own.verdict = 'Accepted' AND own.state = 'Archived' AND own.unit_code IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM submission later
            WHERE later.kind = 'Workbook' AND later.verdict = 'Accepted' AND later.state = 'Archived' AND later.rowid > own.rowid
              AND later.unit_code = own.unit_code AND later.year = own.year
              AND coalesce(later.pack, own.pack, '') = coalesce(own.pack, later.pack, ''))
        ORDER BY own.rowid
        """);

    /// <inheritdoc />
    public Submission? AcceptedNote(BudgetIdentity whose) => Query<Submission>(
        """
        SELECT * FROM submission
        WHERE kind = 'Note' AND verdict = 'Accepted' AND state = 'Archived' AND pack = @Pack AND unit_code = @UnitCode AND year = @Year
        ORDER BY rowid DESC LIMIT 1
        """, new { whose.Pack, whose.UnitCode, whose.Year }).SingleOrDefault();

    /// <inheritdoc />
    public bool IsTaken(string finalPath) =>
        Query<long>("SELECT count(*) FROM output WHERE final_key = @key", new { key = Key(finalPath) }).Single() > 0;

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    // two names that a Windows or Mac disk takes for one must not both be given out
    private static string Key(string path) => SafeName.Normalised(path).ToUpperInvariant();

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
    };

    private void Update(Submission submission, SqliteTransaction transaction) => _connection.Execute(
        """
        UPDATE submission SET state = @State, size = @Size, modified_ticks = @ModifiedTicks, attempts = @Attempts, sha256 = @Sha256,
            engine_version = @EngineVersion, verdict = @Verdict, reason = @Reason, pack = @Pack,
            unit_code = @UnitCode, unit_name = @UnitName, year = @Year, workbook = @Workbook, archive_path = @ArchivePath
        WHERE id = @Id
        """, Row(submission), transaction);

    // one statement, so that a check repeated after a crash adds nothing
    private void AddAnswer(Submission submission, BudgetIdentity whose, GivenAnswer answer, SqliteTransaction transaction) =>
        _connection.Execute(
        """
        INSERT INTO answer (pack, unit_code, year, finding, text, expected, actual, at, submission)
        SELECT @Pack, @UnitCode, @Year, @Key, @Text, @Expected, @Actual, @At, @Id
        WHERE NOT EXISTS (
            SELECT 1 FROM answer WHERE submission = @Id AND finding = @Key AND text = @Text AND expected = @Expected AND actual = @Actual)
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
