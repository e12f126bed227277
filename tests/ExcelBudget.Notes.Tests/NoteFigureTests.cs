using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Tests;

public sealed class NoteFigureTests
{
    private static readonly string[] PrintedForms = ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "procurement", "assets"];

    [Theory]
    [InlineData("clean", 22)]
    [InlineData("full", 44)]
    [InlineData("blank", 8)]
    public void Figures_InSentences_AreTheBudgets(string sample, int atLeast)
    {
        var budget = HebeiNote.BudgetOf(sample);
        var figures = new BudgetFigures(Hebei.Book, budget);
        using var note = new NoteFile(HebeiNote.Write(budget).Docx);
        var slots = note.Slots.Where(slot => slot.Tag.StartsWith("fig:", StringComparison.Ordinal)).ToArray();
        slots.Length.ShouldBeGreaterThanOrEqualTo(atLeast);
        foreach (var (tag, words) in slots)
        {
            words.ShouldBe(
                AmountFormat.TenThousandYuan.Told(figures.Evaluate(Parser.Figure(tag[4..], Hebei.Book.Names), default).Value.Value), tag);
        }
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void Figures_InTables_AreTheBudgets(string sample)
    {
        var budget = HebeiNote.BudgetOf(sample);
        var figures = new BudgetFigures(Hebei.Book, budget);
        using var note = new NoteFile(HebeiNote.Write(budget).Docx);
        var compared = 0;
        foreach (var form in PrintedForms.Select(id => Hebei.Book.Pack[new FormId(id)]))
        {
            var rows = NoteFile.Rows(note.Tables(form.Id.Value).ShouldHaveSingleItem());
            var expected = figures.View(form).Rows;
            if (rows is [var only] && Array.TrueForAll(only, cell => cell.Length == 0)) continue;
            rows.Count.ShouldBe(expected.Count, form.Id.Value);
            foreach (var (row, cells) in expected.Zip(rows)) compared += Compare(figures, form, row, cells);
        }

        compared.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Tables_OfTheCleanSample_PrintThePublishedDocument()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Clean).Docx);
        var lines = File.ReadLines(Path.Combine(Repository.Root, "tests", "data", "hebei", "seed001-values.csv")).Skip(1)
            .Select(line => line.Split(',')).ToArray();
        lines.Length.ShouldBe(185);
        foreach (var line in lines) Printed(note, line[0], line[1], line[2]).ShouldBe(line[3], string.Join(',', line));
    }

    [Fact]
    public void Note_OfTheFullSample_PrintsEveryProjectAndIndicator()
    {
        var budget = HebeiNote.Full;
        using var note = new NoteFile(HebeiNote.Write(budget).Docx);
        var projects = budget[new FormId("projects")]!.Rows;
        var tables = note.Tables("indicators+goal").ToArray();
        tables.Length.ShouldBe(projects.Count);
        tables.Sum(table => NoteFile.Rows(table).Count).ShouldBe(budget[new FormId("indicators")]!.Rows.Count);
        foreach (var (project, table) in projects.Zip(tables)) table.InnerText.ShouldContain(project.Text("goal"));
        var titles = projects.Select((project, index) => $"{index + 1}、{project.Text("name")}绩效目标表");
        titles.ShouldBeSubsetOf(note.Paragraphs);
    }

    private static int Compare(BudgetFigures figures, FormDefinition form, RowView row, string[] cells)
    {
        var compared = 0;
        foreach (var column in form.Columns.Where(column => column.IsFigure))
        {
            if (row.Fixed?.Labels.ContainsKey(column.Id) == true) continue;
            var value = form.Number(figures.Value(form, row, column.Id).Value);
            var shown = value == 0m ? "" : column.Kind == CellKind.Number ? Figures.Plain(value) : Figures.Shown(value);
            cells[form.IndexOf(column.Id)].ShouldBe(shown, $"{form.Id}[{row.Key},{column.Id}]");
            compared++;
        }

        return compared;
    }

    private static string Printed(NoteFile note, string formId, string row, string column)
    {
        var form = Hebei.Book.Pack[new FormId(formId)];
        var labels = form.Columns.Select((candidate, index) => (candidate, index)).Where(pair => !pair.candidate.IsFigure)
            .Select(pair => pair.index).ToArray();
        var fixedLabel = form.FixedRow(new RowKey(row))?.Labels.Values.FirstOrDefault();
        var cells = NoteFile.Rows(note.Tables(formId).Single())
            .Single(cells =>
                Array.Exists(
                labels, index =>
                cells[index] == row || (form.Columns[0].Id.Value != "序号" || !int.TryParse(row, out _)) && cells[index] == fixedLabel));
        return cells[form.IndexOf(new ColumnId(column))];
    }
}
