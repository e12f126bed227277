using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Ledger.Chain;

/// <summary>What became of checking a ledger.</summary>
/// <param name="Entries">How many entries fit.</param>
/// <param name="Broken">What is wrong, in Chinese, with the first broken entry or row; null when everything fits.</param>
internal sealed record ChainVerdict(long Entries, string? Broken);

/// <summary>
/// 核验台账。Walks the chain from its first entry, then holds every row of the tables against the last entry that tells of it.
/// </summary>
internal static class ChainVerification
{
    // columns that a later program adds to rows it did not write
    private static readonly HashSet<string> Defaults = ["", "0"];

    /// <summary>Checks an open ledger.</summary>
    public static ChainVerdict Verify(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var last = new Dictionary<(string Kind, string Subject), LedgerEntry>();
        var (number, hash) = (0L, "");
        var entries = connection.Query<LedgerEntry>("SELECT * FROM entry ORDER BY number", transaction: transaction, buffered: false);
        foreach (var entry in entries)
        {
            if (Fault(entry, number, hash) is { } fault) return new(number, fault);
            (number, hash) = (entry.Number, entry.Hash);
            last[(entry.Kind, entry.Subject)] = entry;
        }

        var broken = ChainedTable.All.Where(table => table.IsIn(transaction)).Select(table => Fault(transaction, table, last));
        return new(number, broken.FirstOrDefault(fault => fault is not null));
    }

    private static string? Fault(LedgerEntry entry, long number, string hash)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"第 {entry.Number} 条流水（{entry.At}，{entry.Kind} {entry.Subject}）");
        if (entry.Number != number + 1)
            return string.Create(CultureInfo.InvariantCulture, $"第 {number + 1} 条流水不见了，后面接的是第 {entry.Number} 条。");
        if (entry.Before != hash) return $"{where}与前一条接不上：前一条被改动或替换过。";
        return entry.Expected == entry.Hash ? null : $"{where}的内容被改动过，与它的校验值不符。";
    }

    private static string? Fault(
        SqliteTransaction transaction, ChainedTable table, Dictionary<(string Kind, string Subject), LedgerEntry> last)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows(transaction))
        {
            if (!last.TryGetValue((table.Kind, row[table.Key]), out var entry))
                return $"表 {table.Name} 的 {row[table.Key]} 没有流水：这一行是后来加进去的。";
            if (Fault(table, row, entry) is { } fault) return fault;
            seen.Add(row[table.Key]);
        }

        var lost = last.Keys.FirstOrDefault(pair => pair.Kind == table.Kind && !seen.Contains(pair.Subject));
        return lost.Subject is null ? null : $"表 {table.Name} 少了 {lost.Subject}：流水里有，表里没有了。";
    }

    private static string? Fault(ChainedTable table, SortedDictionary<string, string> row, LedgerEntry entry)
    {
        var noted = JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Body)!;
        noted.Remove(LedgerChain.Note);
        foreach (var field in row.Keys.Union(noted.Keys))
        {
            var (now, then) = (row.GetValueOrDefault(field, ""), noted.GetValueOrDefault(field, ""));
            if (now == then || (!noted.ContainsKey(field) && Defaults.Contains(now))) continue;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"表 {table.Name} 的 {row[table.Key]} 被改动过：{field} 现为“{now}”，第 {entry.Number} 条流水记的是“{then}”。");
        }

        return null;
    }
}
