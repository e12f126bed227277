using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Copies;

/// <summary>
/// Which goals of a run can be the first that a later one is found to copy. A project counts when it belongs to another unit and speaks
/// of another subject: of the same words about the same subject the first does, and the first of another unit, and no other ever.
/// </summary>
internal sealed class FirstGoals
{
    // the unit of the first; null when there is one of another unit too
    private readonly Dictionary<(string Goal, string Subject), string?> _units = [];
    private IndicatorStandards? _standards;
    private bool _areMixed;

    /// <summary>False for a goal that comes behind others which count wherever it does.</summary>
    /// <param name="goal">Its letters and digits.</param>
    /// <param name="subject">The subject of its project, as the standards cut it.</param>
    /// <param name="unit">Whose it is.</param>
    /// <param name="standards">The standards; budgets of several packs cut subjects differently, and then every goal is kept.</param>
    public bool MayBeFirst(string goal, string subject, string unit, IndicatorStandards standards)
    {
        _areMixed |= !ReferenceEquals(_standards ??= standards, standards);
        if (_areMixed) return true;
        if (!_units.TryGetValue((goal, subject), out var first))
        {
            _units.Add((goal, subject), unit);
            return true;
        }

        if (first is null || first == unit) return false;
        _units[(goal, subject)] = null;
        return true;
    }
}

/// <summary>Names by the standards that cut them; standards are the same only when they are one object.</summary>
internal sealed class BySameStandards : IEqualityComparer<(IndicatorStandards Standards, string Name)>
{
    /// <inheritdoc />
    public bool Equals((IndicatorStandards Standards, string Name) x, (IndicatorStandards Standards, string Name) y) =>
        ReferenceEquals(x.Standards, y.Standards) && string.Equals(x.Name, y.Name, StringComparison.Ordinal);

    /// <inheritdoc />
    public int GetHashCode((IndicatorStandards Standards, string Name) obj) =>
        HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Standards), obj.Name);
}
