using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ExcelBudget.Worker.Demo;

/// <summary>Changes one figure in a workbook the way a slip of the hand would: the cell's number, nothing else.</summary>
internal static class CellEdit
{
    /// <summary>The workbook with the number of a cell raised.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="part">Part of the sheet.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="by">How much it is raised, in the form's unit.</param>
    public static byte[] Raise(byte[] workbook, string part, string cell, decimal by)
    {
        using var copy = new MemoryStream();
        copy.Write(workbook);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string xml;
            using (var reader = new StreamReader(entry.Open(), Encoding.UTF8)) xml = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(Raise(xml, cell, by));
        }

        return copy.ToArray();
    }

    private static string Raise(string xml, string cell, decimal by) => Regex.Replace(
        xml,
        $"(<c r=\"{cell}\"[^>]*><v>)([^<]+)(</v>)",
        match => match.Groups[1].Value + (decimal.Parse(match.Groups[2].Value, NumberStyles.Float, CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture) + match.Groups[3].Value);
}
