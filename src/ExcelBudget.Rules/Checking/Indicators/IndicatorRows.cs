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
    private static readonly string[] Levels = ["level1", "level2"];

    /// <summary>Rows of the form of indicators by the project they belong to; empty when the pack or the budget has none.</summary>
    public static ILookup<RowKey, FormRow> ByProject(BudgetFigures figures, IndicatorStandards standards)
    {
        var rows = standards.Places.Indicators is { } form ? figures.Budget[new FormId(form)]?.Rows ?? [] : [];
        return rows.Where(row => RowKeys.IsInner(row.Key)).ToLookup(row => RowKeys.OwnerOf(row.Key));
    }

    /// <summary>A project with its indicators. A row that holds nothing but its levels is a heading with nothing under it.</summary>
    public static ReviewedProject Complete(ReviewedProject project, IEnumerable<FormRow> rows, IndicatorStandards standards)
    {
        var (lines, headings) = (new List<ReviewedIndicator>(), new List<string>());
        var (level1, level2) = ("", "");
        foreach (var row in rows)
        {
            var (own1, own2) = (Level(row, "level1", standards), Level(row, "level2", standards));
            // a merged or inserted row carries the levels of the row above it
            if (own1.Length > 0) (level1, level2) = (own1, own2);
            else if (own2.Length > 0) level2 = own2;
            if (standards.Places.Columns.Any(column => !Levels.Contains(column.Key) && row.Text(column.Value).Length > 0))
            {
                lines.Add(Line(row, level1, level2, standards.Places));
            }
            else headings.Add(level2.Length > 0 ? level2 : level1);
        }

        var used = lines.Select(line => line.Group).ToHashSet(StringComparer.Ordinal);
        return project with
        {
            Indicators = lines,
            EmptyHeadings = [.. headings.Where(heading => heading.Length > 0 && !used.Contains(heading)).Distinct()],
        };
    }

    private static ReviewedIndicator Line(FormRow row, string level1, string level2, IndicatorPlaces places)
    {
        var (target, name) = (Target(row, places), Text(row, places, "name"));
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
        var weight = FigureReader.Read(Text(row, places, "weight")) is { IsFigure: true } figure ? figure.Number : (decimal?)null;
        return new ReviewedIndicator(indicator, row.Key, Text(row, places, "description"), weight, Text(row, places, "classified") == "是");
    }

    /// <summary>The target: from its own column as printed, else from operator, value and unit.</summary>
    private static IndicatorTarget Target(FormRow row, IndicatorPlaces places)
    {
        if (Text(row, places, "target") is { Length: > 0 } printed) return IndicatorTarget.Read(printed);
        return EntryRow.Target(Text(row, places, "operator"), Text(row, places, "value"), Text(row, places, "unit"),
            Text(row, places, "name"));
    }

    private static string Text(FormRow row, IndicatorPlaces places, string column) =>
        places.Columns.TryGetValue(column, out var id) && row[new ColumnId(id)] is { } value
            ? value.AsText() ?? value.AsMeasure()?.Value.ToString("0.############", CultureInfo.InvariantCulture) ?? ""
            : "";

    /// <summary>A level as the pack writes it: 数量 is 数量指标.</summary>
    private static string Level(FormRow row, string column, IndicatorStandards standards)
    {
        var printed = PlainText.Label(Text(row, standards.Places, column));
        var stem = Stem(printed);
        return standards.Levels.SelectMany(level => level.Level2.Prepend(level.Level1))
            .FirstOrDefault(level => Stem(level) == stem) ?? printed;
    }

    private static string Stem(string level) => level.EndsWith("指标", StringComparison.Ordinal) ? level[..^2] : level;
}
