using ExcelBudget.Packs.Reading;

namespace ExcelBudget.Packs.Tests.Reading;

/// <summary>note-check.yaml with <c>fromNote: true</c>: what note.yaml says of itself stands beside what the pack declares.</summary>
public sealed class NoteFromOutlineTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("pack").FullName, "gouzao");

    public NoteFromOutlineTests()
    {
        var source = Repository.PathOf("tests", "data", "packs", "gouzao");
        foreach (var file in Directory.EnumerateFiles(source, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, File.ReadAllText(file)
                .Replace("../../../../templates", Repository.PathOf("templates"), StringComparison.Ordinal));
        }
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void SectionsOfTheOutline_BesideThoseOfThePack_StayAndTakeTheNamesOfThePacksOwn()
    {
        File.AppendAllText(Path.Combine(_folder, "note-check.yaml"), """

            sections:
            - { id: s1, title: 其他事项, headings: [其他事项] }
            - { id: three_public, title: “三公”经费, headings: [三公经费], required: true }

            """);
        var reading = PackReader.Read(_folder);
        reading.Faults.ShouldBeEmpty();
        var check = reading.RuleBook!.Pack.NoteCheck;
        check.Sections.Select(section => section.Id).ShouldBeUnique();
        check.Sections.Select(section => section.Title).ShouldBe(["其他事项", "“三公”经费", "项目支出"]);
        check.Phrases.Single(phrase => phrase.Figures.Contains("G1[三公,合计]")).QuotedIn.ShouldBe("three_public");
        check.Phrases.Single(phrase => phrase.Figures.Contains("G4[合计,金额]")).QuotedIn
            .ShouldBe(check.Sections.Single(section => section.Title == "项目支出").Id);
    }
}
