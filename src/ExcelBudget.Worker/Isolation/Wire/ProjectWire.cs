using System.Globalization;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;

namespace ExcelBudget.Worker.Isolation.Wire;

/// <summary>How prints of projects, and projects known from before, cross the pipe.</summary>
internal static class ProjectWire
{
    public static void Write(WireWriter writer, ProjectPrint print) =>
        writer.Text(print.Project).Text(print.Name).Text(print.Subject).List(print.Goal, place => writer.Number((int)place))
            .Text(print.Indicators.ToString(CultureInfo.InvariantCulture)).Text(Said(print.Amount));

    public static ProjectPrint Print(WireReader reader) => new(
        reader.Words(), reader.Words(), reader.Words(), reader.List(() => (uint)reader.Number()),
        long.Parse(reader.Words(), CultureInfo.InvariantCulture), Amount(reader.Text()));

    public static void Write(WireWriter writer, KnownProject known) =>
        writer.Text(known.Project).Text(known.Name).Text(known.Unit).Text(Said(known.LastAmount));

    public static KnownProject Known(WireReader reader) => new(reader.Words(), reader.Words(), reader.Words(), Amount(reader.Text()));

    private static string? Said(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    private static decimal? Amount(string? said) => said is null ? null : decimal.Parse(said, CultureInfo.InvariantCulture);
}
