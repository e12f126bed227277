using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>Where a pack's form of indicators has what, looked up once for all budgets; null where it has none. Thread-safe.</summary>
internal sealed class IndicatorColumns
{
    private static readonly ConditionalWeakTable<IndicatorStandards, IndicatorColumns> Known = [];

    private readonly ColumnId[] _more;
    private readonly Dictionary<string, string> _levels = new(StringComparer.Ordinal);

    private IndicatorColumns(IndicatorStandards standards)
    {
        var columns = standards.Places.Columns;
        ColumnId? Of(string name) => columns.TryGetValue(name, out var id) ? new ColumnId(id) : null;
        (Level1, Level2, Name, Target) = (Of("level1"), Of("level2"), Of("name"), Of("target"));
        (Operator, Value, Unit) = (Of("operator"), Of("value"), Of("unit"));
        (Description, Weight, Classified) = (Of("description"), Of("weight"), Of("classified"));
        _more = [.. columns.Where(column => column.Key is not ("level1" or "level2")).Select(column => new ColumnId(column.Value))];
        foreach (var level in standards.Levels.SelectMany(level => level.Level2.Prepend(level.Level1)))
            _levels.TryAdd(Stem(level), level);
    }

    /// <summary>一级指标。</summary>
    public ColumnId? Level1 { get; }

    /// <summary>二级指标。</summary>
    public ColumnId? Level2 { get; }

    public ColumnId? Name { get; }

    /// <summary>The target as printed.</summary>
    public ColumnId? Target { get; }

    public ColumnId? Operator { get; }

    public ColumnId? Value { get; }

    public ColumnId? Unit { get; }

    public ColumnId? Description { get; }

    public ColumnId? Weight { get; }

    public ColumnId? Classified { get; }

    /// <summary>The columns of a pack.</summary>
    public static IndicatorColumns Of(IndicatorStandards standards) => Known.GetValue(standards, static key => new IndicatorColumns(key));

    /// <summary>True for a row that holds a text besides its levels.</summary>
    public bool HoldsMore(FormRow row)
    {
        foreach (var column in _more)
        {
            if (row[column]?.AsText() is { Length: > 0 }) return true;
        }

        return false;
    }

    /// <summary>A level as the pack writes it: 数量 is 数量指标.</summary>
    public string Level(string typed)
    {
        var printed = PlainText.Label(typed);
        return _levels.GetValueOrDefault(Stem(printed), printed);
    }

    private static string Stem(string level) => level.EndsWith("指标", StringComparison.Ordinal) ? level[..^2] : level;
}
