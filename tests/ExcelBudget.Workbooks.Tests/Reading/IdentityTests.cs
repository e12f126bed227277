using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Reading.Identities;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Whatever is left of a workbook's identity: the right department, or a clear word that it cannot be told.</summary>
public sealed class IdentityTests
{
    private const string OtherUnit = "305002";

    private static readonly Lazy<Desk> Issued = new(() => new Desk(Calc.Opened(HebeiWorkbook.Of("clean"))));

    private static readonly string[] Carriers = ["name", "property", "hidden sheet", "visible code", "second line"];

    private static readonly string[] States = ["kept", "removed", "other unit", "other year"];

    public static TheoryData<string> Firsts() => [.. States];

    /// <summary>Every combination of every carrier kept, removed or contradicted; one quarter of them a test.</summary>
    [Theory]
    [MemberData(nameof(Firsts))]
    public void EveryCombinationOfCarriers_IsTheRightDepartmentOrAMismatch(string firstState)
    {
        var seen = 0;
        foreach (var states in Combinations(Carriers.Length - 1).Select(rest => rest.Prepend(firstState).ToArray()))
        {
            var read = new WorkbookReader([Hebei.Book]).Read(Applied(states).Book, out var reason);
            Judge(states, read, reason);
            seen++;
        }

        seen.ShouldBe(256);
    }

