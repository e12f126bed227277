using Dapper;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger.Chain;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Ledger;

/// <summary>What the ledger knows of results by pack, unit, year and step, and of files the clerk must look at.</summary>
internal sealed class ResultQueries(Func<SqliteConnection> connection, Lock gate)
{
    /// <summary>Two names that a Windows or Mac disk takes for one have the same key.</summary>
    public static string PathKey(string path) => SafeName.Normalised(path).ToUpperInvariant();

    /// <inheritdoc cref="ILedger.EarlierOutputs"/>
    public IReadOnlyList<Output> EarlierOutputs(Submission submission)
    {
        if (!submission.Counts || ResultKey.Of(submission) is not { } key) return [];
        var isAccepted = submission.Verdict == Domain.Findings.Verdict.Accepted;
        return Query<Output>(
            """
            SELECT output.* FROM output JOIN handed_in earlier ON earlier.id = output.submission
            WHERE earlier.number < (SELECT rowid FROM submission WHERE id = @Id) AND earlier.unit_code = @UnitCode AND earlier.year = @Year
              AND earlier.step = @Step AND coalesce(earlier.pack, @Pack) = @Pack
              AND ((output.final_path LIKE 'returned/%' AND (@isWorkbook = (earlier.kind = 'Workbook') OR (@isWorkbook AND @isAccepted)))
                OR (output.final_path LIKE 'accepted/%' AND @isAccepted AND (@isWorkbook OR earlier.kind = 'Note' OR output.kind =
                    'note')))
            ORDER BY output.rowid
            """,
            new
            {
                submission.Id,
                key.Pack,
                key.UnitCode,
                key.Year,
                key.Step,
                isAccepted,
                isWorkbook = submission.Kind == SubmissionKind.Workbook,
            });
    }

    /// <inheritdoc cref="ILedger.Current"/>
    public Submission? Current(ResultKey key) => Query<Submission>(
        """
        SELECT * FROM handed_in
        WHERE kind = 'Workbook' AND verdict = 'Accepted' AND state IN ('Published', 'Archived') AND coalesce(pack, @Pack) = @Pack
          AND unit_code = @UnitCode AND year = @Year AND step = @Step
        ORDER BY number DESC LIMIT 1
        """, new { key.Pack, key.UnitCode, key.Year, key.Step }).SingleOrDefault();

    /// <inheritdoc cref="ILedger.Earlier"/>
    public IReadOnlyList<Submission> Earlier(string unitCode, int year) => Query<Submission>(
        """
        SELECT * FROM handed_in
        WHERE kind = 'Workbook' AND verdict IN ('Accepted', 'Returned') AND state IN ('Published', 'Archived')
          AND unit_code = @unitCode AND year = @year
        ORDER BY number
        """, new { unitCode, year });

    /// <inheritdoc cref="ILedger.OfWorkbook"/>
    public IReadOnlyList<Submission> OfWorkbook(string workbookId) => workbookId.Length == 0 ? [] : Query<Submission>(
        """
        SELECT * FROM handed_in WHERE workbook_id = @workbookId AND unit_code IS NOT NULL AND state IN ('Published', 'Archived')
        ORDER BY number
        """, new { workbookId });

    /// <inheritdoc cref="ILedger.FolderOf"/>
    public string FolderOf(ResultKey key, IEnumerable<string> wanted)
    {
        lock (gate)
        {
            using var transaction = connection().BeginTransaction();
            if (Given(key, transaction) is { } given) return given;
            foreach (var folder in wanted)
            {
                var added = connection().Execute(
                    """
                    INSERT OR IGNORE INTO result_folder (pack, unit_code, year, step, folder, folder_key)
                    VALUES (@Pack, @UnitCode, @Year, @Step, @folder, @folderKey)
                    """,
                    new { key.Pack, key.UnitCode, key.Year, key.Step, folder, folderKey = PathKey(folder) }, transaction);
                if (added == 0) continue;
                transaction.Commit();
                return folder;
            }

            throw new InvalidOperationException($"No folder name is left for {key}");
        }
    }

    /// <inheritdoc cref="ILedger.Add(Release)"/>
    public void Add(Release release)
    {
        lock (gate)
        {
            using var transaction = connection().BeginTransaction();
            connection().Execute(
                "INSERT INTO release (submission, sha256, person, reason, at) VALUES (@Submission, @Sha256, @Person, @Reason, @At)",
                release, transaction);
            var number = connection().ExecuteScalar<long>("SELECT last_insert_rowid()", transaction: transaction);
            LedgerChain.Append(transaction, release.At, ChainedTable.Releases, number);
            transaction.Commit();
        }
    }

    /// <inheritdoc cref="ILedger.ReleaseOf"/>
    public Release? ReleaseOf(string sha256) =>
        Query<Release>("SELECT * FROM release WHERE sha256 = @sha256 ORDER BY number DESC LIMIT 1", new { sha256 }).SingleOrDefault();

    /// <inheritdoc cref="ILedger.Held"/>
    public IReadOnlyList<Submission> Held() => Query<Submission>(
        """
        SELECT * FROM submission own
        WHERE hold IS NOT NULL AND state = 'Archived'
          AND NOT EXISTS (SELECT 1 FROM release WHERE release.submission = own.id)
          AND NOT EXISTS (SELECT 1 FROM submission later WHERE later.rowid > own.rowid AND later.sha256 = own.sha256 AND later.state =
              'Archived')
        ORDER BY rowid
        """);

    private string? Given(ResultKey key, SqliteTransaction transaction) => connection().QuerySingleOrDefault<string>(
        "SELECT folder FROM result_folder WHERE pack = @Pack AND unit_code = @UnitCode AND year = @Year AND step = @Step",
        new { key.Pack, key.UnitCode, key.Year, key.Step }, transaction);

    private List<T> Query<T>(string sql, object? parameters = null)
    {
        lock (gate)
        {
            return connection().Query<T>(sql, parameters).AsList();
        }
    }
}
