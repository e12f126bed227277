using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Build;
using ExcelBudget.Workbooks.Drafting;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Workbooks.Tests.Reading;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Drafting;

/// <summary>A draft written as the files of a pack, read as one, and filled.</summary>
internal sealed class DraftedPack : IDisposable
{
    public static readonly DraftWords Words = DraftWords.Read(Common("draft-words.csv"), Common("draft-fields.csv"),
        Common("draft-headings.txt"), CodeNames.Of(CodeListFile.Read(Repository.PathOf("templates", "common", "codes", "functional.csv"),
            [3, 5, 7]), 0).GroupBy(entry => PlainText.Label(entry.Name)).ToDictionary(entry => entry.Key, entry => entry.First().Code));

    private const int Year = 2026;
    private readonly TempFolder _root = new();
    private readonly GuardedWorkbook _original;

    public DraftedPack(byte[] workbook)
    {
        _original = WorkbookGuard.Open(workbook).Package!;
        Forms = DraftBook.Read(_original, Words);
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("templates", "common"), "*", SearchOption.AllDirectories))
            Put(Path.GetRelativePath(Repository.PathOf("templates"), file), File.ReadAllText(file));
        Put("caogao/pack.yaml", DraftPackFile.Pack("caogao", "草稿", Forms, Words));
        Put("caogao/rules.yaml", DraftTies.Rules(Forms, Words.Patterns));
        Put("caogao/note.yaml", DraftPackFile.Note(Forms));
        Put("caogao/note-check.yaml", DraftPackFile.NoteCheck);
        foreach (var (id, text) in Forms.SelectMany(DraftWriter.Forms)) Put($"caogao/forms/{id}.yaml", text);
        var reading = PackReader.Read(Path.Combine(_root.Path, "caogao"));
        Faults = [.. reading.Faults.Select(fault => fault.ToString())];
        Book = reading.RuleBook;
    }

    public IReadOnlyList<DraftForm> Forms { get; }

    public IReadOnlyList<string> Faults { get; }

    public RuleBook? Book { get; }

    /// <summary>The template with the look of the official workbook.</summary>
    public byte[] Template() => WorkbookBuilder.Build(Book!.Pack, new OriginalLook(_original, Words));

    /// <summary>What does not come back as it was filled in: an empty budget, and one with figures everywhere.</summary>
    public IReadOnlyList<string> RoundTrip(out int figures, out byte[] filled)
    {
        var filler = new WorkbookFiller(Book!, TemplateParser.Parse(Template()));
        var identity = new BudgetIdentity("caogao", "999", "试用单位", Year);
        var blank = BudgetProjection.Blank(Book!.Pack, identity);
        var full = Full();
        figures = full.Forms.Sum(form => form.Rows.Sum(row => row.Cells.Count));
        var differences = new List<string>();
        filled = [];
        foreach (var (budget, isBlank) in new[] { (blank, true), (full, false) })
        {
            filled = filler.Fill(new BudgetFigures(Book!, budget), new FillRequest("7F3A2C9D", isBlank));
            var read = new WorkbookReader([Book!]).Read(Calc.Opened(filled), out var reason);
            reason.ShouldBeNull();
            differences.AddRange(ReadBack.Differences(budget, read!.Budget));
            differences.AddRange(read.Findings.Select(finding => finding.Message));
        }

        return differences;
    }

    /// <summary>A budget of facts of every kind that the dataset of the pack can hold.</summary>
    private Budget Full()
    {
        foreach (var table in PackSchema.Of(Book!.Pack)) Put($"data/{table.Name}.csv", Facts(table));
        var reading = DatasetReader.Read(Path.Combine(_root.Path, "data"), Book!.Pack);
        reading.Dataset[DatasetTables.Expenditure].Count.ShouldBeGreaterThan(0, string.Join('\n', reading.Faults.Take(5)));
        return new BudgetProjection(Book!.Pack, reading.Dataset).Of("999", Year);
    }

    private static string Facts(TableSchema table)
    {
        var lines = new List<string> { string.Join(',', table.Columns.Select(column => column.Name)) };
        var count = table.Name == DatasetTables.Units ? 1 : 40;
        for (var index = 0; index < count; index++)
            lines.Add(string.Join(',', table.Columns.Select(column => Value(table.Name, column, index))));
        return string.Join('\n', lines) + '\n';
    }

    private static string Value(string table, ColumnSchema column, int index) => column.Name switch
    {
        "unit_code" => "999",
        "unit_name" => "试用单位",
        "members" or "classified" or "indicator_text" or "as_of" or "operator" or "value" or "fund" when table is not "expenditure"
            and not "three_public" and not "procurement" => column.Name == "as_of" ? "2025-12-31" : "",
        "member_code" => index % 2 == 0 ? "999001" : "999002",
        "member_name" => index % 2 == 0 ? "甲单位" : "乙单位",
        "project_code" => table is "projects" or "indicators" ? "P" + Text(index % 5 + (table == "projects" ? index / 5 * 5 : 0)) : "",
        _ when column.Choices is { } choices => choices.Values[(index + index / choices.Values.Count) % choices.Values.Count],
        _ => column.Kind switch
        {
            ColumnKind.Year => Text(index % 4 == 3 && table is not "projects" and not "indicators" ? Year - 1 : Year),
            ColumnKind.FunctionCode => new[] { "2010301", "2050205", "2080505", "2210201" }[index % 4],
            ColumnKind.EconomicCode => new[] { "30101", "30201", "31002" }[index % 3],
            ColumnKind.Amount => Text(12_345_600 + (index * 10_100)),
            ColumnKind.Number => Text(index + 1),
            _ => column.Title + Text(index),
        },
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Common(string name) => File.ReadAllText(Repository.PathOf("templates", "common", name));

    private void Put(string name, string text)
    {
        var file = Path.Combine(_root.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Dispose() => _root.Dispose();
}
