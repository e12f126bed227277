using System.Globalization;
using Dapper;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Ledger.Chain;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.County.Records;

/// <summary>
/// The county's side of the ledger: what was issued, waived, reminded and published. A connection of its own, so that a verb can look
/// while the worker runs. Every row that is added is told in the chain, in the same transaction.
/// </summary>
internal sealed class CountyLedger : IDisposable
{
    private readonly Lock _gate = new();
    private readonly string _file;
    private SqliteConnection _connection;
    private ulong? _number;
    private readonly TimeProvider _time;

    /// <param name="file">Path of the ledger; created when missing.</param>
    /// <param name="time">Clock of the entries.</param>
    public CountyLedger(string file, TimeProvider time)
    {
        (_file, _time) = (file, time);
        // the drop folder's side brings the tables up to date
        using (new SqliteLedger(file, time))
        {
        }

        _connection = LedgerFile.Open(file);
        _number = RegularFile.NumberOf(file);
    }

    /// <summary>Notes a workbook that is about to be put in place.</summary>
    /// <returns>False when the unit already has one of this step after the same predecessor: nothing is issued twice.</returns>
    public bool Add(IssuedWorkbook issued) => Append(
        ChainedTable.Issues,
        """
        INSERT OR IGNORE INTO issued (pack, unit_code, unit_name, department, year, step, workbook_id, after, path, sha256, at)
        VALUES (@Pack, @UnitCode, @UnitName, @Department, @Year, @Step, @WorkbookId, @After, @Path, @Sha256, @At)
        """, issued);

    /// <summary>Notes that an error may pass.</summary>
    public void Add(Waiver waiver) => Append(
        ChainedTable.Waivers,
        """
        INSERT INTO waiver (pack, unit_code, year, step, finding, message, expected, actual, person, reason, at)
        VALUES (@Pack, @UnitCode, @Year, @Step, @Finding, @Message, @Expected, @Actual, @Person, @Reason, @At)
        """, waiver);

    /// <summary>Notes that the clerk is content with an answer.</summary>
    /// <returns>False when that was noted before.</returns>
    public bool Add(AcceptedAnswer answer) => Append(
        ChainedTable.AcceptedAnswers,
        """
        INSERT OR IGNORE INTO answer_acceptance (submission, unit_code, year, step, finding, message, answer, person, at)
        VALUES (@Submission, @UnitCode, @Year, @Step, @Finding, @Message, @Answer, @Person, @At)
        """, answer);

    /// <summary>Notes that a unit was reminded.</summary>
    /// <returns>False when it was reminded of this step today already.</returns>
    public bool Add(Reminder reminder) => Append(
        ChainedTable.Reminders,
        "INSERT OR IGNORE INTO reminder (year, step, unit_code, day, state, at) VALUES (@Year, @Step, @UnitCode, @Day, @State, @At)",
        new { reminder.Year, reminder.Step, reminder.UnitCode, Day = Text(reminder.Day), reminder.State, At = _time.GetUtcNow() });

    /// <summary>Notes that a budget was published.</summary>
    public void Add(Publication publication) => Append(
        ChainedTable.Publications,
        """
        INSERT INTO publication (unit_code, year, step, day, place, person, at)
        VALUES (@UnitCode, @Year, @Step, @Day, @Place, @Person, @At)
        """,
        new
        {
            publication.UnitCode,
            publication.Year,
            publication.Step,
            Day = Text(publication.Day),
            publication.Place,
            publication.Person,
            At = _time.GetUtcNow(),
        });

    /// <summary>What was issued in a year, oldest first.</summary>
    public IReadOnlyList<IssuedWorkbook> Issued(int year) =>
        Query<IssuedWorkbook>("SELECT * FROM issued WHERE year = @year ORDER BY number", new { year });

    /// <summary>单位编码 of the unit that a workbook was issued to; null when it was not issued by the county.</summary>
    public string? IssuedTo(string workbookId) => workbookId.Length == 0 ? null
        : Query<string>("SELECT unit_code FROM issued WHERE workbook_id = @workbookId", new { workbookId }).SingleOrDefault();

    /// <summary>What counts as handed in of a year, oldest first.</summary>
    public IReadOnlyList<HandedIn> HandedIn(int year) =>
        Query<HandedIn>("SELECT * FROM handed_in WHERE year = @year AND unit_code IS NOT NULL ORDER BY number", new { year });

