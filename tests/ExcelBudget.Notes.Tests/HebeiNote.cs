using ExcelBudget.Domain.Budgets;
using ExcelBudget.Notes.Building;
using ExcelBudget.Notes.Outline;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tests;

/// <summary>The note of hebei, written for its sample budgets.</summary>
internal static class HebeiNote
{
    private static readonly Lazy<NoteTemplate> Compiled = new(() => Compile(File.ReadAllBytes(TemplatePath)));

    public static string TemplatePath => Path.Combine(Hebei.Folder, "note.docx");

    public static NoteTemplate Template => Compiled.Value;

    public static NoteOutline Outline
    {
        get
        {
            var outline = NoteOutline.Read(File.ReadAllText(Path.Combine(Hebei.Folder, "note.yaml")), out var faults);
            faults.ShouldBeEmpty();
            return outline;
        }
    }

    public static Budget Clean => Hebei.BudgetOf("clean");

    public static Budget Full => Hebei.BudgetOf("full");

    /// <summary>A budget with nothing in it, of a unit whose name needs escaping.</summary>
    public static Budget Blank { get; } = BudgetProjection.Blank(Hebei.Book.Pack, new BudgetIdentity("hebei", "999", "空白<单位>&处", 2025));

    public static Budget BudgetOf(string sample) => sample == "blank" ? Blank : Hebei.BudgetOf(sample);

    public static NoteWriting Write(Budget budget) => Template.Write(new BudgetFigures(Hebei.Book, budget));

    public static NoteTemplate Compile(byte[] docx)
    {
        var template = NoteTemplate.Compile(docx, Hebei.Book, out var faults);
        faults.ShouldBeEmpty();
        return template.ShouldNotBeNull();
    }

    /// <summary>A template of a few outline lines.</summary>
    public static byte[] BuildFrom(string parts)
    {
        var outline = NoteOutline.Read($"title: 试验\nparts:\n{parts}", out var faults);
        faults.ShouldBeEmpty();
        return NoteTemplateBuilder.Build(outline, Hebei.Book.Pack);
    }
}
