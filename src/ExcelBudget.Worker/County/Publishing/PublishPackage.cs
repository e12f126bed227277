using System.IO.Compression;
using System.Text;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.County.Publishing;

/// <summary>One unit in a package.</summary>
/// <param name="Code">单位编码。</param>
/// <param name="Name">单位名称。</param>
/// <param name="Submission">Id of the accepted workbook's submission.</param>
/// <param name="ReceivedAt">When that was taken.</param>
/// <param name="Workbook">Absolute path of the accepted workbook; null when it must not get out or is not there.</param>
/// <param name="Note">Absolute path of the note; null when there is none.</param>
/// <param name="Remark">What is to be known of it, a sentence in Chinese; empty for nothing.</param>
internal sealed record PackagedUnit(
    string Code, string Name, string Submission, DateTimeOffset ReceivedAt, string? Workbook, string? Note, string Remark);

/// <summary>
/// 公开包。What a step's units publish, in one zip: a folder for each unit with its note and workbook, and 清单.csv with the SHA-256 of
/// every file, so that whoever puts them on the site can show that they are the ones that passed.
/// </summary>
internal static class PublishPackage
{
    private const string List = "清单.csv";

    private static readonly string[] Heads = ["单位编码", "单位名称", "文件", "SHA-256", "报送编号", "说明"];

    // a time before it cannot be told in a zip
    private static readonly DateTime Earliest = new(1980, 1, 1);

    /// <summary>Writes it; the same files give the same entries.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="units">The units, in the order of the county file.</param>
    public static void Write(Stream target, IReadOnlyList<PackagedUnit> units)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var lines = new List<string[]> { Heads };
        foreach (var unit in units)
        {
            var folder = SafeName.Of($"{unit.Code} {unit.Name}");
            var files = new[] { unit.Note, unit.Workbook }.OfType<string>().ToArray();
            foreach (var path in files)
            {
                var name = $"{folder}/{Path.GetFileName(path)}";
                lines.Add([unit.Code, unit.Name, name, Add(zip, name, path, unit.ReceivedAt), unit.Submission, unit.Remark]);
            }

            if (files.Length == 0) lines.Add([unit.Code, unit.Name, "", "", unit.Submission, unit.Remark]);
        }

        var list = zip.CreateEntry(List, CompressionLevel.Fastest);
        list.LastWriteTime = Told(units.Max(unit => unit.ReceivedAt));
        using var stream = list.Open();
        // Excel takes a file without the mark for the system's own encoding
        stream.Write(Encoding.UTF8.Preamble);
        stream.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => string.Join(',', line.Select(Field)) + "\r\n"))));
    }

    private static string Add(ZipArchive zip, string name, string path, DateTimeOffset at)
    {
        var content = FileOperations.ReadShared(path);
        // workbooks and notes are zips themselves
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Told(at);
        using var stream = entry.Open();
        stream.Write(content);
        return FileOperations.Hash(content);
    }

    private static DateTimeOffset Told(DateTimeOffset at) => at.ToLocalTime() is var local && local.DateTime < Earliest ? Earliest : local;

    /// <summary>A field as CSV; what a spreadsheet would take for a formula begins with an apostrophe.</summary>
    private static string Field(string text)
    {
        var safe = text.Length > 0 && "=+-@".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
