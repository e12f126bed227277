using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Money;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Values;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>A dataset in one xlsx, a sheet per table.</summary>
internal static class DatasetWorkbook
{
    private const string Unreadable = "打不开。请确认文件没有被其他程序占用，并且有读取权限。";

    /// <summary>The bureau's own data, of a whole county: larger than what a department drops, and still no bomb.</summary>
    private static readonly PackageLimits Limits = PackageLimits.Default with
    {
        FileBytes = 512L << 20,
        EntryBytes = 512 << 20,
        TotalBytes = 1L << 30,
        Rows = CellReference.MaxRow,
        Columns = CellReference.MaxColumn,
        Cells = 20_000_000,
    };

    /// <summary>
    /// Reads the sheets named like a table; other sheets that hold anything get a warning. Null, with the fault, when it is no workbook.
    /// </summary>
    public static RawDataset? Read(string path, TableFamily family, FaultLog faults)
    {
        var file = Path.GetFileName(path);
        try
        {
            var opened = WorkbookGuard.Open(Bytes(path), Limits);
            if (opened.IsReadable) return new(Tables(file, opened.Package.Content, family, faults), table => Name(file, table.Name));
            faults.Error(new(file), $"不能作为 Excel 工作簿（.xlsx）读取：{Why(opened.Reason)}。请在 Excel 中打开，去掉密码，另存为 .xlsx。");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            faults.Error(new(file), Unreadable);
        }

        return null;
    }

    // Excel keeps a file open for writing while somebody looks at it
    private static byte[] Bytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Why(UnreadableReason reason) => reason.Code == UnreadableReason.OldBinaryFormat.Code
        ? "是旧版格式 .xls，或者加密了"
        : reason.Detail.Length > 0 ? $"{reason.Problem}（{reason.Detail}）" : reason.Problem;

    private static Dictionary<string, Func<RawTable>> Tables(
        string file, FlatWorkbook book, TableFamily family, FaultLog faults)
    {
        var tables = new Dictionary<string, Func<RawTable>>(StringComparer.Ordinal);
        foreach (var sheet in book.Sheets)
        {
            if (TableFamily.IsGuide(sheet.Name)) continue;
            var table = new RawTable(Name(file, sheet.Name), Rows(sheet, book.Date1904)) { IsSheet = true };
            if (family.Find(sheet.Name) is { } schema) tables[schema.Name] = () => table;
            else if (table.Rows.Any())
            {
                faults.Warn(new(table.File),
                    $"不是{family.Title}的表，已忽略。可用的工作表名：{string.Join("、", family.Tables.Select(known => known.Name))}。");
            }
        }

        return tables;
    }

    private static string Name(string file, string sheet) => $"{file}›{sheet}";

    private static IEnumerable<RawRow> Rows(FlatSheet sheet, bool date1904)
    {
        for (var line = 1; line <= sheet.LastRow; line++)
        {
            var row = new RawRow(line, Cells(sheet.Row(line), date1904));
            if (!row.IsBlank) yield return row;
        }
    }

    private static RawCell[] Cells(ReadOnlySpan<FlatCell> filled, bool date1904)
    {
        if (filled.IsEmpty) return [];
        var cells = new RawCell[filled[^1].Column];
        Array.Fill(cells, RawCell.Blank);
        foreach (var cell in filled) cells[cell.Column - 1] = Cell(cell, date1904);
        return cells;
    }

    private static RawCell Cell(FlatCell cell, bool date1904) => cell.Kind switch
    {
        _ when cell.HasFormula && !cell.HasCachedValue => new("", Kind: RawCellKind.NotCalculated),
        FlatCellKind.Error => new(cell.Text, Kind: RawCellKind.Error),
        FlatCellKind.Boolean => new(cell.Text == "TRUE" ? "true" : "false"),
        FlatCellKind.Number when cell is { Number: { } serial, IsDateFormat: true } && Day(serial, date1904) is { } day =>
            new(day, Kind: RawCellKind.Date),
        FlatCellKind.Number when cell.Number is { } number => Number(number, cell.Format ?? ""),
        _ => new(cell.Text),
    };

    private static RawCell Number(decimal number, string format)
    {
        // beyond 15 digits a worksheet number is not what was typed; its text shows that, as Excel does
        if (Math.Abs(number) >= 1_000_000_000_000_000m) return new(number.ToString("0.#####E+0", CultureInfo.InvariantCulture));
        // 15 significant digits, then six decimals: what is left of 0.1 + 0.2 is 0.3
        var value = decimal.Round(number, 6, MidpointRounding.AwayFromZero);
        return new(Shown(value, format), value);
    }

    /// <summary>A number as the sheet shows it where that changes the meaning: percentages, and codes padded with zeros.</summary>
    private static string Shown(decimal value, string format)
    {
        if (format.Length > 1 && format.All(c => c == '0')) return value.ToString(format, CultureInfo.InvariantCulture);
        return format.EndsWith('%') ? Figures.Plain(value * 100m) + "%" : Figures.Plain(value);
    }

    /// <summary>The day of a serial number; null for one that Excel has no day for.</summary>
    private static string? Day(decimal serial, bool date1904)
    {
        var start = date1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, 30);
        var days = decimal.Floor(serial);
        if (days < 0m || days > DateOnly.MaxValue.DayNumber - start.DayNumber) return null;
        return start.AddDays((int)days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
