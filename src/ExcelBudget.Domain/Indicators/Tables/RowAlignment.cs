using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// Lays the cells of a row under the columns of the table, also where cells are missing: in order, so that what stands in the cells agrees
/// best with what stands in the columns.
/// </summary>
internal sealed class RowAlignment(string text, ColumnLayout layout)
{
    private const int Impossible = -1000;
    private const int LongestUnit = 4;
    private const decimal MostHeadings = 0.8m;
    private readonly HeadingReader _headings = new(text);

    /// <summary>For each column the cell that stands under it; null when the row does not fit.</summary>
    public PastedCell?[]? Align(PastedRow row, bool keepsPlaces)
    {
        var width = layout.Roles.Length;
        if (keepsPlaces && row.Cells.Count == width && InPlace(row) is { } exact) return exact;
        if (keepsPlaces && IsBegun(row) && InPlace(row) is { } cut) return cut;
        var cells = row.Cells.Where(cell => !cell.IsEmpty).ToArray();
        if (cells.Length == 0 || cells.Length > width) return null;
        // best[i, j]: how well the first i cells fit under the first j columns
        var best = new int[cells.Length + 1, width + 1];
        for (var i = 1; i <= cells.Length; i++)
        {
            best[i, i - 1] = Impossible;
            for (var j = i; j <= width; j++)
            {
                var taken = best[i - 1, j - 1] + Fit(cells[i - 1], j - 1);
                best[i, j] = Math.Max(taken, j > i ? best[i, j - 1] : Impossible);
            }
        }

        var placed = new PastedCell?[width];
        for (var (i, j) = (cells.Length, width); i > 0; j--)
        {
            if (j > i && best[i, j] == best[i, j - 1]) continue;
            placed[j - 1] = cells[--i];
        }

        return IsGood(placed) ? placed : null;
    }

    /// <summary>
    /// ⇥生态效益指标⇥土壤有机质含量⇥持平⇥稳中有升 without the unit's cell: a row that begins in the columns of levels and ends under the targets, with last
    /// year's figure before it, lacks its last cells only.
    /// </summary>
    private bool IsBegun(PastedRow row) => row.Cells.Count == layout.Value + 1 && row.Cells.Count < layout.Roles.Length
        && layout.Name < layout.Value && layout.Roles[0] == ColumnRole.Level
        && Array.IndexOf(layout.Roles, ColumnRole.Aside, layout.Name, layout.Value - layout.Name) > 0
        && (row.Cells[0].IsEmpty || row.Cells[0].Kind == PastedKind.Level)
        && row.Cells[layout.Name] is { IsEmpty: false, Kind: PastedKind.Words }
        && row.Cells[layout.Value] is { IsEmpty: false, Kind: not (PastedKind.Unit or PastedKind.Level) };

    private PastedCell?[]? InPlace(PastedRow row)
    {
        var placed = new PastedCell?[layout.Roles.Length];
        for (var at = 0; at < row.Cells.Count; at++) placed[at] = row.Cells[at].IsEmpty ? null : row.Cells[at];
        return IsGood(placed, isInPlace: true) ? placed : null;
    }

    /// <summary>A row of an indicator has its name, and nothing in a column that cannot hold it.</summary>
    private bool IsGood(PastedCell?[] placed, bool isInPlace = false)
    {
        if (placed[layout.Name] is { } name)
        {
            var isNamed = !IsHeading(name) || (isInPlace && IsToldOfLevel(placed));
            if (name.Kind is PastedKind.Number or PastedKind.Sign or PastedKind.Direction || !isNamed) return false;
        }
        // a target without a name, in its place
        else if (!isInPlace || layout.Value < 0) return false;
        else if (placed[layout.Value] is not { Kind: PastedKind.Target or PastedKind.Number } && !IsUnfilled(placed)) return false;

        // ≥|98%: the sign before a figure is no target
        if (layout.Value >= 0 && placed[layout.Value] is { Kind: PastedKind.Sign }
            && Array.Exists(placed[(layout.Value + 1)..], cell => cell is { Kind: PastedKind.Target or PastedKind.Number })) return false;
        for (var at = 0; at < placed.Length; at++)
        {
            if (placed[at] is not { } cell) continue;
            // where no cell keeps its place, words under a level are a name that was torn
            if (layout.Roles[at] == ColumnRole.Level && !isInPlace && Fit(cell, at) < -3) return false;
            if (layout.Roles[at] == ColumnRole.Level) continue;
            if (at != layout.Name && cell.Kind == PastedKind.Level) return false;
            // 2026|年11月底前: whatever stands in its own place is what the column is for
            if (isInPlace && layout.Roles[at] == ColumnRole.Unit) continue;
            if (layout.Roles[at] != ColumnRole.Aside && Fit(cell, at) < -3) return false;
        }

        return true;
    }

