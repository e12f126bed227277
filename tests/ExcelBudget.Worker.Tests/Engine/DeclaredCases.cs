using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>The cases of tests/data/cases/cases.tsv: what people type, and what must come of it.</summary>
public sealed partial class DeclaredCases
{
    private static readonly Lazy<Dictionary<string,
        string[]>> Lines = new(() => File.ReadAllLines(Repository.PathOf("tests", "data", "cases", "cases.tsv"))
        .Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')).ToDictionary(parts => parts[0], StringComparer.Ordinal));

    public static TheoryData<string> Names() => [.. Lines.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_AsDeclared_ComesOutAsDeclared(string name)
    {
        var parts = Lines.Value[name];
        var (sample, verdict, findings, allowed) = (parts[1], parts[3], parts[4],
            parts[5].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var table = new CaseTable(sample);
        var desk = parts[2].Split(" ; ").Aggregate(table.Desk, table.Edited);
        var before = table.Budget;
        var checkedWorkbook = RealEngine.Engine.Check("报送.xlsx", desk.Book);
        var report = checkedWorkbook.Report;
        if (verdict != "*") report.Verdict.ShouldBe(verdict == "accepted" ? Verdict.Accepted : Verdict.Returned, Words(report));
        var wanted = findings == "-" ? [] : findings.Split(" ; ").Select(finding => finding.Split(" @ ")).ToArray();
        foreach (var finding in wanted) ShouldFind(report, finding[0], finding[1] == "cell" ? table.Last! : finding[1] == "sheet"
            ? null : table.Place(finding[1]));
        var named = wanted.Select(finding => finding[0]).Concat(allowed).ToHashSet(StringComparer.Ordinal);
        if (!allowed.Contains("*")) report.Findings.Where(finding => !named.Contains(finding.Rule)).ShouldBeEmpty(Words(report));
        foreach (var reads in parts[6].Split(" ; ", StringSplitOptions.RemoveEmptyEntries)) ShouldRead(table, checkedWorkbook.Budget!,
            before, reads);
        report.Findings.ShouldNotContain(finding =>
            finding.Message.Contains("DISPIMG", StringComparison.Ordinal) && finding.Rule != "CELL-PICTURE");
    }

    private static void ShouldFind(CheckReport report, string rule, Place? at) =>
        report.Findings.ShouldContain(finding =>
            finding.Rule == rule && (at == null
            || finding.Related.Prepend(finding.Place).Any(place => place.Sheet == at.Sheet && place.Cell == at.Cell)), Words(report));

    private static void ShouldRead(CaseTable table, Budget budget, Budget before, string reads)
    {
        var (cell, value) = (reads[..reads.IndexOf(" = ", StringComparison.Ordinal)],
            reads[(reads.IndexOf(" = ", StringComparison.Ordinal) + 3)..]);
        var address = CaseTable.Address(cell);
        if (value == "same") Figure(budget, address).ShouldBe(Figure(before, address), 0.01m);
        else if (budget[address] is CellValue.Text text) text.Value.ShouldBe(value.Replace("\\n", "\n", StringComparison.Ordinal));
        else (Figure(budget, address) / table.UnitOf(address.Form)).ShouldBe(decimal.Parse(value, NumberStyles.Number,
            CultureInfo.InvariantCulture));
    }

    private static decimal Figure(Budget budget, CellAddress address) => budget[address]!.AsMeasure()!.Value.Value;

    private static string Words(CheckReport report) =>
        string.Join('\n', report.Findings.Select(finding =>
        $"{finding.Severity} {finding.Rule} {finding.Place.Sheet}!{finding.Place.Cell} {finding.Message}"));

    /// <summary>A sample's workbook, and the language of the table.</summary>
    private sealed partial class CaseTable(string sample)
    {
        private static readonly WorkbookReader Reader = new([.. new[] { "hebei", "qinghai", "zhongyang", "sichuan" }.Select(pack =>
            RealEngine.Store.Find(pack)!.RuleBook)]);

        private readonly ReadWorkbook _read = Reader.Read(RealEngine.DeskOf(sample).Book, out _)!;

        public Desk Desk { get; } = RealEngine.DeskOf(sample);

        /// <summary>The budget before anything was done.</summary>
        public Budget Budget => _read.Budget;

        /// <summary>Where the last edit was made.</summary>
        public Place? Last { get; private set; }

        public decimal UnitOf(FormId form) => _read.RuleBook.Pack[form].Amounts.Yuan(1m);

        public Place Place(string name) => name.Contains('!', StringComparison.Ordinal)
            ? new Place(name[..name.IndexOf('!', StringComparison.Ordinal)], name[(name.IndexOf('!', StringComparison.Ordinal) + 1)..])
            : _read.Places[Address(name)];

        public static CellAddress Address(string name)
        {
            var parts = AddressPattern().Match(name);
            var row = parts.Groups[2].Value.Split('~');
            return new CellAddress(new FormId(parts.Groups[1].Value),
                new RowKey(row[0])
                {
                    Repeat = row.Length > 1
                ? int.Parse(row[1], NumberStyles.None, CultureInfo.InvariantCulture) - 1 : 0
                }, new ColumnId(parts.Groups[3].Value));
        }

        public Desk Edited(Desk desk, string edit)
        {
            var parts = EditPattern().Match(edit);
            var (name, verb, value) = (parts.Groups[1].Value, parts.Groups[2].Value, parts.Groups[3].Value.Replace('␣', ' '));
            var at = Last = Place(name);
            switch (verb)
            {
                case "number": return desk.Number(at, Number(value));
                case "text": return desk.Text(at, value.Replace("\\n", "\n", StringComparison.Ordinal));
                case "formula": return desk.Formula(at, References(value, at));
                case "error": return desk.Error(at, value);
                case "clear": return desk.Cleared(at);
                case "merge": return desk.Merged(at.Sheet!, value);
                case "format":
                    var shown = value.Split(" in ", 2);
                    return desk.Formatted(at, Number(shown[0]), shown[1]);
                default:
                    var saved = value.Split(" → ", 2);
                    return Saved(desk, at, References(saved[0], at), saved[1], name);
            }
        }

        private Desk Saved(Desk desk, Place at, string formula, string result, string name)
        {
            if (result == "same") return desk.Saved(at, formula, Figure(Budget, Address(name)) / UnitOf(Address(name).Form));
            return decimal.TryParse(result, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? desk.Saved(at, formula, number) : desk.Saved(at, formula, result);
        }

        /// <summary>«{T4[1,2]}» is that cell's reference.</summary>
        private string References(string formula, Place at) => ReferencePattern().Replace(formula, match =>
        {
            var place = Place(match.Groups[1].Value);
            return place.Sheet == at.Sheet ? place.Cell! : $"'{place.Sheet}'!{place.Cell}";
        });

        private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

        [GeneratedRegex(@"^(\w+)\[(.+),([^,\]]+)\]$")]
        private static partial Regex AddressPattern();

        [GeneratedRegex(@"^(.+?) (number|text|formula|saved|format|error|clear|merge): ?(.*)$", RegexOptions.Singleline)]
        private static partial Regex EditPattern();

        [GeneratedRegex(@"\{([^{}]+)\}")]
        private static partial Regex ReferencePattern();
    }
}