    /// <summary>试行规则。How often each rule on trial has fired in the returns of a year.</summary>
    public IReadOnlyList<TrialCount> Trials(int year) => TrialCounts.Sum(Query<string>(
        "SELECT trial_counts FROM handed_in WHERE year = @year AND trial_counts <> '' ORDER BY number", new { year }));

    /// <summary>What waits for the clerk, of a year: held and neither released nor dropped again.</summary>
    public IReadOnlyList<HandedIn> Held(int year) => Query<HandedIn>(
        """
        SELECT * FROM submission own
        WHERE hold IS NOT NULL AND is_trial = 0 AND year = @year AND state = 'Archived'
          AND NOT EXISTS (SELECT 1 FROM release WHERE release.submission = own.id)
          AND NOT EXISTS (SELECT 1 FROM submission later WHERE later.rowid > own.rowid AND later.sha256 = own.sha256)
        ORDER BY rowid
        """, new { year });

    /// <summary>The waivers of a unit's year, oldest first.</summary>
    public IReadOnlyList<Waiver> Waivers(string unitCode, int year) =>
        Query<Waiver>("SELECT * FROM waiver WHERE unit_code = @unitCode AND year = @year ORDER BY number", new { unitCode, year });

    /// <summary>All waivers of a year, oldest first.</summary>
    public IReadOnlyList<Waiver> Waivers(int year) =>
        Query<Waiver>("SELECT * FROM waiver WHERE year = @year ORDER BY number", new { year });

    /// <summary>The answers of a year that the clerk is content with, oldest first.</summary>
    public IReadOnlyList<AcceptedAnswer> AcceptedAnswers(int year) =>
        Query<AcceptedAnswer>("SELECT * FROM answer_acceptance WHERE year = @year ORDER BY number", new { year });

    /// <summary>The latest publication of each unit and step of a year.</summary>
    public IReadOnlyList<Publication> Publications(int year) =>
    [
        .. Query<PublicationRow>("SELECT * FROM publication WHERE year = @year ORDER BY number", new { year })
            .Select(row => new Publication(row.UnitCode, row.Year, row.Step, Day(row.Day), row.Place, row.Person)),
    ];

    /// <summary>How often each unit was reminded of a step, and when last.</summary>
    public IReadOnlyDictionary<string, (int Count, DateOnly Last)> Reminders(int year, string step) =>
        Query<(string Unit, long Count, string Last)>(
            "SELECT unit_code, count(*), max(day) FROM reminder WHERE year = @year AND step = @step GROUP BY unit_code",
                new { year, step })
            .ToDictionary(row => row.Unit, row => ((int)row.Count, Day(row.Last)), StringComparer.Ordinal);

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // the drop folder's side puts another file in the place of one that was deleted or damaged
    private void Follow()
    {
        if (RegularFile.NumberOf(_file) is not { } now || now == _number) return;
        var mended = LedgerFile.Open(_file);
        _connection.Dispose();
        (_connection, _number) = (mended, now);
    }

    /// <summary>Adds a row and tells it in the chain, in one transaction.</summary>
    /// <returns>False when the row was there already and was left out.</returns>
    public bool Append(ChainedTable table, string sql, object row)
    {
        lock (_gate)
        {
            Follow();
            // what is written to a file that is gone would be lost without a word
            if (!File.Exists(_file)) throw new FileNotFoundException(null, _file);
            using var transaction = _connection.BeginTransaction();
            if (_connection.Execute(sql, row, transaction) == 0) return false;
            var subject = _connection.ExecuteScalar($"SELECT {table.Key} FROM {table.Name} WHERE rowid = last_insert_rowid()",
                transaction: transaction);
            LedgerChain.Append(transaction, _time.GetUtcNow(), table, subject!);
            transaction.Commit();
            return true;
        }
    }

    /// <summary>Reads rows.</summary>
    public List<T> Query<T>(string sql, object parameters)
    {
        lock (_gate)
        {
            Follow();
            return _connection.Query<T>(sql, parameters).AsList();
        }
    }

    private sealed class PublicationRow
    {
        public string UnitCode { get; init; } = "";

        public int Year { get; init; }

        public string Step { get; init; } = "";

        public string Day { get; init; } = "";

        public string Place { get; init; } = "";

        public string Person { get; init; } = "";
    }
}
