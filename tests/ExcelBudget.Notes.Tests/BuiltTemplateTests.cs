using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Notes.Building;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tests;

public sealed class BuiltTemplateTests
{
    [Fact]
    public void Template_InThePack_IsWhatTheOutlineBuilds()
    {
        var built = NoteTemplateBuilder.Build(HebeiNote.Outline, Hebei.Book.Pack);
        // set to write the pack's template anew after note.yaml or the builder changed
        if (Environment.GetEnvironmentVariable("EXCELBUDGET_WRITE_NOTE_TEMPLATE") == "1")
            File.WriteAllBytes(HebeiNote.TemplatePath, built);
        File.ReadAllBytes(HebeiNote.TemplatePath).AsSpan().SequenceEqual(built).ShouldBeTrue();
    }

    [Fact]
    public void Template_AsBuilt_IsKnownUntilPeopleChangeIt()
    {
        var built = File.ReadAllBytes(HebeiNote.TemplatePath);
        NoteTemplateBuilder.IsAsBuilt(built).ShouldBeTrue();
        NoteTemplateBuilder.IsAsBuilt(Reworded(built)).ShouldBeFalse();
        NoteTemplateBuilder.IsAsBuilt([1, 2, 3]).ShouldBeFalse();
    }

    [Fact]
    public void Template_Reworded_WritesTheNewWords()
    {
        var template = HebeiNote.Compile(Reworded(File.ReadAllBytes(HebeiNote.TemplatePath)));
        using var note = new NoteFile(template.Write(new BudgetFigures(Hebei.Book, HebeiNote.Clean)).Docx);
        note.Paragraphs.ShouldContain("三、机关运行费用");
    }

    private static byte[] Reworded(byte[] docx)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            word.MainDocumentPart!.Document.Descendants<Text>().Single(text => text.Text == "三、机关运行经费安排情况").Text = "三、机关运行费用";
        }

        return stream.ToArray();
    }
}
