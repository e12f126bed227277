using System.Text.Json;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Worker.Catalogue;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Isolation.Wire;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.Findings;

/// <summary>The catalogue says everything the program can say of a budget outside the packs, and nothing it never says.</summary>
public sealed partial class FindingCatalogueTests
{
    /// <summary>
    /// Makers of findings: a kind of the catalogue, three that speak for rules which a pack declares, and the one reader that takes
    /// findings which these have made from the pipe of the process that opens files.
    /// </summary>
    private static readonly string[] Makers = ["FindingKind.cs", "TieFindings.cs", "TextFindings.cs", "NoteScope.cs", "WireReader.cs"];

    public static TheoryData<string> Ids => [.. FindingCatalogue.All.Select(kind => kind.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Kind_AfterWhatRaisesIt_IsAmongTheFindings(string id)
    {
        var kind = FindingCatalogue.All.Single(kind => kind.Id == id);
        FindingExamples.All.ShouldContainKey(kind);
        var findings = FindingExamples.All[kind]().ToArray();
        var raised = findings.FirstOrDefault(finding => finding.Kind == kind);
        raised.ShouldNotBeNull(string.Join('\n', findings.Select(finding => $"{finding.Kind?.Id ?? finding.Rule}: {finding.Message}")));
        (raised.Rule, raised.Category, raised.Severity).ShouldBe((kind.Rule, kind.Category, kind.Severity));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Finding_ThroughThePipe_IsTheOneThatWasRaised(string id)
    {
        var kind = FindingCatalogue.All.Single(kind => kind.Id == id);
        Finding[] raised = [.. FindingExamples.All[kind](), kind.At(new Place("表", "B2"), kind.Example)];
        var report = new CheckReport { File = "报送.xlsx", Verdict = Verdict.Returned, Findings = raised };
        using var writer = new WireWriter();
        using var reader = new WireReader(writer.Report(report).Bytes.ToArray());
        var read = reader.Report().Findings;
        read.Select(Fields).ShouldBe(raised.Select(Fields));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Kind_InItsExample_NeedsExactlyTheValuesItIsGiven(string id)
    {
        var kind = FindingCatalogue.All.Single(kind => kind.Id == id);
        kind.ExampleMessage().ShouldNotContain("{");
        var slots = Slot().Matches(kind.Sentence + kind.Advice).Select(match => match.Groups[1].Value);
        slots.Union(["expected", "actual", "difference"]).Order()
            .ShouldBe(kind.Example.Select(value => value.Slot).Union(["expected", "actual", "difference"]).Order());
        Category.All.ShouldContain(kind.Category);
        kind.Advice.ShouldMatch("请|建议");
    }

    [Fact]
    public void Sentences_InTheirExamples_NeedExactlyTheValuesTheyAreGiven()
    {
        var sentences = FindingCatalogue.Sentences.SelectMany(part => part.Sentences).ToArray();
        sentences.Select(sentence => sentence.Id).ShouldBeUnique();
        foreach (var sentence in sentences)
        {
            Slot().Matches(sentence.Template).Select(match => match.Groups[1].Value).Distinct().Order()
                .ShouldBe(sentence.Example.Select(value => value.Slot).Order(), sentence.Id);
            sentence.ExampleWords().ShouldNotContain("{");
        }
    }

    [Fact]
    public void SentencesOfCausesAndNotes_StandInTheCatalogue_Only()
    {
        string[] folders = ["ExcelBudget.Rules/Checking/Causes", "ExcelBudget.Rules/Checking/Budgets", "ExcelBudget.Notes/Checking"];
        var sources = folders.SelectMany(folder =>
            Directory.EnumerateFiles(Repository.PathOf(["src", .. folder.Split('/')]), "*.cs", SearchOption.AllDirectories));
        var built = sources.SelectMany(file => File.ReadLines(file)
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && WholeSentence().IsMatch(line))
            .Select(line => Path.GetFileName(file) + ": " + line.Trim()));
        built.ShouldBeEmpty();
    }

    [Fact]
    public void Ids_OfTheCatalogue_AreToldApart() => FindingCatalogue.All.Select(kind => kind.Id).ShouldBeUnique();

    [Fact]
    public void Findings_AreMadeByTheCatalogueOrByARuleOfThePack_Only()
    {
        var sources = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        sources.Where(file => MakesAFinding().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName).Order().ShouldBe(Makers.Order());
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("as-published")]
    [InlineData("blank")]
    public void Finding_WithoutAKind_IsOfARuleThatThePackDeclares(string sample)
    {
        var pack = Hebei.Book.Pack;
        var declared = pack.Relations.Select(rule => rule.Id).Concat(pack.TextChecks.Select(check => check.Id))
            .Concat(pack.NoteCheck.Rules.Keys).ToHashSet();
        RealEngine.Check(RealEngine.File(sample)).Findings.SelectMany(finding => finding.Ties.Prepend(finding))
            .Where(finding => finding.Kind is null).Select(finding => finding.Rule).ShouldBeSubsetOf(declared);
    }

    [Fact]
    public void PageOfTheManual_IsWhatTheCatalogueSaysToday() =>
        File.ReadAllText(Repository.PathOf("src", "manual", "findings.md"))
            .ShouldBe(CataloguePage.Write(), "run: excelbudget findings --page src/manual/findings.md");

    [Theory]
    [MemberData(nameof(Ids))]
    public void PageOfTheManual_NamesEveryKind(string id) => CataloguePage.Write().Split('\n').ShouldContain("### " + id);

    [Fact]
    public void Catalogue_AsJson_HasEveryKindAndEveryReason()
    {
        using var json = JsonDocument.Parse(FindingsJson.Write());
        json.RootElement.GetProperty("findings").EnumerateArray().Select(kind => kind.GetProperty("id").GetString())
            .ShouldBe(FindingCatalogue.All.Select(kind => kind.Id));
        json.RootElement.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString())
            .ShouldBeSubsetOf(
                ["encrypted", "old_binary_format", "not_a_workbook", "macro", "too_large", "zip_bomb", "damaged", "no_worksheets",
                "wrong_template",
                "unknown_version", "duplicate", "internal_error", "no_workbook", "unit_unclear", "wrong_folder", "not_a_note"]);
    }

    private static (FindingKind?, string, string, Severity, string, Place, (string?, string?, string?), string?) Fields(Finding it) =>
        (it.Kind, it.Rule, it.Category, it.Severity, it.Message, it.Place,
            (it.Expected?.ToString(), it.Actual?.ToString(), it.Difference?.ToString()), it.Basis);

    /// <summary>A text of the source that says something and ends with a full stop.</summary>
    [GeneratedRegex("\"[^\"]*[\u4e00-\u9fff]{2}[^\"]*。\"")]
    private static partial Regex WholeSentence();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\bnew Finding\b(?!Value|Kind)|\bFinding \w+\([^)]*\) => new\(\)")]
    private static partial Regex MakesAFinding();
}
