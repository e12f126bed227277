using ExcelBudget.Notes.Building;

namespace ExcelBudget.Notes.Tests;

public sealed class BuiltTemplateTests
{
    [Fact]
    public void Template_InThePack_IsWhatTheOutlineBuilds()
    {
        var built = NoteTemplateBuilder.Build(Hebei.Outline, Hebei.Book.Pack);
        // set to write the pack's template anew after note.yaml or the builder changed
        if (Environment.GetEnvironmentVariable("EXCELBUDGET_WRITE_NOTE_TEMPLATE") == "1") File.WriteAllBytes(Hebei.TemplatePath, built);
        File.ReadAllBytes(Hebei.TemplatePath).AsSpan().SequenceEqual(built).ShouldBeTrue();
    }
}
