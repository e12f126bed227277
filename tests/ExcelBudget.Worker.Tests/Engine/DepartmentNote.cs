using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>The note of a sample as the engine writes it, and as a department may have changed it.</summary>
internal static partial class DepartmentNote
{
    /// <summary>As written.</summary>
    public static byte[] Of(string sample) => RealEngine.Engine.Note(Workbook(sample))!;

    /// <summary>The workbook it was written from.</summary>
    public static CheckedWorkbook Workbook(string sample) => RealEngine.Engine.Check("预算.xlsx", RealEngine.File(sample));

    /// <summary>With the figure that follows some words typed over; the link stays.</summary>
    public static byte[] Retyped(byte[] docx, string words, string figure) => Edited(docx, xml =>
    {
        var at = xml.IndexOf(words, StringComparison.Ordinal);
        return xml[..at] + Figure().Replace(xml[at..], $">{figure}<", 1);
    });

    /// <summary>With its document part changed.</summary>
    public static byte[] Edited(byte[] docx, Func<string, string> edit)
    {
        using var memory = new MemoryStream();
        memory.Write(docx);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open())) xml = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open(), new UTF8Encoding(false));
            writer.Write(edit(xml));
        }

        return memory.ToArray();
    }

    [GeneratedRegex(@">\d[\d,]*\.\d\d<")]
    private static partial Regex Figure();
}