    /// <summary>经济效益指标⇥⇥⇥⇥未达指标值酌情扣分: a line of the form that nobody filled in but for what stands in every line.</summary>
    private bool IsUnfilled(PastedCell?[] placed)
    {
        var asides = 0;
        for (var at = 0; at < placed.Length; at++)
        {
            if (placed[at] is null || layout.Roles[at] == ColumnRole.Level) continue;
            if (layout.Roles[at] != ColumnRole.Aside || !layout.Columns[at].SaysTheSame) return false;
            asides++;
        }

        return asides > 0;
    }

    /// <summary>
    /// 成本指标⇥社会成本指标⇥定量⇥100⇥%: in a column of names a heading stands for one where it has a target and levels have their own column.
    /// </summary>
    private bool IsToldOfLevel(PastedCell?[] placed) => layout.Name > 0 && layout.Roles[layout.Name - 1] == ColumnRole.Level
        && layout.Value >= 0 && placed[layout.Value] is { Kind: not PastedKind.Level }
        && placed[layout.Name] is { Kind: PastedKind.Level } && layout.Columns[layout.Name].Share(PastedKind.Level) < MostHeadings;

    /// <summary>数量指标 and 【产出指标-数量指标】培训 are never the name of an indicator; 服务对象满意度 may be.</summary>
    private bool IsHeading(PastedCell name) =>
        text.AsSpan(name.Start, name.End - name.Start) is var said && (said.Contains("指标", StringComparison.Ordinal) || said.Contains(':'))
            && (name.Kind == PastedKind.Level || _headings.Read(name.Start, Boundary.Line) is not null);

    private int Fit(PastedCell cell, int at)
    {
        if (cell.Label is { } label && layout.Columns[at].Label is { } own) return label == own ? 20 : -20;
        var role = layout.Roles[at] switch
        {
            ColumnRole.Level => cell.Kind switch
            {
                PastedKind.Level => 6,
                // 过程指标 is a level that no scheme knows
                PastedKind.Words when text.AsSpan(cell.Start, cell.End - cell.Start).EndsWith("指标") => -1,
                _ => -8,
            },
            ColumnRole.Name => cell.Kind switch
            {
                PastedKind.Words => 5,
                PastedKind.Result or PastedKind.Level or PastedKind.Unit or PastedKind.Target or PastedKind.Scoring => 1,
                _ => -6,
            },
            ColumnRole.Sign => cell.Kind is PastedKind.Sign ? 6 : cell.Kind is PastedKind.Nature ? 2 : -8,
            ColumnRole.Value => cell.Kind switch
            {
                PastedKind.Target => 5,
                PastedKind.Number or PastedKind.Result => 4,
                PastedKind.Words or PastedKind.Level => 1,
                // ≥ alone where the operators have no column of their own: a bound without its figure
                PastedKind.Sign => layout.Sign < 0 ? -1 : -8,
                _ => -1,
            },
            ColumnRole.Unit => cell.Kind switch
            {
                PastedKind.Unit => 5,
                PastedKind.Words or PastedKind.Result when cell.End - cell.Start <= LongestUnit => 0,
                _ => -6,
            },
            _ => 0,
        };
        var share = layout.Columns[at].Share(cell.Kind);
        if (layout.Roles[at] != ColumnRole.Aside) return role + (share >= 0.5m ? 2 : share > 0 ? 1 : 0);
        return share >= 0.5m ? 5 : share > 0 ? 3 : layout.Columns[at].Filled == 0 ? 1 : cell.Kind == PastedKind.Words ? -1 : -4;
    }
}
