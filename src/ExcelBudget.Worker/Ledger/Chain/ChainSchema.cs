using Dapper;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Ledger.Chain;

/// <summary>
/// The tables of the chain and of the county service, with a version of their own beside that of the drop folder's tables. All are
/// append-only: the database itself refuses to change or delete a row.
/// </summary>
internal static class ChainSchema
{
    private const string AppendOnly = "只能追加，不能修改或删除";

    /// <summary>What each version adds; a version that was written is never changed.</summary>
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE entry (
            number INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
            before TEXT NOT NULL, hash TEXT NOT NULL UNIQUE);
        CREATE INDEX entry_subject ON entry (kind, subject);
        CREATE TABLE issued (
            number INTEGER PRIMARY KEY AUTOINCREMENT, pack TEXT NOT NULL, unit_code TEXT NOT NULL, unit_name TEXT NOT NULL,
            department TEXT NOT NULL, year INTEGER NOT NULL, step TEXT NOT NULL, workbook_id TEXT NOT NULL UNIQUE, after TEXT NOT NULL,
            path TEXT NOT NULL, sha256 TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (unit_code, year, step, after));
        CREATE TABLE waiver (
            number INTEGER PRIMARY KEY AUTOINCREMENT, pack TEXT NOT NULL, unit_code TEXT NOT NULL, year INTEGER NOT NULL,
            step TEXT NOT NULL, finding TEXT NOT NULL, message TEXT NOT NULL, expected TEXT NOT NULL, actual TEXT NOT NULL,
            person TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL);
        CREATE INDEX waiver_unit ON waiver (unit_code, year, step);
        CREATE TABLE reminder (
            number INTEGER PRIMARY KEY AUTOINCREMENT, year INTEGER NOT NULL, step TEXT NOT NULL, unit_code TEXT NOT NULL,
                day TEXT NOT NULL,
            state TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (year, step, unit_code, day));
        CREATE TABLE publication (
            number INTEGER PRIMARY KEY AUTOINCREMENT, unit_code TEXT NOT NULL, year INTEGER NOT NULL, step TEXT NOT NULL,
                day TEXT NOT NULL,
            place TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL);
        CREATE INDEX publication_unit ON publication (unit_code, year, step);
        """,
        """
        CREATE TABLE access_token (
            number INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL UNIQUE, role TEXT NOT NULL, department TEXT NOT NULL,
            holder TEXT NOT NULL, at TEXT NOT NULL);
        CREATE TABLE access_revocation (
            number INTEGER PRIMARY KEY AUTOINCREMENT, token INTEGER NOT NULL UNIQUE REFERENCES access_token (number), at TEXT NOT NULL);
        CREATE TABLE action_taken (
            number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, token INTEGER NOT NULL,
            act TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL, request TEXT NOT NULL);
        """,
        """
        CREATE TABLE answer_acceptance (
            number INTEGER PRIMARY KEY AUTOINCREMENT, submission TEXT NOT NULL, unit_code TEXT NOT NULL, year INTEGER NOT NULL,
            step TEXT NOT NULL, finding TEXT NOT NULL, message TEXT NOT NULL, answer TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL,
            UNIQUE (unit_code, year, step, finding, answer));
        """,
    ];

    private static readonly string[] Guarded = ["entry", "issued", "waiver", "reminder", "publication",
        "access_token", "access_revocation", "action_taken", "answer_acceptance"];

    /// <summary>Creates the tables, or brings them up to date. Rows of a ledger from before the chain are adopted into it.</summary>
    /// <param name="transaction">The transaction that brings the whole ledger up to date.</param>
    /// <param name="at">When.</param>
    /// <exception cref="LedgerVersionException">A newer program wrote these tables.</exception>
    public static void Prepare(SqliteTransaction transaction, DateTimeOffset at)
    {
        var connection = transaction.Connection!;
        connection.Execute(
            "CREATE TABLE IF NOT EXISTS schema_part (name TEXT PRIMARY KEY, version INTEGER NOT NULL)", transaction: transaction);
        var found = connection.ExecuteScalar<long>(
            "SELECT coalesce(max(version), 0) FROM schema_part WHERE name = 'county'", transaction: transaction);
        if (found > Steps.Length) throw new LedgerVersionException(found, Steps.Length);
        if (found == Steps.Length) return;
        foreach (var step in Steps.Skip((int)found)) connection.Execute(step, transaction: transaction);
        foreach (var table in Guarded) Guard(transaction, table);
        connection.Execute("INSERT OR REPLACE INTO schema_part (name, version) VALUES ('county', @Length)", new { Steps.Length },
            transaction);
        if (found > 0) return;
        foreach (var table in ChainedTable.All.Where(table => table.IsIn(transaction))) LedgerChain.Adopt(transaction, at, table);
    }

    private static void Guard(SqliteTransaction transaction, string table)
    {
        foreach (var act in new[] { "UPDATE", "DELETE" })
        {
            transaction.Connection!.Execute(
                $"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.ToLowerInvariant()} BEFORE {act} ON {table} "
                    + $"BEGIN SELECT RAISE(ABORT, '{table} {AppendOnly}'); END",
                transaction: transaction);
        }
    }
}
