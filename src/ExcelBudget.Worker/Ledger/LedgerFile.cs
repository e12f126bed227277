using System.Globalization;
using Dapper;
using ExcelBudget.Worker.Files;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Ledger;

/// <summary>The SQLite file: opened, looked at, written out, mended.</summary>
internal static class LedgerFile
{
    private static ReadOnlySpan<byte> Head => "SQLite format 3\0"u8;

    /// <summary>Opens it: what was committed survives a power cut, and another program that has it is waited for.</summary>
    /// <param name="file">Path of the database file; its folder is made when missing.</param>
    public static SqliteConnection Open(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;");
        return connection;
    }

    /// <summary>The last backup of a ledger.</summary>
    public static string BackupOf(string file) => file + ".bak";

    /// <summary>Is it there and whole? With a connection all of it is read, else its head.</summary>
    public static bool IsSound(string file, SqliteConnection? connection)
    {
        // a share that is gone takes the ledger with it: that is no deletion, and nothing is to be made in its place
        if (Path.GetDirectoryName(file) is { } folder && !Directory.Exists(folder)) throw new DirectoryNotFoundException(folder);
        if (!File.Exists(file) || !HasHead(file)) return false;
        try
        {
            return connection is null || connection.ExecuteScalar<string>("PRAGMA quick_check(1)") == "ok";
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            return false;
        }
    }

    /// <summary>Hash of the last entry of the chain; null when there is none, or it cannot be read any more.</summary>
    public static string? LastEntry(SqliteConnection connection)
    {
        try
        {
            return connection.QueryFirstOrDefault<string>("SELECT hash FROM entry ORDER BY number DESC LIMIT 1");
        }
        catch (SqliteException)
        {
            // its file went with the share
            return null;
        }
    }

    /// <summary>True when the chain has an entry of this hash.</summary>
    public static bool Knows(SqliteConnection connection, string hash) =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM entry WHERE hash = @hash", new { hash }) > 0;

    /// <summary>Writes all that a connection can see to a file, replacing it when complete.</summary>
    public static void WriteOut(SqliteConnection connection, string file)
    {
        var aside = file + ".tmp";
        File.Delete(aside);
        connection.Execute("VACUUM INTO @aside", new { aside });
        FileOperations.MoveOver(aside, file);
    }

    /// <summary>
    /// Puts a sound file in the place of one that is gone or damaged: what the open connection still knows, else the last backup, else
    /// a new one. A damaged file is kept beside it.
    /// </summary>
    public static (SqliteConnection Connection, LedgerFileState State) Mend(string file, SqliteConnection connection)
    {
        var wasThere = File.Exists(file);
        var rescued = Rescue(connection, file + ".rescued");
        connection.Dispose();
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) SetAside(part);
        var state = LedgerFileState.Begun;
        if (rescued is not null) state = wasThere ? LedgerFileState.Repaired : LedgerFileState.Restored;
        else if (File.Exists(BackupOf(file))) state = LedgerFileState.FromBackup;
        if (rescued is not null) FileOperations.MoveOver(rescued, file);
        else if (state == LedgerFileState.FromBackup) FileOperations.CopyNew(BackupOf(file), file);
        return (Open(file), state);
    }

    private static bool HasHead(string file)
    {
        // a ledger nothing was written to yet is empty
        if (new FileInfo(file).Length == 0) return true;
        using var stream = FileOperations.OpenShared(file);
        Span<byte> head = stackalloc byte[16];
        return stream.ReadAtLeast(head, 16, throwOnEndOfStream: false) == 16 && head.SequenceEqual(Head);
    }

    private static string? Rescue(SqliteConnection connection, string file)
    {
        try
        {
            WriteOut(connection, file);
            using var rescued = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            rescued.Open();
            return rescued.ExecuteScalar<string>("PRAGMA quick_check(1)") == "ok" ? file : null;
        }
        catch (SqliteException)
        {
            // it cannot be read any more: the backup takes its place
            return null;
        }
    }

    private static void SetAside(string file)
    {
        if (!File.Exists(file)) return;
        var at = TimeProvider.System.GetLocalNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        FileOperations.Rename(file, $"{file}.损坏-{at}");
    }
}
