using ExcelBudget.Domain.Indicators.Markup;

namespace ExcelBudget.Domain.Indicators.Reading;

/// <summary>
/// Lays the stretches of the cleaned text side by side in the source, so that none of it is missing and none stands twice.
/// </summary>
internal sealed class SegmentBuilder(CellText cell)
{
    private readonly List<IndicatorSegment> _segments = [];
    private int _source;
    private int _index;

    /// <summary>Adds the stretch between two places of the cleaned text. Stretches come in order.</summary>
    public void Add(SegmentKind kind, int start, int end, int indicator = -1)
    {
        // a heading at the end of the row before it may be told out of order: what is laid already is not laid again
        start = Math.Max(start, _index);
        if (end <= start) return;
        FillTo(cell.SourceStart(start), hasText: start > _index);
        var sourceEnd = cell.SourceEnd(end - 1);
        _segments.Add(new IndicatorSegment(kind, _source, cell.Source[_source..sourceEnd]) { Indicator = indicator });
        (_source, _index) = (sourceEnd, end);
    }

    public IReadOnlyList<IndicatorSegment> Build()
    {
        FillTo(cell.Source.Length, hasText: cell.Length > _index);
        return _segments;
    }

    private void FillTo(int source, bool hasText)
    {
        if (source <= _source) return;
        var text = cell.Source[_source..source];
        var isLeftOut = !hasText && cell.HasLeftOut(_source, source);
        _segments.Add(new IndicatorSegment(isLeftOut ? SegmentKind.Label : Kind(hasText), _source, text));
        (_source, _) = (source, 0);
    }

    private SegmentKind Kind(bool hasText)
    {
        if (!hasText) return SegmentKind.Markup;
        for (var at = _index; at < cell.Length && cell.SourceStart(at) < cell.Source.Length; at++)
        {
            if (char.IsLetterOrDigit(cell.Printed[at])) return SegmentKind.Label;
            if (!IsSeparator(cell.Folded[at])) break;
        }

        return SegmentKind.Separator;
    }

    private static bool IsSeparator(char sign) => !char.IsLetterOrDigit(sign);
}
