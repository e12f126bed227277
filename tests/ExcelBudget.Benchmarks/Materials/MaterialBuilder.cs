using System.IO.Compression;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Reading;
using OfficeOpenXml;

namespace ExcelBudget.Benchmarks.Materials;

/// <summary>Makes the materials.</summary>
internal static class MaterialBuilder
{
    /// <summary>Fills a folder.</summary>
    public static MaterialFolder Build(string root)
    {
        var folder = new MaterialFolder(Directory.CreateDirectory(root).FullName);
        var sample = Sample.Clean();
        var filled = sample.Filler().Fill(new BudgetFigures(sample.Book, sample.Project()), new FillRequest("BENCH"));
        var template = File.ReadAllBytes(Path.Combine(Sample.Pack, "workbook.xlsx"));
        var cells = EnteredCells(sample.Book, filled);
        File.WriteAllBytes(folder.Template, template);
        File.WriteAllBytes(folder.Workbook, filled);
        File.WriteAllBytes(
            folder.LargeWorkbook, sample.Filler()
            .Fill(new BudgetFigures(sample.Book, LargeUnit.Of(sample.Book)), new FillRequest("BENCH")));
        File.WriteAllBytes(folder.LaidOut, Emptied(filled, cells));
        EnteredCell.Write(folder.Cells, cells);
        WriteParts(folder.ChangedParts, Changed(Parts(template), Parts(filled)));
        var note = sample.Note().Write(new BudgetFigures(sample.Book, sample.Project())).Docx;
        File.WriteAllBytes(folder.NoteTemplate, File.ReadAllBytes(Path.Combine(Sample.Pack, "note.docx")));
        WriteParts(folder.NoteParts, [Parts(note)["word/document.xml"]]);
        NoteScript.Write(folder.NoteScript, NoteScript.Of(note));
        return folder;
    }

    /// <summary>The cells that hold what was entered, found by reading the workbook back.</summary>
    private static EnteredCell[] EnteredCells(RuleBook book, byte[] filled)
    {
        var flat = WorkbookGuard.Open(filled).Package!.Content;
        var places = new WorkbookReader([book]).Read(flat, out _)!.Places.Values;
        return [.. places
            .Where(place => place.Sheet is not null && place.Cell is not null)
            .DistinctBy(place => (place.Sheet, place.Cell))
            .Select(place => (Place: place, Cell: CellAt(flat.Sheet(place.Sheet!)!, place.Cell!)))
            .Where(pair => pair.Cell is { HasFormula: false, Kind: FlatCellKind.Number or FlatCellKind.Text, Text.Length: > 0 })
            .Select(pair => new EnteredCell(pair.Place.Sheet!, pair.Place.Cell!, pair.Cell!.Number, pair.Cell.Text))];
    }

    private static FlatCell? CellAt(FlatSheet sheet, string cell) =>
        CellReference.TryParse(cell, out var at) ? sheet[at.Row, at.Column] : null;

    private static byte[] Emptied(byte[] filled, IEnumerable<EnteredCell> cells)
    {
        using var package = new ExcelPackage(new MemoryStream(filled));
        foreach (var cell in cells) package.Workbook.Worksheets[cell.Sheet].Cells[cell.Cell].Value = null;
        return package.GetAsByteArray();
    }

    private static IEnumerable<byte[]> Changed(Dictionary<string, byte[]> before, Dictionary<string, byte[]> after) =>
        after.Where(part => !before.TryGetValue(part.Key, out var old) || !old.AsSpan().SequenceEqual(part.Value))
            .Select(part => part.Value);

    private static Dictionary<string, byte[]> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var source = entry.Open();
            using var target = new MemoryStream();
            source.CopyTo(target);
            return target.ToArray();
        });
    }

    private static void WriteParts(string folder, IEnumerable<byte[]> parts)
    {
        Directory.CreateDirectory(folder);
        var number = 0;
        foreach (var part in parts) File.WriteAllBytes(Path.Combine(folder, $"part-{++number:000}"), part);
    }
}
