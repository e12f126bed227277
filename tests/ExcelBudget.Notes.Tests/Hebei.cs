using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Notes.Building;
using ExcelBudget.Notes.Outline;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tests;

/// <summary>The Hebei pack with its note, and budgets of its samples.</summary>
internal static class Hebei
{
    public static readonly string Root = FindRoot();

    public static readonly RuleBook Book = PackReader.Read(Path.Combine(Root, "templates", "hebei")).RuleBook.ShouldNotBeNull();

    private static readonly Lazy<NoteTemplate> Compiled = new(() => Compile(File.ReadAllBytes(TemplatePath)));

    public static string TemplatePath => Path.Combine(Root, "templates", "hebei", "note.docx");

    public static NoteTemplate Template => Compiled.Value;

    public static NoteOutline Outline
    {
        get
        {
            var outline = NoteOutline.Read(File.ReadAllText(Path.Combine(Root, "templates", "hebei", "note.yaml")), out var faults);
            faults.ShouldBeEmpty();
            return outline;
        }
    }

    public static Budget Clean => Sample("clean", "201", 2023);

    public static Budget Full => Sample("full", "305001", 2024);

    public static Budget Blank => BudgetProjection.Blank(Book.Pack, new BudgetIdentity("hebei", "999", "空白<单位>&处", 2025));

    public static Budget Of(string sample) => sample switch { "clean" => Clean, "full" => Full, _ => Blank };

    public static NoteWriting Write(Budget budget) => Template.Write(new BudgetFigures(Book, budget));

    public static NoteTemplate Compile(byte[] docx)
    {
        var template = NoteTemplate.Compile(docx, Book, out var faults);
        faults.ShouldBeEmpty();
        return template.ShouldNotBeNull();
    }

    /// <summary>A template of a few outline lines.</summary>
    public static byte[] BuildFrom(string parts)
    {
        var outline = NoteOutline.Read($"title: 试验\nparts:\n{parts}", out var faults);
        faults.ShouldBeEmpty();
        return NoteTemplateBuilder.Build(outline, Book.Pack);
    }

    private static Budget Sample(string sample, string unit, int year)
    {
        var dataset = DatasetReader.Read(Path.Combine(Root, "templates", "hebei", "sample", sample));
        return new BudgetProjection(Book.Pack, dataset.Dataset).Of(unit, year);
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (!File.Exists(Path.Combine(folder!, "ExcelBudget.sln"))) folder = Path.GetDirectoryName(folder);
        return folder!;
    }
}
