using Dapper;
using ExcelBudget.Worker.Ledger.Chain;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Ledger;

/// <summary>Tables of the ledger and their version.</summary>
internal static class LedgerSchema
{
    /// <summary>Version this program writes, kept in SQLite's user_version.</summary>
    public const long Version = 7;

    /// <summary>What each version adds; a version that was written is never changed.</summary>
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE submission (
            id TEXT PRIMARY KEY, state TEXT NOT NULL, source_path TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL,
            modified_ticks INTEGER NOT NULL, received_at TEXT NOT NULL, attempts INTEGER NOT NULL, sha256 TEXT, engine_version TEXT,
            verdict TEXT, reason TEXT, unit_code TEXT, unit_name TEXT, year INTEGER, archive_path TEXT);
        CREATE INDEX submission_open ON submission (id) WHERE state NOT IN ('Archived', 'Withdrawn');
        CREATE INDEX submission_content ON submission (sha256, engine_version);
        CREATE TABLE transition (
            number INTEGER PRIMARY KEY AUTOINCREMENT, submission TEXT NOT NULL REFERENCES submission (id), at TEXT NOT NULL,
            state TEXT NOT NULL, note TEXT NOT NULL);
        CREATE INDEX transition_submission ON transition (submission);
        CREATE TABLE output (
            submission TEXT NOT NULL REFERENCES submission (id), kind TEXT NOT NULL, final_path TEXT NOT NULL,
            final_key TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, result_key TEXT UNIQUE, PRIMARY KEY (submission, kind));
        """,
        """
        CREATE TABLE answer (
            number INTEGER PRIMARY KEY AUTOINCREMENT, pack TEXT NOT NULL, unit_code TEXT NOT NULL, year INTEGER NOT NULL,
            finding TEXT NOT NULL, text TEXT NOT NULL, expected TEXT NOT NULL, actual TEXT NOT NULL, at TEXT NOT NULL,
            submission TEXT NOT NULL REFERENCES submission (id));
        CREATE INDEX answer_finding ON answer (pack, unit_code, year, finding);
        """,
        """
        ALTER TABLE submission ADD COLUMN kind TEXT NOT NULL DEFAULT 'Workbook';
        ALTER TABLE submission ADD COLUMN pack TEXT;
        ALTER TABLE submission ADD COLUMN workbook TEXT REFERENCES submission (id);
        CREATE INDEX submission_accepted ON submission (unit_code, year) WHERE verdict = 'Accepted';
        """,
        """
        ALTER TABLE submission ADD COLUMN step TEXT NOT NULL DEFAULT '';
        ALTER TABLE submission ADD COLUMN workbook_id TEXT NOT NULL DEFAULT '';
        ALTER TABLE submission ADD COLUMN issued_at TEXT NOT NULL DEFAULT '';
        ALTER TABLE submission ADD COLUMN issued_after TEXT NOT NULL DEFAULT '';
        ALTER TABLE submission ADD COLUMN content TEXT NOT NULL DEFAULT '';
        ALTER TABLE submission ADD COLUMN changes TEXT NOT NULL DEFAULT '';
        ALTER TABLE submission ADD COLUMN department TEXT NOT NULL DEFAULT '';
        ALTER TABLE submission ADD COLUMN hold TEXT;
        ALTER TABLE submission ADD COLUMN is_trial INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE submission ADD COLUMN supersedes TEXT REFERENCES submission (id);
        ALTER TABLE submission ADD COLUMN parent TEXT REFERENCES submission (id);
        ALTER TABLE submission ADD COLUMN errors INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE submission ADD COLUMN warnings INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE submission ADD COLUMN open_questions INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX submission_key ON submission (unit_code, year, step);
        CREATE INDEX submission_workbook_id ON submission (workbook_id) WHERE workbook_id <> '';
        CREATE TABLE result_folder (
            pack TEXT NOT NULL, unit_code TEXT NOT NULL, year INTEGER NOT NULL, step TEXT NOT NULL, folder TEXT NOT NULL,
            folder_key TEXT NOT NULL UNIQUE, PRIMARY KEY (pack, unit_code, year, step));
        CREATE TABLE release (
            number INTEGER PRIMARY KEY AUTOINCREMENT, submission TEXT NOT NULL REFERENCES submission (id), sha256 TEXT NOT NULL,
            person TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL);
        CREATE INDEX release_content ON release (sha256);
        CREATE VIEW handed_in AS SELECT rowid AS number, * FROM submission WHERE is_trial = 0 AND hold IS NULL AND state <> 'Withdrawn';
        """,
        """
        ALTER TABLE submission ADD COLUMN trial_counts TEXT NOT NULL DEFAULT '';
        ALTER TABLE submission ADD COLUMN prepared_by TEXT NOT NULL DEFAULT '';
        ALTER TABLE submission ADD COLUMN reviewed_by TEXT NOT NULL DEFAULT '';
        ALTER TABLE submission ADD COLUMN headed_by TEXT NOT NULL DEFAULT '';
        DROP VIEW handed_in;
        CREATE VIEW handed_in AS SELECT rowid AS number, * FROM submission WHERE is_trial = 0 AND hold IS NULL AND state <> 'Withdrawn';
        """,
        """
        ALTER TABLE submission ADD COLUMN self_check TEXT NOT NULL DEFAULT '';
        DROP VIEW handed_in;
        CREATE VIEW handed_in AS SELECT rowid AS number, * FROM submission WHERE is_trial = 0 AND hold IS NULL AND state <> 'Withdrawn';
        """,
        """
        CREATE TABLE project_print (
            number INTEGER PRIMARY KEY, submission TEXT NOT NULL REFERENCES submission (id), pack TEXT NOT NULL, unit_code TEXT NOT NULL,
            year INTEGER NOT NULL, step TEXT NOT NULL, name TEXT NOT NULL, subject TEXT NOT NULL, goal BLOB NOT NULL,
            indicators INTEGER NOT NULL, amount TEXT, first_at TEXT NOT NULL);
        CREATE INDEX project_print_unit ON project_print (unit_code, year, pack, step);
        CREATE TABLE goal_band (
            band INTEGER NOT NULL, subject TEXT NOT NULL, print INTEGER NOT NULL REFERENCES project_print (number),
            PRIMARY KEY (band, subject, print)) WITHOUT ROWID;
        CREATE INDEX goal_band_print ON goal_band (print);
        """,
    ];

    /// <summary>Creates the tables in a new ledger; brings one of an older program up to date, all in one transaction.</summary>
    /// <param name="connection">The ledger.</param>
    /// <param name="at">When, for entries of the chain.</param>
    /// <exception cref="LedgerVersionException">A newer program wrote this ledger.</exception>
    public static void Prepare(SqliteConnection connection, DateTimeOffset at)
    {
        var found = connection.ExecuteScalar<long>("PRAGMA user_version");
        if (found > Version) throw new LedgerVersionException(found, Version);
        using var transaction = connection.BeginTransaction();
        if (found < Version)
            connection.Execute(string.Concat(Steps.Skip((int)found)) + $"PRAGMA user_version = {Version};", transaction: transaction);
        ChainSchema.Prepare(transaction, at);
        transaction.Commit();
    }
}
