using Dapper;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Ledger;

/// <summary>Opens the file of the ledger. Write-ahead log with full synchronisation: what was committed survives a power cut.</summary>
internal static class LedgerFile
{
    /// <summary>Opens for reading and writing; several programs may have it open.</summary>
    /// <param name="file">Path of the database file; its folder is made when missing.</param>
    public static SqliteConnection Open(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;");
        return connection;
    }
}
