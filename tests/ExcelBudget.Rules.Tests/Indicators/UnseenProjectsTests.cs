using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>
/// Goals and indicators of departments nobody had read: how much of what is wrong is found, and how much of what is said is right.
/// </summary>
public sealed class UnseenProjectsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("collected-developed", 0.97, 0.98)]
    [InlineData("collected-held-out", 0.94, 0.99)]
    [InlineData("collected-second", 0.96, 0.99)]
    [InlineData("collected-third", 0.87, 0.99)]
    [InlineData("collected-fourth", 0.98, 0.98)]
    [InlineData("collected-fifth", 0.98, 0.98)]
    [InlineData("collected-sixth", 0.98, 0.98)]
    [InlineData("collected-seventh", 0.98, 0.98)]
    [InlineData("collected-eighth", 0.98, 0.98)]
    [InlineData("collected-ninth", 0.9, 0.95)]
    [InlineData("collected-tenth", 0.98, 0.98)]
    [InlineData("collected-eleventh", 0.98, 0.98)]
    [InlineData("collected-twelfth", 0.98, 0.98)]
    [InlineData("collected-thirteenth", 0.98, 0.98)]
    [InlineData("collected-fourteenth", 0.98, 0.98)]
    [InlineData("collected-fifteenth", 0.98, 0.98)]
    [InlineData("collected-sixteenth", 0.98, 0.98)]
    [InlineData("collected-seventeenth", 0.92, 0.98)]
    [InlineData("collected-eighteenth", 0.98, 0.98)]
    [InlineData("collected-nineteenth", 0.98, 0.98)]
    [InlineData("collected-twentieth", 0.98, 0.98)]
    [InlineData("collected-twentyfirst", 0.98, 0.98)]
    [InlineData("collected-twentysecond", 0.98, 0.98)]
    [InlineData("collected-twentythird", 0.92, 0.98)]
    [InlineData("collected-twentyfourth", 0.87, 0.98)]
    [InlineData("collected-twentyfifth", 0.98, 0.98)]
    [InlineData("collected-twentysixth", 0.95, 0.98)]
    [InlineData("collected-twentyseventh", 0.98, 0.98)]
    [InlineData("collected-twentyeighth", 0.98, 0.98)]
    [InlineData("collected-twentyninth", 0.98, 0.98)]
    [InlineData("collected-thirtieth", 0.98, 0.98)]
    [InlineData("collected-thirtyfirst", 0.98, 0.98)]
    [InlineData("collected-thirtysecond", 0.95, 0.98)]
    [InlineData("collected-thirtythird", 0.98, 0.98)]
    [InlineData("collected-thirtyfourth", 0.98, 0.98)]
    [InlineData("collected-thirtyfifth", 0.98, 0.98)]
    [InlineData("collected-thirtysixth", 0.98, 0.98)]
    [InlineData("collected-thirtyninth", 0.98, 0.95)]
    [InlineData("collected-fortieth", 0.95, 0.95)]
    [InlineData("collected-fortyfirst", 0.98, 0.98)]
    [InlineData("collected-fortysecond", 0.98, 0.98)]
    [InlineData("collected-fortythird", 0.98, 0.98)]
    [InlineData("collected-fortyfourth", 0.98, 0.98)]
    [InlineData("collected-fortyfifth", 0.98, 0.95)]
    [InlineData("collected-fortysixth", 0.98, 0.98)]
    [InlineData("collected-fortyseventh", 0.98, 0.98)]
    [InlineData("collected-fortyeighth", 0.98, 0.98)]
    [InlineData("collected-fortyninth", 0.93, 0.98)]
    [InlineData("collected-fiftieth", 0.75, 0.98)]
    [InlineData("collected-fiftyfirst", 0.9, 0.95)]
    [InlineData("collected-fiftythird", 0.98, 0.98)]
    [InlineData("collected-fiftyfifth", 0.78, 0.94)]
    [InlineData("collected-fiftysixth", 0.94, 0.98)]
    [InlineData("collected-fiftyseventh", 0.66, 0.89)]
    [InlineData("collected-fiftyeighth", 0.98, 0.98)]
    [InlineData("collected-fiftyninth", 0.91, 0.98)]
    [InlineData("collected-sixtieth", 0.88, 0.98)]
    [InlineData("collected-sixtyfirst", 0.98, 0.98)]
    [InlineData("collected-sixtysecond", 0.92, 0.98)]
    [InlineData("collected-sixtythird", 0.98, 0.98)]
    [InlineData("collected-sixtyfourth", 0.98, 0.98)]
    [InlineData("collected-sixtyfifth", 0.98, 0.98)]
    [InlineData("collected-sixtysixth", 0.96, 0.98)]
    [InlineData("collected-sixtyseventh", 0.96, 0.98)]
    [InlineData("collected-sixtyeighth", 0.98, 0.98)]
    [InlineData("collected-sixtyninth", 0.98, 0.97)]
    [InlineData("collected-seventieth", 0.92, 0.98)]
    [InlineData("collected-seventyfirst", 0.98, 0.98)]
    [InlineData("collected-seventysecond", 0.98, 0.98)]
    [InlineData("collected-seventythird", 0.87, 0.96)]
    [InlineData("collected-seventyfourth", 0.8, 0.98)]
    [InlineData("collected-seventyfifth", 0.95, 0.98)]
    [InlineData("collected-seventysixth", 0.98, 0.98)]
    [InlineData("collected-seventyseventh", 0.98, 0.98)]
    [InlineData("collected-seventyeighth", 0.98, 0.98)]
    [InlineData("collected-seventyninth", 0.98, 0.98)]
    [InlineData("collected-eightieth", 0.98, 0.98)]
    [InlineData("collected-eightyfirst", 0.98, 0.98)]
    [InlineData("collected-eightysecond", 0.98, 0.6)]
    [InlineData("collected-eightythird", 0.98, 0.98)]
    [InlineData("collected-eightyfourth", 0.98, 0.98)]
    [InlineData("collected-eightyfifth", 0.98, 0.95)]
    [InlineData("collected-eightysixth", 0.95, 0.98)]
    [InlineData("collected-eightyseventh", 0.88, 0.98)]
    [InlineData("collected-eightyeighth", 0.88, 0.88)]
    [InlineData("collected-eightyninth", 0.98, 0.35)]
    [InlineData("collected-ninetieth", 0.96, 0.98)]
    [InlineData("collected-ninetyfirst", 0.95, 0.98)]
    [InlineData("collected-ninetysecond", 0.96, 0.97)]
    [InlineData("collected-ninetythird", 0.96, 0.98)]
    [InlineData("collected-ninetyfourth", 0.93, 0.98)]
    [InlineData("collected-ninetyfifth", 0.98, 0.98)]
    [InlineData("collected-ninetysixth", 0.90, 0.98)]
    [InlineData("collected-ninetyseventh", 0.96, 0.98)]
    [InlineData("collected-ninetyeighth", 0.96, 0.98)]
    [InlineData("collected-ninetyninth", 0.90, 0.98)]
    [InlineData("collected-hundredth", 0.98, 0.98)]
    [InlineData("collected-hundredfirst", 0.98, 0.20)]
    [InlineData("collected-hundredsecond", 0.96, 0.98)]
    [InlineData("collected-hundredthird", 0.93, 0.98)]
    [InlineData("collected-hundredfourth", 0.98, 0.98)]
    [InlineData("collected-hundredfifth", 0.96, 0.94)]
    [InlineData("collected-hundredsixth", 0.65, 0.82)]
    [InlineData("stress-innocent", 0.98, 0.98)]
    [InlineData("stress-faults", 0.98, 0.98)]
    [InlineData("stress-innocent-second", 0.98, 0.98)]
    [InlineData("stress-faults-second", 0.98, 0.98)]
    [InlineData("stress-long", 0.98, 0.98)]
    [InlineData("stress-long-second", 0.98, 0.98)]
    [InlineData("stress-long-third", 0.98, 0.98)]
    [InlineData("stress-long-fourth", 0.98, 0.98)]
    [InlineData("stress-atlas-figures", 0.98, 0.98)]
    [InlineData("stress-sums", 0.98, 0.98)]
    [InlineData("stress-foreign", 0.98, 0.98)]
    [InlineData("stress-wide", 0.98, 0.98)]
    public void Projects_ReadAndChecked_AgreeWithTheirKey(string folder, double leastRecall, double leastPrecision)
    {
        var projects = new UnseenProjects(folder);
        foreach (var line in projects.Lines()) output.WriteLine(line);
        projects.Recall.ShouldBeGreaterThanOrEqualTo((decimal)leastRecall);
        projects.Precision.ShouldBeGreaterThanOrEqualTo((decimal)leastPrecision);
        projects.False.ShouldNotContain(found => found.Severity == "Error");
    }

    /// <summary>Accidents of copying (torn words, quoted mails, deletions left in) cut texts otherwise: counted by place.</summary>
    [Theory]
    [InlineData("collected-thirtyseventh", 0.98, 0.92)]
    [InlineData("collected-thirtyeighth", 0.9, 0.76)]
    [InlineData("collected-fiftysecond", 0.9, 0.95)]
    [InlineData("collected-fiftyfourth", 0.98, 0.81)]
    [InlineData("stress-atlas-forms", 0.87, 0.96)]
    public void ProjectsOfMess_ReadAndChecked_BringNoFalseError(string folder, double leastRecall, double leastPrecision)
    {
        var projects = new UnseenProjects(folder);
        foreach (var line in projects.Lines()) output.WriteLine(line);
        projects.Recall.ShouldBeGreaterThanOrEqualTo((decimal)leastRecall);
        projects.Precision.ShouldBeGreaterThanOrEqualTo((decimal)leastPrecision);
        projects.FalseByPlace.ShouldNotContain(found => found.Severity == "Error");
    }
}
