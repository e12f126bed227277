namespace ExcelBudget.TestSupport;

/// <summary>A number as the published document prints it, at its form, row (序号 or code) and 栏次.</summary>
public sealed record PrintedValue(string Form, string Row, string Column, string Text)
{
    /// <summary>The 185 numbers of the published document.</summary>
    public static IReadOnlyList<PrintedValue> All() =>
    [
        .. File.ReadLines(Repository.PathOf("tests", "data", "hebei", "seed001-values.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(parts => new PrintedValue(parts[0], parts[1], parts[2], parts[3])),
    ];
}
