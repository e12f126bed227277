using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>The schema is what the contract promises and what documentation is made from.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("units", "unit_code unit_name [department_code] [department_name] [unit_nature] [unit_rank] [funding] [members]")]
    [InlineData("revenue", "year unit_code function_code source amount_yuan [fund]")]
    [InlineData("expenditure", "year unit_code [function_code] [economic_code] category [project_code] fund amount_yuan")]
    [InlineData("three_public", "year unit_code item fund amount_yuan")]
    [InlineData("projects", "year unit_code project_code project_name amount_yuan [goal] [indicator_text] [classified]")]
    [InlineData("indicators",
        "year unit_code project_code level1 level2 name [description] [operator] [value] [unit] [target] [basis] [classified]")]
    [InlineData("procurement",
        "year unit_code project_code item catalogue_code measure_unit quantity unit_price_yuan fund amount_yuan [sme_amount_yuan]")]
    [InlineData("assets", "as_of unit_code item quantity amount_yuan")]
    [InlineData("narrative", "year unit_code section text")]
    public void Table_HasTheColumnsOfTheContract(string table, string columns) =>
        string.Join(" ", DatasetSchema.Table(table)!.Columns
            .Select(column => column.Need == ColumnNeed.Optional ? $"[{column.Name}]" : column.Name))
            .ShouldBe(columns);

    [Fact]
    public void EveryColumn_HasATitleAndAMeaningForTheDocumentation()
    {
        foreach (var column in DatasetSchema.Tables.SelectMany(table => table.Columns))
        {
            (column.Title.Length > 0 && column.Meaning.Length > 0).ShouldBeTrue(column.Name);
            (column.Choices is not null).ShouldBe(column.Kind == ColumnKind.Choice, column.Name);
        }
    }

    [Fact]
    public void EveryHeader_FindsItsOwnColumn()
    {
        foreach (var table in DatasetSchema.Tables)
        {
            foreach (var column in table.Columns)
            {
                foreach (var header in column.Headers) table.Find($" {header.ToUpperInvariant()} ").ShouldBe(column);
            }
        }
    }
}
