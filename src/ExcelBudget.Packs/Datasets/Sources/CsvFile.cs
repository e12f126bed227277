using System.Text;
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

    private const string Shut = "打不开。请确认文件没有被其他程序占用，并且有读取权限。";

    private static readonly char[] Separators = [',', '\t', ';'];

    private readonly string _file;
    private readonly char _separator;
    private readonly FaultLog _faults;

    private CsvFile(string file, char separator, FaultLog faults)
    {
        this._file = file;
        this._separator = separator;
        this._faults = faults;
    }

    /// <summary>The rows of the file, read while they are asked for. What cannot be read is reported and left out.</summary>
    public static RawTable Read(string path, TableSchema schema, FaultLog faults)
    {
        var file = Path.GetFileName(path);
        try
        {
            return Rows(path, file, schema, faults) is { } rows
                ? new(file, rows) { ExtraCellsAreShifts = true } : RawTable.Unreadable(file);
        }
        catch (Exception trouble) when (IsShut(trouble))
        {
            faults.Error(new(file), Shut);
            return RawTable.Unreadable(file);
        }
    }

    private static IEnumerable<RawRow>? Rows(string path, string file, TableSchema schema, FaultLog faults)
    {
        if (PlainCsv.Find(path, text => Separator(text, schema), Options) is { } plain)
            return ReadAhead.Of(new CsvFile(file, plain.Separator, faults).Streamed(plain));
        if (CsvText.Decode(File.ReadAllBytes(path), file, faults) is not { } text) return null;
        var reading = new CsvFile(file, Separator(text, schema), faults);
        return reading.ReadAll(Quoted(text, reading._separator));
    }

    private static bool IsShut(Exception trouble) => trouble is IOException or UnauthorizedAccessException;

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

    private IEnumerable<RawRow> Streamed(PlainCsv plain)
    {
        using (plain)
        {
            using var text = plain.Text();
            CsvMalformedRecord? broken = null;
            using var reader = CsvReader.Create(text, Options(_separator, record => broken = record));
            while (HasNext(reader))
            {
                if (broken is { } record) ReportQuote(record, (int)reader.LineNumber);
                else if (Row(reader, (int)reader.LineNumber) is { } row) yield return row;
                broken = null;
            }
        }
    }

    /// <summary>False at the end of the file, or when it has become unreadable.</summary>
    private bool HasNext(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception trouble) when (IsShut(trouble) || trouble is DecoderFallbackException)
        {
            _faults.Error(new(_file), Shut);
            return false;
        }
    }

    private IEnumerable<RawRow> ReadAll(string text)
    {
        var next = new Place { Start = 0, Line = 1 };
        for (var breaks = 0; next.Start is { } start; breaks++)
        {
            if (breaks > MostBrokenQuotes)
            {
                _faults.Error(new(_file, next.Line), $"前面引号不成对的地方超过 {MostBrokenQuotes} 处，从这一行起没有读取。请在 Excel 中打开后另存为 CSV。");
                yield break;
            }

            foreach (var row in ReadFrom(text, start, next)) yield return row;
        }
    }

    /// <summary>Reads records up to the end, or up to a broken quote that swallowed line breaks; then tells where to go on.</summary>
    private IEnumerable<RawRow> ReadFrom(string text, int start, Place next)
    {
        CsvMalformedRecord? broken = null;
        var firstLine = next.Line;
        next.Start = null;
        using var reader = CsvReader.FromText(text[start..], Options(_separator, record => broken = record));
        while (reader.Read())
        {
            var line = firstLine + (int)reader.LineNumber - 1;
            if (broken is null)
            {
                if (Row(reader, line) is { } row) yield return row;
                continue;
            }

            var swallowed = broken.Value.RawRecord.AsSpan().ContainsAny('\r', '\n');
            ReportQuote(broken.Value, line);
            broken = null;
            if (!swallowed) continue;
            (next.Start, next.Line) = (LineStart(text, start, line - firstLine + 1), line + 1);
            yield break;
        }
    }

    private static CsvReaderOptions Options(char separator, Action<CsvMalformedRecord> onMalformed) => new()
    {
        HasHeader = false,
        Separator = separator,
        TrackLineNumbers = true,
        OnMalformedRecord = onMalformed,
    };

    private static RawRow? Row(CsvReader reader, int line)
    {
        var cells = new string[reader.FieldCount];
        for (var index = 0; index < cells.Length; index++) cells[index] = reader.GetString(index);
        var row = new RawRow(line, new TextCells(cells));
        return row.IsBlank ? null : row;
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

    /// <summary>Where reading goes on after a broken quote; nowhere at the end.</summary>
    private sealed class Place
    {
        public int? Start { get; set; }

        public int Line { get; set; }
    }
}
