using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using Xunit.Abstractions;

namespace ExcelBudget.Domain.Tests.Indicators;

public sealed class KeyTests(ITestOutputHelper output)
{
    public static TheoryData<string> Documents => ["menyuan-county-office-2023", "menyuan-cppcc-2024", "other-styles"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_Read_AgreesWithItsKey(string document)
    {
        var score = new KeyedDocument(document).Score();
        output.WriteLine(score.ToString());
        score.Rows.ShouldBeGreaterThan(100);
        score.Lost.ShouldBeEmpty();
        score.CutOtherwise.ShouldBeEmpty();
        score.Invented.ShouldBeEmpty();
        score.Levels.ShouldBeGreaterThanOrEqualTo(0.99m);
        score.Targets.ShouldBeGreaterThanOrEqualTo(0.97m);
    }

    [Theory]
    [InlineData("held-out", "levels 75.8 %, targets 70.2 %, lost 66, invented 89", 0.99, 0.97, 4)]
    [InlineData("held-out-again", "levels 95.5 %, targets 83.3 %, lost 3, invented 12", 0.95, 0.83, 15)]
    public void CellsNotSeenBefore_Read_AgreeWithTheirKeyAlmostAsWell(string document, string first, double levels,
        double targets, int misses)
    {
        var score = new KeyedDocument(document).Score();
        output.WriteLine($"At first sight: {first}\nNow: {score}");
        score.Levels.ShouldBeGreaterThanOrEqualTo((decimal)levels);
        score.Targets.ShouldBeGreaterThanOrEqualTo((decimal)targets);
        (score.Lost.Count + score.Invented.Count + (2 * score.CutOtherwise.Count)).ShouldBeLessThanOrEqualTo(misses);
    }

    /// <summary>Cells collected from public pages: found, invented, levels, operator with value and unit, name.</summary>
    [Theory]
    [InlineData("collected-developed", 0.99, 0.012, 0.985, 0.98, 0.99)]
    [InlineData("collected-held-out", 0.99, 0.01, 0.99, 0.975, 0.99)]
    [InlineData("collected-second", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-third", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-ninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-tenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eleventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-twelfth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-thirteenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fourteenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fifteenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixteenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventeenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eighteenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-nineteenth", 0.99, 0.016, 0.99, 0.98, 0.97)]
    [InlineData("collected-twentieth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-twentyfirst", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-twentysecond", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-twentythird", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-twentyfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-twentyfifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-twentysixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-twentyseventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-twentyeighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-twentyninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-thirtieth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-thirtyfirst", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-thirtysecond", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-thirtythird", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-thirtyfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-thirtyfifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-thirtysixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-thirtyseventh", 0.96, 0.05, 0.99, 0.97, 0.98)]
    [InlineData("collected-thirtyeighth", 0.98, 0.025, 0.99, 0.97, 0.99)]
    [InlineData("collected-thirtyninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fortieth", 0.985, 0.025, 0.99, 0.98, 0.99)]
    [InlineData("collected-fortyfirst", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fortysecond", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fortyfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fortyfifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fortysixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fortyseventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fortyeighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fortyninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fiftieth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fiftyfirst", 0.5, 0.55, 0.85, 0.9, 0.9)]
    [InlineData("collected-fiftysecond", 0.5, 0.55, 0.85, 0.9, 0.9)]
    [InlineData("collected-fiftythird", 0.5, 0.55, 0.85, 0.9, 0.9)]
    [InlineData("collected-fiftyfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fiftyfifth", 0.985, 0.01, 0.985, 0.985, 0.99)]
    [InlineData("collected-fiftysixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fiftyseventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fiftyeighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-fiftyninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixtieth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixtyfirst", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixtysecond", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixtythird", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixtyfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixtyfifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixtysixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixtyseventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixtyeighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-sixtyninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventieth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventyfirst", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventysecond", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventythird", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventyfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventyfifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventysixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventyseventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventyeighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-seventyninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eightieth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eightyfirst", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eightysecond", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eightythird", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eightyfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eightyfifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eightysixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eightyseventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eightyeighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-eightyninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-ninetieth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-ninetyfirst", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-ninetysecond", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-ninetythird", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-ninetyfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-ninetyfifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-ninetysixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-ninetyseventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-ninetyeighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-ninetyninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfirst", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredsecond", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthird", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredsixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredseventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredeighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredeleventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtwelfth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthirteenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfourteenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfifteenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredsixteenth", 0.98, 0.02, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredseventeenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredeighteenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundrednineteenth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtwentieth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtwentyfirst", 0.98, 0.02, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtwentysecond", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtwentythird", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtwentyfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtwentyfifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtwentysixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtwentyseventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtwentyeighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredtwentyninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthirtieth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthirtyfirst", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthirtysecond", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthirtythird", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthirtyfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthirtyfifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthirtysixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthirtyseventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthirtyeighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredthirtyninth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfortieth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfortyfirst", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfortysecond", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfortythird", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfortyfourth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfortyfifth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfortysixth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfortyseventh", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfortyeighth", 0.995, 0.005, 0.99, 0.98, 0.97)]
    [InlineData("collected-hundredfortyninth", 0.92, 0.08, 0.97, 0.97, 0.97)]
    [InlineData("columns-developed", 0.995, 0.005, 0.995, 0.99, 0.99)]
    [InlineData("columns-held-out", 0.995, 0.005, 0.995, 0.98, 0.97)]
    [InlineData("columns-real-developed", 0.995, 0.005, 0.995, 0.99, 0.99)]
    [InlineData("columns-real-held-out", 0.9, 0.2, 0.99, 0.9, 0.98)]
    public void CollectedCells_Read_AgreeWithTheirKey(string document, double found, double invented, double levels,
        double targets, double names)
    {
        var score = new KeyedDocument(document).Score();
        output.WriteLine(score.ToString());
        // a text cut otherwise than in the key counts as lost and as invented
        (1m - ((score.Lost.Count + score.CutOtherwise.Count) / (decimal)score.Rows)).ShouldBeGreaterThanOrEqualTo((decimal)found);
        ((score.Invented.Count + score.CutOtherwise.Count) / (decimal)score.Rows).ShouldBeLessThanOrEqualTo((decimal)invented);
        score.Levels.ShouldBeGreaterThanOrEqualTo((decimal)levels);
        score.Targets.ShouldBeGreaterThanOrEqualTo((decimal)targets);
        score.Names.ShouldBeGreaterThanOrEqualTo((decimal)names);
    }

    [Theory]
    [InlineData("held-out")]
    [InlineData("held-out-again")]
    public void CellsNotSeenBefore_Read_DropNothing(string document) => Document_Read_DropsNothing(document);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_ReadAndRendered_KeepsEveryIndicatorAndNumber(string document)
    {
        foreach (var (project, text) in new KeyedDocument(document).Cells)
        {
            var read = IndicatorText.Read(text).Indicators;
            var rendered = IndicatorText.Render(read);
            IndicatorText.Read(rendered).Indicators.Select(Said).ShouldBe(read.Select(Said), $"{document} {project}");
            foreach (var indicator in read)
            {
                Digits(rendered).ShouldContain(Digits(indicator.Value), customMessage: $"{document} {project}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_Read_DropsNothing(string document)
    {
        foreach (var (_, text) in new KeyedDocument(document).Cells) IndicatorText.Read(text).Rebuild().ShouldBe(text);
    }

    internal static Indicator Said(Indicator indicator) => indicator with { Raw = "" };

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
