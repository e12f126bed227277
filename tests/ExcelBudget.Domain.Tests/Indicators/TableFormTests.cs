using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using Xunit.Abstractions;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>A project says the same in the forms of all provinces: which columns there are, in what order, under which headers.</summary>
public sealed class TableFormTests(ITestOutputHelper output)
{
    private const int Many = 1500;

    public static TheoryData<string> Forms => [.. TableForms.All.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Project_PrintedInAForm_ReadsTheSame(string name)
    {
        var form = TableForms.All.Single(form => form.Name == name);
        foreach (var project in FormProjects.All) Read(form, project).ShouldBe(Meant(form, project), form.Write(project));
    }

    [Fact]
    public void Project_PrintedWithColumnsInAnyOrder_ReadsAlmostAlwaysTheSame()
    {
        var (all, wrong) = (0, 0);
        for (var seed = 0; seed < Many; seed++)
        {
            var (form, project) = (AnyTableForm.Of(seed), FormProjects.All[seed % FormProjects.All.Count]);
            var (read, meant) = (Read(form, project), Meant(form, project));
            all += meant.Length;
            var differing = Math.Max(meant.Except(read).Count(), read.Except(meant).Count());
            wrong += differing;
            if (differing > 0) output.WriteLine($"{seed}: {differing}\n{form.Write(project)}\n{string.Join('\n', read.Except(meant))}");
        }

        output.WriteLine($"{Many} forms, {wrong} of {all} indicators differ");
        (wrong / (decimal)all).ShouldBeLessThanOrEqualTo(0.005m);
    }

    /// <summary>Rows that a clumsy hand or a program mixed up are read somehow, and nothing of them is lost.</summary>
    [Fact]
    public void Table_WithItsCellsInDisorder_IsGivenBackSignForSign()
    {
        for (var seed = 0; seed < Many; seed++)
        {
            var (form, chance) = (AnyTableForm.Of(seed), new Chance(seed));
            var between = form.Between == "\n" ? " " : form.Between;
            var rows = (form with { Between = between }).Write(FormProjects.All[seed % FormProjects.All.Count]).Split('\n');
            var text = string.Join('\n', rows.Select(row => chance.Below(2) == 0 ? row
                : string.Join(between, row.Split(between).OrderBy(_ => chance.Below(Many)))));
            IndicatorText.Read(text).Rebuild().ShouldBe(text);
        }
    }

    private static string[] Read(TableForm form, IReadOnlyList<Indicator> project) =>
        [.. IndicatorText.Read(form.Write(project)).Indicators.Select(Told)];

    private static string[] Meant(TableForm form, IReadOnlyList<Indicator> project) => [.. project.Select(form.Meant).Select(Told)];

    internal static string Told(Indicator it) =>
        $"{it.Level1}/{it.Level2}|{it.Name.Normalize(System.Text.NormalizationForm.FormKC)}|{it.Operator.Sign()}|{it.Value}|{it.Unit}";
}
