using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Money;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Values;
using ExcelDataReader;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>A dataset in one xlsx, a sheet per table.</summary>
internal static class Workbook
{
    // ExcelDataReader asks for code page 1252 on construction
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Reads the sheets named like a table; other sheets that hold anything get a warning. Null, with the fault, when it is no workbook.
    /// </summary>
    public static RawDataset? Read(string path, FaultLog faults)
    {
        var file = Path.GetFileName(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var tables = Tables(file, stream, faults);
            return tables is null ? null : new(tables, table => Name(file, table));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            faults.Error(new(file), "打不开。请确认文件没有被其他程序占用，并且有读取权限。");
        }
        // the edge of one file: a damaged workbook breaks its parser in more ways than can be listed
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            faults.Error(new(file), "不能作为 Excel 工作簿（.xlsx）读取：可能加密、损坏，或者是旧格式 .xls。请在 Excel 中打开，去掉密码，另存为 .xlsx。");
        }

        return null;
    }

    private static Dictionary<string, RawTable>? Tables(string file, Stream stream, FaultLog faults)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        if (reader.ResultsCount == 0)
        {
            faults.Error(new(file), "没有读到工作表，可能是 Strict Open XML 格式。请在 Excel 中另存为普通的“Excel 工作簿（.xlsx）”。");
            return null;
        }

        var unreadable = FormulaTrouble.Find(stream);
        var tables = new Dictionary<string, RawTable>(StringComparer.Ordinal);
        do
        {
            var rows = Rows(reader, unreadable.GetValueOrDefault(reader.Name) ?? []);
            Place(new(Name(file, reader.Name), rows), DatasetSchema.Table(reader.Name), tables, faults);
        }
        while (reader.NextResult());
        return tables;
    }

    private static void Place(RawTable table, TableSchema? schema, Dictionary<string, RawTable> tables, FaultLog faults)
    {
        if (schema is not null) tables[schema.Name] = table;
        else if (table.Rows.Count > 0)
        {
            faults.Warn(new(table.File), $"不是数据集的表，已忽略。可用的工作表名：{string.Join("、", DatasetSchema.Tables.Select(known => known.Name))}。");
        }
    }

    private static string Name(string file, string sheet) => $"{file}›{sheet}";

    private static List<RawRow> Rows(IExcelDataReader reader, Dictionary<(int Row, int Column), RawCell> unreadable)
    {
        var rows = new List<RawRow>();
        while (reader.Read())
        {
            var line = reader.Depth + 1;
            var cells = new RawCell[reader.FieldCount];
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = unreadable.TryGetValue((line, column), out var trouble) ? trouble : Cell(reader, column);
            }

            var row = new RawRow(line, cells);
            if (!row.IsBlank) rows.Add(row);
        }

        return rows;
    }

    private static RawCell Cell(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => RawCell.Blank,
        double number => Number(number, reader.GetNumberFormatString(column) ?? ""),
        DateTime day => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Kind: RawCellKind.Date),
        bool truth => new(truth ? "true" : "false"),
        var other => new(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
    };

    private static RawCell Number(double number, string format)
    {
        // beyond 15 digits a worksheet number is not what was typed; its text shows that, as Excel does
        if (!double.IsFinite(number) || Math.Abs(number) >= 1e15) return new(number.ToString("0.#####E+0", CultureInfo.InvariantCulture));
        // 15 significant digits, then six decimals: what is left of 0.1 + 0.2 is 0.3
        var value = decimal.Round((decimal)number, 6, MidpointRounding.AwayFromZero);
        return new(Shown(value, format), value);
    }

    /// <summary>A number as the sheet shows it where that changes the meaning: percentages, and codes padded with zeros.</summary>
    private static string Shown(decimal value, string format)
    {
        if (format.Length > 1 && format.All(c => c == '0')) return value.ToString(format, CultureInfo.InvariantCulture);
        return format.EndsWith('%') ? Figures.Plain(value * 100m) + "%" : Figures.Plain(value);
    }
}