    [Fact]
    public void ThreeFormsOfAnotherUnitMixedIn_OwnFormsAreRead_TheOthersAreToldOnceWithTheirCells()
    {
        var other = Calc.Opened(HebeiWorkbook.Of("library"));
        var desk = Issued.Value;
        foreach (var form in new[] { "T3 支出总表", "T5 一般公共预算支出表", "T9 三公经费支出表" }) desk = desk.WithSheet(other.Sheet(form)!);
        var read = ReadBack.Of(desk.Book);
        read.Budget.Identity.UnitCode.ShouldBe("201");
        var finding = read.Findings.ShouldHaveSingleItem();
        (finding.Rule, finding.Severity, finding.Place.Sheet, finding.Place.Cell).ShouldBe(("IDENTITY", Severity.Error, "T3 支出总表", "A3"));
        finding.Related.Count.ShouldBe(2);
        finding.Message.ShouldContain(OtherUnit);
        read.Budget.Forms.Select(form => form.Form.Value).ShouldNotContain("T3");
        read.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void OwnFormBesideACopyOfAnotherUnits_OwnIsRead()
    {
        var other = Calc.Opened(HebeiWorkbook.Of("library")).Sheet("T3 支出总表")!;
        var desk = Issued.Value.Renamed("T3 支出总表", "我们的支出");
        var read = ReadBack.Of(new Desk(desk.Book with { Sheets = [other, .. desk.Book.Sheets] }).Book);
        ReadBack.Differences(Hebei.BudgetOf("clean"), read.Budget).ShouldBeEmpty();
        read.Findings.ShouldContain(finding => finding.Rule == "STRUCTURE-COPY" && finding.Place.Sheet == other.Name);
    }

    [Fact]
    public void WrongYearTypedIntoATitle_IsToldAtTheTitle()
    {
        var finding = ReadBack.Of(Issued.Value.Text(new Place("T3 支出总表", "A1"), "2021年部门预算支出总表").Book).Findings.ShouldHaveSingleItem();
        (finding.Rule, finding.Place.Sheet, finding.Place.Cell, finding.Actual.Told()).ShouldBe(("IDENTITY", "T3 支出总表", "A1", "2021 年"));
    }

    private static void Judge(string[] states, ReadWorkbook? read, UnreadableReason? reason)
    {
        var described = string.Join(", ", Carriers.Zip(states, (carrier, state) => $"{carrier} {state}"));
        if (states.All(state => state == "removed"))
        {
            reason.ShouldBe(UnreadableReason.WrongTemplate, described);
            return;
        }

        var mismatches = read!.Findings.Where(finding => finding.Category == Category.IdentityMismatch).ToArray();
        mismatches.ShouldAllBe(finding => finding.Place.Sheet != null && finding.Place.Cell != null, described);
        var (unit, year) = (read.Budget.Identity.UnitCode, read.Budget.Identity.Year);
        var voices = states.Where(state => state != "removed").GroupBy(state => state).ToArray();
        // where all that is left tells the same, it is believed; where it does not, that is told
        if (voices.Length == 1) mismatches.ShouldBeEmpty(described);
        else mismatches.ShouldNotBeEmpty(described);
        var kept = states.Count(state => state == "kept");
        if (voices.All(voice => voice.Key == "kept" || voice.Count() < kept)) (unit, year).ShouldBe(("201", 2023), described);
        // the small code under a form holds no name
        if (voices is [{ Key: "kept" }] && states.Where((state, index) => index != 3 && state == "kept").Any())
            read.Budget.Identity.ShouldBe(Hebei.BudgetOf("clean").Identity, described);
    }

    private static IEnumerable<string[]> Combinations(int length) => length == 0
        ? [[]]
        : Combinations(length - 1).SelectMany(shorter => States.Select(state => shorter.Append(state).ToArray()));

    private static Desk Applied(string[] states)
    {
        var book = Issued.Value.Book;
        book = book with
        {
            Names = [.. book.Names.Where(name => name.Name != "EB_identity" || states[0] != "removed")
                .Select(name => name.Name == "EB_identity" ? name with { Value = Line(name.Value, states[0]) } : name)],
            CustomProperties = states[1] == "removed" ? new Dictionary<string, string>()
                : book.CustomProperties.ToDictionary(property => property.Key, property => Line(property.Value, states[1])),
            Sheets = [.. book.Sheets.Where(sheet => !sheet.Name.StartsWith('_') || states[2] != "removed")
                .Select(sheet => Edited(sheet, states))],
        };
        return new Desk(book);
    }

    private static FlatSheet Edited(FlatSheet sheet, string[] states) => new(
        sheet.Name,
        sheet.Cells.Select(cell => cell switch
        {
            { Kind: FlatCellKind.Text, HasFormula: false } when sheet.Name.StartsWith('_') && cell.Row == 1 =>
                With(cell, Line(cell.Text, states[2])),
            { Kind: FlatCellKind.Text, HasFormula: false } when cell.Text.StartsWith("表样 hebei", StringComparison.Ordinal) =>
                With(cell, Code(cell.Text, states[3])),
            { Kind: FlatCellKind.Text, HasFormula: false, Row: 3 } => With(cell, SecondLine(cell.Text, states[4])),
            _ => cell,
        }).OfType<FlatCell>(),
        sheet.Merges,
        sheet.Visibility);

    private static FlatCell? With(FlatCell cell, string? text) =>
        text is null ? null : text == cell.Text ? cell : FlatCell.OfText(cell.Row, cell.Column, text);

    private static string Line(string text, string state) => state switch
    {
        "other unit" => text.Replace("|201|2023|", $"|{OtherUnit}|2023|", StringComparison.Ordinal)
            .Replace("中国共产党魏县委员会办公室", "云岭县图书馆", StringComparison.Ordinal),
        "other year" => text.Replace("|201|2023|", "|201|2022|", StringComparison.Ordinal),
        _ => text,
    };

    private static string? Code(string text, string state) => state switch
    {
        "removed" => null,
        "other unit" => text.Replace("单位 201", $"单位 {OtherUnit}", StringComparison.Ordinal),
        "other year" => text.Replace("2023 年", "2022 年", StringComparison.Ordinal),
        _ => text,
    };

    private static string? SecondLine(string text, string state) => state switch
    {
        "removed" => null,
        "other unit" when text.StartsWith("201", StringComparison.Ordinal) => OtherUnit + "云岭县图书馆",
        "other year" => text.Replace("预算年度：2023", "预算年度：2022", StringComparison.Ordinal),
        _ => text,
    };

    [Theory]
    [InlineData(0, 1, "201")]
    [InlineData(1, 0, "202")]
    [InlineData(2, 3, "201")]
    public void CarriersThatDisagreeOneToOne_AreSettledByTheSurerCarrier(int saying201, int saying202, string winner) =>
        IdentityAgreement.Winner([Claim((IdentityCarrier)saying202, "202"), Claim((IdentityCarrier)saying201, "201")], [])
            .ShouldBe((winner, 2024));

    private static IdentityClaim Claim(IdentityCarrier carrier, string unit) => new(carrier, "hebei", unit, 2024, null, 1, new Place());
}
