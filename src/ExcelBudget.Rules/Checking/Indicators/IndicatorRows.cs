using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>Reads indicators from a form with one indicator a row.</summary>
internal static class IndicatorRows
{
    private static readonly KnownTexts<IndicatorTarget> Targets = new(IndicatorTarget.Read);

    /// <summary>Rows of the form of indicators by the project they belong to; empty when the pack or the budget has none.</summary>
    public static ILookup<RowKey, FormRow> ByProject(BudgetFigures figures, IndicatorStandards standards)
    {
        var rows = standards.Places.Indicators is { } form ? figures.Budget[new FormId(form)]?.Rows ?? [] : [];
        return rows.Where(row => RowKeys.IsInner(row.Key)).ToLookup(row => RowKeys.OwnerOf(row.Key));
    }

    /// <summary>A project with its indicators. A row that holds nothing but its levels is a heading with nothing under it.</summary>
    public static ReviewedProject Complete(ReviewedProject project, IEnumerable<FormRow> rows, IndicatorStandards standards)
    {
        var columns = IndicatorColumns.Of(standards);
        var (lines, headings) = (new List<ReviewedIndicator>(), new List<string>());
        var (level1, level2) = ("", "");
        foreach (var row in rows)
        {
            var (own1, own2) = (columns.Level(Text(row, columns.Level1)), columns.Level(Text(row, columns.Level2)));
            // a merged or inserted row carries the levels of the row above it
            if (own1.Length > 0) (level1, level2) = (own1, own2);
            else if (own2.Length > 0) level2 = own2;
            if (columns.HoldsMore(row)) lines.Add(Line(row, level1, level2, columns));
            else headings.Add(level2.Length > 0 ? level2 : level1);
        }

        var used = lines.Select(line => line.Group).ToHashSet(StringComparer.Ordinal);
        return project with
        {
            Indicators = lines,
            EmptyHeadings = [.. headings.Where(heading => heading.Length > 0 && !used.Contains(heading)).Distinct()],
        };
    }

    private static ReviewedIndicator Line(FormRow row, string level1, string level2, IndicatorColumns columns)
    {
        var (target, name) = (Target(row, columns), Text(row, columns.Name));
        var indicator = new Indicator
        {
            Level1 = level1,
            Level2 = level2,
            Name = name,
            Operator = target.Operator,
            Value = target.Value,
            Unit = target.Unit,
            Raw = $"{name} {target}".Trim(),
        };
        var weight = FigureReader.Read(Text(row, columns.Weight)) is { IsFigure: true } figure ? figure.Number : (decimal?)null;
        return new ReviewedIndicator(indicator, row.Key, Text(row, columns.Description), weight, Text(row, columns.Classified) == "是");
    }

    /// <summary>The target: from its own column as printed, else from operator, value and unit.</summary>
    private static IndicatorTarget Target(FormRow row, IndicatorColumns columns)
    {
        if (Text(row, columns.Target) is { Length: > 0 } printed) return Targets[printed];
        return EntryRow.Target(Text(row, columns.Operator), Text(row, columns.Value), Text(row, columns.Unit), Text(row, columns.Name));
    }

    private static string Text(FormRow row, ColumnId? column) => column is { } id && row[id] is { } value
        ? value.AsText() ?? value.AsMeasure()?.Value.ToString("0.############", CultureInfo.InvariantCulture) ?? ""
        : "";
}
