using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>A pack with another public file, and packs whose declaration is faulty or missing.</summary>
public sealed class OtherPackTests
{
    private static readonly RuleBook Qinghai = PackReader.Read(Path.Combine(Repository.Root, "templates", "qinghai"))
        .RuleBook.ShouldNotBeNull();

    [Fact]
    public void PublicFileOfAnotherPack_Untouched_HasNoFinding()
    {
        var (budget, docx) = Written();
        var check = Check(budget, docx);
        check.Findings.Count.ShouldBe(0, Checked.Told(check));
    }

    [Theory]
    [InlineData("3.50", "3.60", "NOTE-TABLE")]
    [InlineData("完成馆藏民生档案4.2万页的扫描、著录和质检，方便群众就近查档，减少对原件的翻动。", "完成馆藏民生档案5.2万页的扫描、著录和质检，方便群众就近查档，减少对原件的翻动。", "NOTE-TEXT-FIGURE")]
    public void PublicFileOfAnotherPack_WithANumberRetyped_IsTold(string before, string after, string rule)
    {
        var (budget, docx) = Written();
        var check = Check(
            budget, PlainNote.Edited(docx, body => body.Descendants<Text>().First(text => text.Text == before).Text = after));
        check.Findings.ShouldHaveSingleItem(Checked.Told(check)).Rule.ShouldBe(rule);
    }

    [Fact]
    public void Pack_WithoutDeclaration_ListsWhatItCannotTell()
    {
        var checker = new NoteChecker(Hebei.Book, NoteCheckDeclaration.None);
        var docx = PlainNote.Edited(
            HebeiNote.Write(HebeiNote.Clean).Docx, body =>
            body.Descendants<Table>().SelectMany(table => table.Descendants<Text>())
                .First(text => text.Text == "2041.42").Text = "2041.41");
        var check = Checked.Through(checker, docx, new BudgetFigures(Hebei.Book, HebeiNote.Clean));
        check.Findings.ShouldBeEmpty();
        check.Unchecked.ShouldContain(entry => entry.Rule == "NOTE-TABLE" && entry.Reason.Contains("note-check.yaml"));
    }

    [Theory]
    [InlineData("T1[34,2]", "T1[34,99]", "T1[34,99]")]
    [InlineData("quotedIn: operating", "quotedIn: nowhere", "nowhere")]
    [InlineData("- id: NOTE-LINKED\n", "- id: NOTE-LINKT\n", "NOTE-LINKT")]
    [InlineData("{ form: T5, column: \"3\" }", "{ form: T5, column: \"9\" }", "T5")]
    public void Declaration_ThatPointsNowhere_IsAFaultOfThePack(string before, string after, string told)
    {
        var folder = Directory.CreateTempSubdirectory("pack-");
        try
        {
            var pack = Path.Combine(folder.FullName, "hebei");
            foreach (var file in Directory.EnumerateFiles(
                Path.Combine(Repository.Root, "templates", "hebei"), "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".yaml" or ".csv"))
            {
                var target = Path.Combine(pack, Path.GetRelativePath(Path.Combine(Repository.Root, "templates", "hebei"), file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                var text = File.ReadAllText(file);
                File.WriteAllText(
                    target, Path.GetFileName(file) == "note-check.yaml" ? text.Replace(before, after, StringComparison.Ordinal) : text);
            }

            PackReader.Read(pack).Faults.ShouldContain(fault => fault.File == "note-check.yaml" && fault.Problem.Contains(told));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (Budget Budget, byte[] Docx) Written()
    {
        var folder = Path.Combine(Repository.Root, "templates", "qinghai");
        var dataset = DatasetReader.Read(Path.Combine(folder, "sample", "clean"));
        var budget = new BudgetProjection(Qinghai.Pack, dataset.Dataset).Of("405001", 2024);
        var template = NoteTemplate.Compile(File.ReadAllBytes(Path.Combine(folder, "note.docx")), Qinghai, out _).ShouldNotBeNull();
        return (budget, template.Write(new BudgetFigures(Qinghai, budget)).Docx);
    }

    private static NoteCheck Check(Budget budget, byte[] docx) =>
        Checked.Through(NoteChecker.Of(Qinghai), docx, new BudgetFigures(Qinghai, budget));
}
