using System.Text.RegularExpressions;
using CsvHelper;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Values;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>One CSV file: comma, tab or semicolon, quoted fields with line breaks, any line end.</summary>
internal sealed class CsvFile
{
    // each broken quote re-reads the rest of the file; a file with more of them was not written as CSV
    private const int MostBrokenQuotes = 100;

    private const int LongestKept = 400;
    private const int MostKept = 200_000;

    private static readonly char[] Separators = [',', '\t', ';'];

    private readonly string _file;
    private readonly char _separator;
    private readonly FaultLog _faults;
    private readonly List<RawRow> _rows = [];
    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);

    private CsvFile(string file, char separator, FaultLog faults)
    {
        this._file = file;
        this._separator = separator;
        this._faults = faults;
    }

    /// <summary>The rows of the file. What cannot be read is reported and left out.</summary>
    public static RawTable Read(string path, TableSchema schema, FaultLog faults)
    {
        var file = Path.GetFileName(path);
        if (Text(path, file, faults) is not { } text) return RawTable.Unreadable(file);
        var reading = new CsvFile(file, Separator(text, schema), faults);
        reading.ReadAll(Quoted(text, reading._separator));
        return new(file, reading._rows) { ExtraCellsAreShifts = true };
    }

    private static string? Text(string path, string file, FaultLog faults)
    {
        try
        {
            return CsvText.Decode(File.ReadAllBytes(path), file, faults);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            faults.Error(new(file), "打不开。请确认文件没有被其他程序占用，并且有读取权限。");
            return null;
        }
    }

    /// <summary>The separator that finds most known columns in the header line; comma when none does.</summary>
    private static char Separator(string text, TableSchema schema)
    {
        var begin = text.Length - text.AsSpan().TrimStart().Length;
        var end = text.AsSpan(begin).IndexOfAny('\r', '\n');
        var header = end < 0 ? text[begin..] : text.Substring(begin, end);
        return Separators.MaxBy(candidate => header.Split(candidate).Count(name => schema.Find(name.Trim('"', '\r', ' ')) is not null));
    }

    /// <summary>Excel takes ="305002" between separators for a whole cell; here it is quoted as CSV asks.</summary>
    private static string Quoted(string text, char separator)
    {
        if (!text.Contains("=\"", StringComparison.Ordinal)) return text;
        var between = Regex.Escape(separator.ToString());
        var bare = new Regex($"(?<=^|[{between}\r\n])=\"([^\"\r\n]*)\"(?=$|[{between}\r\n])", RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(10));
        return bare.Replace(text, "\"=\"\"$1\"\"\"");
    }

    private void ReadAll(string text)
    {
        int? restart = 0;
        var line = 1;
        for (var breaks = 0; restart is { } start; breaks++)
        {
            if (breaks > MostBrokenQuotes)
            {
                _faults.Error(new(_file, line), $"前面引号不成对的地方超过 {MostBrokenQuotes} 处，从这一行起没有读取。请在 Excel 中打开后另存为 CSV。");
                return;
            }

            (restart, line) = ReadFrom(text, start, line);
        }
    }

    /// <summary>Reads records up to the end, or up to a broken quote that swallowed line breaks; then says where to go on.</summary>
    private (int? Restart, int Line) ReadFrom(string text, int start, int firstLine)
    {
        CsvMalformedRecord? broken = null;
        using var reader = CsvReader.FromText(text[start..], Options(record => broken = record));
        while (reader.Read())
        {
            var line = firstLine + (int)reader.LineNumber - 1;
            if (broken is null)
            {
                Keep(reader, line);
                continue;
            }

            var swallowed = broken.Value.RawRecord.AsSpan().ContainsAny('\r', '\n');
            ReportQuote(broken.Value, line);
            broken = null;
            if (swallowed) return (LineStart(text, start, line - firstLine + 1), line + 1);
        }

        return (null, 0);
    }

    private CsvReaderOptions Options(Action<CsvMalformedRecord> onMalformed) => new()
    {
        HasHeader = false,
        Separator = _separator,
        TrackLineNumbers = true,
        OnMalformedRecord = onMalformed,
    };

    private void Keep(CsvReader reader, int line)
    {
        var cells = new string[reader.FieldCount];
        for (var index = 0; index < cells.Length; index++) cells[index] = Kept(reader.GetString(index));
        var row = new RawRow(line, new TextCells(cells));
        if (!row.IsBlank) _rows.Add(row);
    }

    /// <summary>One copy of each text: a dataset says the same codes, levels and units in thousands of rows.</summary>
    private string Kept(string text)
    {
        if (text.Length > LongestKept || _kept.Count >= MostKept) return text;
        if (_kept.TryGetValue(text, out var known)) return known;
        return _kept[text] = text;
    }

    private void ReportQuote(CsvMalformedRecord record, int line)
    {
        var firstLine = record.RawRecord.AsSpan();
        var end = firstLine.IndexOfAny('\r', '\n');
        var value = end < 0 ? record.RawRecord : firstLine[..end].ToString();
        _faults.Error(new(_file, line, Value: value), "引号不成对，这一行没有读取。带逗号、引号或换行的内容要用英文双引号括起来，内容里的双引号写两遍。");
    }

    /// <summary>
    /// Where the line begins that is <paramref name="lines"/> line ends after <paramref name="start"/>; null at the end of the text.
    /// </summary>
    private static int? LineStart(string text, int start, int lines)
    {
        var position = start;
        while (lines-- > 0)
        {
            var end = text.AsSpan(position).IndexOfAny('\r', '\n');
            if (end < 0) return null;
            position += end + (text.AsSpan(position + end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        }

        return position < text.Length ? position : null;
    }
}
