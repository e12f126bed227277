using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Ledger.Chain;

/// <summary>Writes entries of the chain, always inside the transaction that does what the entry tells.</summary>
internal static class LedgerChain
{
    /// <summary>Field of an entry for what the row itself does not say.</summary>
    public const string Note = "note";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Appends how a row stands now.</summary>
    /// <param name="transaction">An immediate transaction: nobody else can append between reading the last hash and writing this
    /// one.</param>
    /// <param name="at">When.</param>
    /// <param name="table">The row's table.</param>
    /// <param name="subject">The row's key.</param>
    /// <param name="note">What happened, in Chinese; empty when the row says it.</param>
    public static void Append(SqliteTransaction transaction, DateTimeOffset at, ChainedTable table, object subject, string note = "")
    {
        var fields = table.Row(transaction, subject);
        if (note.Length > 0) fields[Note] = note;
        Append(transaction, at, table.Kind, fields[table.Key], fields);
    }

    /// <summary>Appends how a row stood that was written before there was a chain.</summary>
    public static void Adopt(SqliteTransaction transaction, DateTimeOffset at, ChainedTable table)
    {
        foreach (var fields in table.Rows(transaction).ToArray())
        {
            fields[Note] = "台账升级时登记";
            Append(transaction, at, table.Kind, fields[table.Key], fields);
        }
    }

    private static void Append(
        SqliteTransaction transaction, DateTimeOffset at, string kind, string subject, SortedDictionary<string, string> fields)
    {
        var connection = transaction.Connection!;
        var last = connection.QuerySingleOrDefault<LedgerEntry>(
            "SELECT * FROM entry ORDER BY number DESC LIMIT 1", transaction: transaction);
        var (number, before) = ((last?.Number ?? 0) + 1, last?.Hash ?? "");
        var (when, body) = (at.ToString("O", CultureInfo.InvariantCulture), JsonSerializer.Serialize(fields, Options));
        connection.Execute(
            """
            INSERT INTO entry (number, at, kind, subject, body, before, hash)
            VALUES (@number, @when, @kind, @subject, @body, @before, @hash)
            """,
            new { number, when, kind, subject, body, before, hash = LedgerEntry.HashOf(number, when, kind, subject, body, before) },
            transaction);
    }
}
