using System.Data;
using System.Globalization;
using System.Text;
using Dapper;
using ExcelBudget.Workbooks.Tables;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Ledger.Chain;
using ExcelBudget.Worker.Prompt;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.County.Keeping;

/// <summary>
/// The runs of <c>ledger verify</c>, <c>ledger export</c> and <c>ledger backup</c>. All of them work while the worker runs.
/// </summary>
internal sealed class LedgerCommands(Terminal terminal, string file, TimeProvider time)
{
    // EPPlus holds a sheet in memory; the CSV has everything
    private const int MostRowsInWorkbook = 100_000;

    private static readonly (string Table, string Title)[] Exported =
    [
        ("submission", "报送"), ("transition", "报送经过"), ("output", "产出"), ("answer", "答复"), ("answer_acceptance", "认可答复"),
        ("issued", "下发"), ("waiver", "特批"),
        ("reminder", "催报"), ("publication", "公开"), ("access_token", "令牌"),
        ("access_revocation", "撤销令牌"), ("action_taken", "操作记录"), ("entry", "流水"),
    ];

    /// <summary>Checks every link and every row.</summary>
    /// <returns>The exit code.</returns>
    public int Verify() => With(connection =>
    {
        if (connection.ExecuteScalar<string>("PRAGMA integrity_check") is not "ok" and var damage)
            return Refuse($"台账文件已损坏：{damage}。请从备份恢复。", ExitCode.ErrorsFound);
        var verdict = ChainVerification.Verify(connection);
        if (verdict.Broken is { } broken) return Refuse($"台账核验不通过：{broken}", ExitCode.ErrorsFound);
        return Say($"台账核验通过：{verdict.Entries} 条流水首尾相接，各表与流水一致。");
    });

    /// <summary>Writes all tables as CSV and one workbook.</summary>
    /// <returns>The exit code.</returns>
    public int Export(string folder) => With(connection =>
    {
        var sheets = new List<TableSheet>();
        foreach (var (table, title) in Exported)
        {
            var (columns, rows) = Rows(connection, table);
            FileOperations.Replace(Path.GetFullPath(Path.Combine(folder, title + ".csv")), Csv(columns, rows));
            sheets.Add(Sheet(title, columns, rows));
        }

        var workbook = Path.GetFullPath(Path.Combine(folder, "台账.xlsx"));
        FileOperations.Replace(workbook, TableBookWriter.Write(new TableBook(sheets)));
        return Say($"已导出 {Exported.Length} 张表：{Path.GetFullPath(folder)}（CSV 各一份，另有 台账.xlsx）");
    });

    /// <summary>Writes a copy that stands by itself, also while others write.</summary>
    /// <param name="target">Path of the copy; a folder gets a name with the time.</param>
    /// <returns>The exit code.</returns>
    public int Backup(string target) => With(connection =>
    {
        var path = Path.GetFullPath(target);
        if (Directory.Exists(path))
            path = Path.Combine(path, $"台账备份 {time.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.db");
        if (Path.Exists(path)) return Refuse($"已有 {path}，没有覆盖。", ExitCode.NotDone);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = path + ".tmp";
        File.Delete(aside);
        connection.Execute("VACUUM INTO @aside", new { aside });
        FileOperations.Rename(aside, path);
        return Say($"已备份：{path}");
    });

    private int With(Func<SqliteConnection, int> act)
    {
        if (!File.Exists(file)) return Refuse($"没有台账：{file}", ExitCode.NotDone);
        try
        {
            // brings a ledger of an older program up to date
            using (new SqliteLedger(file, time))
            {
            }

            using var connection = LedgerFile.Open(file);
            return act(connection);
        }
        catch (LedgerVersionException newer)
        {
            return Refuse(newer.Message, ExitCode.NotDone);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            return Refuse($"台账打不开：{DiskTrouble.Sentence(fault)}。", ExitCode.NotDone);
        }
    }

    private static (string[] Columns, List<string[]> Rows) Rows(SqliteConnection connection, string table)
    {
        using var reader = connection.ExecuteReader($"SELECT * FROM {table}");
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, columns.Length)
                .Select(index => Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture) ?? "")]);
        }

        return (columns, rows);
    }

    private static byte[] Csv(string[] columns, List<string[]> rows)
    {
        var text = new StringBuilder().AppendJoin(',', columns).Append("\r\n");
        foreach (var row in rows) text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        // Excel takes a file without the mark for the system's own encoding
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A field as CSV; what a spreadsheet would take for a formula begins with an apostrophe.</summary>
    private static string Field(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static TableSheet Sheet(string title, string[] columns, List<string[]> rows) => new(
        title, [.. columns.Select(column => new TableColumn(column, 18))],
        [.. rows.TakeLast(MostRowsInWorkbook).Select(row => (IReadOnlyList<TableCell>)[.. row.Select(text => TableCell.Of(Cut(text)))])])
    {
        HasFilter = true,
    };

    // Excel's own limit of a cell
    private static string Cut(string text) => text.Length <= 32_000 ? text : text[..32_000];

    private int Say(string line)
    {
        terminal.Say(line);
        return ExitCode.Clean;
    }

    private int Refuse(string problem, int code)
    {
        terminal.Complain(problem);
        return code;
    }
}
