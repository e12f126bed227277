using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;

namespace ExcelBudget.Packs.Tests.Projection;

/// <summary>Whatever an optional column of a dataset says reaches the workbook, or is told to be unused.</summary>
public sealed class OptionalColumnTests
{
    /// <summary>The reader makes this table from units: the members of a unit, or the unit itself.</summary>
    private const string Members = "members";

    /// <summary>A table that only sichuan has.</summary>
    private const string MembersList = "members_list";

    private static readonly string[] Targets = ["target", "operator", "value", "unit"];

    public static TheoryData<string, string> Samples => new() { { "hebei", "full" }, { "hebei", "clean" }, { "qinghai", "clean" } };

    [Theory]
    [MemberData(nameof(Samples))]
    public void OptionalColumn_ThatSaysSomething_ReachesTheWorkbookOrIsTold(string id, string sample)
    {
        var pack = PackReader.Read(Repository.PathOf("templates", id)).RuleBook!.Pack;
        var dataset = DatasetReader.Read(Repository.PathOf("templates", id, "sample", sample)).Dataset;
        var year = int.Parse(dataset["projects"][0].Text("year"), System.Globalization.CultureInfo.InvariantCulture);
        foreach (var table in DatasetSchema.Tables.Where(table => pack.Tables.Contains(table.Name)))
        {
            foreach (var column in table.Columns.Where(column => column.Need == ColumnNeed.Optional && column.Kind == ColumnKind.Text))
            {
                var blank = Blanked(dataset, table.Name, column.Name);
                // a unit says nothing without its value
                if (column.Name == "unit") blank = With(blank, table.Name, "value", "5");
                var said = With(blank, table.Name, column.Name, "甲乙丙");
                var isTold = UnusedFacts.Find(pack, said, year)
                    .Any(fault => fault.Message.Contains($"“{column.Title}”一栏", StringComparison.Ordinal));
                (isTold || !Budgets(pack, said, year).SequenceEqual(Budgets(pack, blank, year)))
                    .ShouldBeTrue($"{id}: {table.Name}.{column.Name}");
            }
        }
    }

