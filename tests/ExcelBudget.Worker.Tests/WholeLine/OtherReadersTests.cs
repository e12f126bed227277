using System.Globalization;

namespace ExcelBudget.Worker.Tests.WholeLine;

/// <summary>
/// What the program gives out is opened without a complaint by programs that were written by others. They stand for those we cannot try:
/// WPS has a reader of its own.
/// </summary>
[Trait("Category", "Slow")]
public sealed class OtherReadersTests(ProducedFiles files) : IClassFixture<ProducedFiles>, IDisposable
{
    /// <summary>What Gnumeric says of the box of every comment, Excel's own too; it takes the comments from their list.</summary>
    private const string CommentBox = "Unhandled object of type Note";

    // the template of a note that is one table
    private const int ShortestNote = 40;

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Workbooks_AreOpenedByLibreOffice() =>
        LibreOffice.Converted([.. files.Workbooks.Select(File.ReadAllBytes)], "xlsx", "csv").ShouldAllBe(made => made.Length > 100);

    [Fact]
    public void Workbooks_AreOpenedByGnumericWithoutAComplaint()
    {
        foreach (var workbook in files.Workbooks)
        {
            var made = _temp.In(Path.GetFileName(workbook) + ".csv");
            OtherProgram.Complaints("ssconvert", workbook, made).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line != CommentBox).ShouldBeEmpty(workbook);
            new FileInfo(made).Length.ShouldBeGreaterThan(100);
        }
    }

    [Fact]
    public void Workbooks_AreOpenedByOpenpyxlWithoutAWarning() => OtherProgram.Python(
        """
        import sys, warnings, openpyxl
        warnings.simplefilter("error")
        for path in sys.argv[1:]:
            rows = (row for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows())
            assert sum(1 for row in rows for cell in row if cell.value is not None) > 50, path
        """,
        [.. files.Workbooks]);

    [Fact]
    public void Notes_AreOpenedByLibreOffice() =>
        LibreOffice.Converted([.. files.Notes.Select(File.ReadAllBytes)], "docx", "txt:Text")
            .ShouldAllBe(made => made.Length > ShortestNote);

    [Fact]
    public void Notes_AreOpenedByAbiWordWithoutAComplaint() => Read("abiword", (note, made) => ["--to=txt", note, "-o", made]);

    [Fact]
    public void Notes_AreOpenedByPandocWithoutAComplaint() => Read("pandoc", (note, made) => [note, "-t", "plain", "-o", made]);

    [Fact]
    public void Notes_AreOpenedByPythonDocxWithoutAWarning() => OtherProgram.Python(
        """
        import sys, warnings, docx
        warnings.simplefilter("error")
        for path in sys.argv[1:]:
            note = docx.Document(path)
            assert len(note.paragraphs) > 0 and len(note.sections) > 0 and note.styles is not None, path
        """,
        [.. files.Notes]);

    private void Read(string program, Func<string, string, string[]> arguments)
    {
        foreach (var note in files.Notes)
        {
            var made = _temp.In(string.Create(CultureInfo.InvariantCulture, $"{program}-{Path.GetFileName(note)}.txt"));
            OtherProgram.Complaints(program, arguments(note, made)).ShouldBeEmpty(note);
            File.ReadAllText(made).Length.ShouldBeGreaterThan(ShortestNote, note);
        }
    }
}
