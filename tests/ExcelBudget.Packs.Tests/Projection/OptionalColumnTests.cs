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
        new(DatasetSchema.Tables.Select(schema => schema.Name).Append(Members).ToDictionary(
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