    /// <summary>Choices and codes: some other value than nothing shows, or the column is told to be unused.</summary>
    [Theory]
    [InlineData("hebei", "full")]
    [InlineData("qinghai", "clean")]
    [InlineData("zhongyang", "institute")]
    [InlineData("sichuan", "department")]
    public void OptionalColumn_OfChoicesOrCodes_ReachesTheWorkbookOrIsTold(string id, string sample)
    {
        var pack = PackReader.Read(Repository.PathOf("templates", id)).RuleBook!.Pack;
        var dataset = DatasetReader.Read(Repository.PathOf("templates", id, "sample", sample), pack).Dataset;
        foreach (var table in PackSchema.Of(pack).Where(table => pack.Tables.Contains(table.Name) && dataset[table.Name].Count > 0))
        {
            // project_code leads nowhere where no project is declared
            foreach (var column in table.Columns.Where(column => column.Need == ColumnNeed.Optional
                && (column.Name != "project_code" || dataset["projects"].Count > 0) && IsChosen(column.Kind)))
            {
                var year = YearOf(dataset);
                var blank = Blanked(dataset, table.Name, column.Name);
                if (column.Name == "operator") blank = With(blank, table.Name, "value", "5");
                var shown = Budgets(pack, blank, year);
                Said(column, dataset[table.Name]).Any(value => With(blank, table.Name, column.Name, value) is var said
                    && (IsTold(pack, said, year, column) || !Budgets(pack, said, year).SequenceEqual(shown)))
                    .ShouldBeTrue($"{id} {sample}: {table.Name}.{column.Name}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(EverySample))]
    public void Members_OfAUnit_ReachTheWorkbookOrAreTold(string id, string sample)
    {
        var pack = PackReader.Read(Repository.PathOf("templates", id)).RuleBook!.Pack;
        using var temp = new TempFolder();
        foreach (var file in Directory.GetFiles(Repository.PathOf("templates", id, "sample", sample)))
            temp.Write(Path.GetFileName(file), File.ReadAllBytes(file));
        var members = UnitTable(temp, "");
        var none = DatasetReader.Read(temp.Path, pack.Tables).Dataset;
        UnitTable(temp, members);
        var two = DatasetReader.Read(temp.Path, pack.Tables).Dataset;
        (two[Members].Count - none[Members].Count).ShouldBe(none["units"].Count);
        var column = DatasetSchema.Tables.Single(table => table.Name == "units").Columns.Single(column => column.Name == Members);
        (IsTold(pack, two, YearOf(two), column) || !Budgets(pack, two, YearOf(two)).SequenceEqual(Budgets(pack, none, YearOf(none))))
            .ShouldBeTrue(id);
    }

    public static TheoryData<string, string> EverySample => new()
    {
        { "hebei", "full" }, { "qinghai", "clean" }, { "sichuan", "department" }, { "zhongyang", "institute" },
    };

    /// <summary>Writes the units with a column of members, the same for each; answers two of them.</summary>
    private static string UnitTable(TempFolder temp, string members)
    {
        var file = temp.In("units.csv");
        var lines = File.ReadAllLines(file);
        var at = Array.FindIndex(lines[0].Split(','), header => header is Members or "机构设置");
        File.WriteAllLines(file, lines.Select((line, row) => at < 0 ? $"{line},{(row == 0 ? Members : members)}"
            : string.Join(',', line.Split(',').Select((cell, place) => row > 0 && place == at ? members : cell))));
        return "甲站|行政|正科级|财政拨款；乙站|事业|股级|财政拨款";
    }

    private static bool IsChosen(ColumnKind kind) =>
        kind is ColumnKind.Choice or ColumnKind.Code or ColumnKind.FunctionCode or ColumnKind.EconomicCode;

    private static int YearOf(Dataset dataset) => DatasetSchema.Tables.SelectMany(table => dataset[table.Name])
        .Select(row => row.Year).OfType<int>().Max();

    private static bool IsTold(Pack pack, Dataset said, int year, ColumnSchema column) => UnusedFacts.Find(pack, said, year)
        .Any(fault => fault.Message.Contains($"“{column.Title}”一栏", StringComparison.Ordinal) || fault.Column == column.Name);

    /// <summary>What a column of choices or codes may say: every choice, or the values that the sample has, and one it has not.</summary>
    private static IEnumerable<string> Said(ColumnSchema column, IReadOnlyList<DatasetRow> rows) => column.Choices?.Values
        ?? rows.Select(row => row.Text(column.Name)).Where(text => text.Length > 0).Distinct()
            .Append(column.Kind switch { ColumnKind.FunctionCode => "2010301", ColumnKind.EconomicCode => "30201", _ => "987" });

    [Fact]
    public void PrintedTarget_OfAnIndicator_FillsOperatorValueAndUnitWhereThePackHasThem()
    {
        var pack = PackReader.Read(Repository.PathOf("templates", "qinghai")).RuleBook!.Pack;
        var dataset = DatasetReader.Read(Repository.PathOf("templates", "qinghai", "sample", "clean")).Dataset;
        var fields = With(Blanked(dataset, "indicators", "target"), "indicators", "target", "≥365天");
        var unit = dataset["units"][0].Text("unit_code");
        var row = new BudgetProjection(pack, fields).Of(unit, 2024)[new FormId("indicators")]!.Rows[0];
        (row.Text("operator"), row.Text("value"), row.Text("unit")).ShouldBe(("≥", "365", "天"));
    }

    /// <summary>Without a column; 指标值 goes with the fields it is made of, for one side fills the other.</summary>
    private static Dataset Blanked(Dataset dataset, string table, string field) =>
        (Targets.Contains(field) ? Targets : [field]).Aggregate(dataset, (before, name) => With(before, table, name, ""));

    private static Dataset With(Dataset dataset, string table, string field, string text) =>
        new(DatasetSchema.Tables.Select(schema => schema.Name).Append(Members).Append(MembersList).ToDictionary(
        name => name,
        name => name == table || (name == Members && table == "units")
            ? (IReadOnlyList<DatasetRow>)[.. dataset[name].Select(row => With(row, field, text))]
            : dataset[name]));

    /// <summary>Blank values are absent.</summary>
    private static DatasetRow With(DatasetRow row, string field, string text) => row.With(field, Domain.Datasets.FieldValue.Of(text));

    private static string[] Budgets(Pack pack, Dataset dataset, int year) =>
    [
        .. from unit in dataset["units"]
           from form in new BudgetProjection(pack, dataset).Of(unit.Text("unit_code"), year).Forms
           from row in form.Rows
           from cell in row.Cells
           select $"{form.Form} {row.Key} {cell.Key} {cell.Value}",
    ];
}
