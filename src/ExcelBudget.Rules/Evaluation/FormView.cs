using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>A row of a form in one budget, with what selectors ask of it.</summary>
/// <param name="Key">The row's key.</param>
/// <param name="Code">Its classification code; null when it stands for none.</param>
/// <param name="Depth">Level of the code, 0 for 类; -1 without one.</param>
/// <param name="IsLeaf">True for a code of the lowest level in a code tree, and for every row of a list.</param>
/// <param name="Fixed">The declared row; null for rows that come from data.</param>
/// <param name="Row">What was entered; null when nothing was.</param>
public sealed record RowView(RowKey Key, string? Code, int Depth, bool IsLeaf, RowGroup.Fixed? Fixed, FormRow? Row)
{
    /// <summary>The stretch of rows it was declared by; null for a form that declares none.</summary>
    public RowGroup? Group { get; init; }

    /// <summary>Where it stands in its form.</summary>
    internal RowPlace Place { get; init; }

    /// <summary>How many rows of its form stand above it.</summary>
    public int Above => Place.Above;

    /// <summary>True for a column that the row fills.</summary>
    public bool Covers(ColumnId column) => Group is null || Group.Covers(column);
}

/// <summary>Where a row stands in its form. It is no part of what the row is: two are always equal.</summary>
/// <param name="above">How many rows stand above it.</param>
internal readonly struct RowPlace(int above) : IEquatable<RowPlace>
{
    public int Above => above;

    /// <inheritdoc />
    public bool Equals(RowPlace other) => true;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is RowPlace;

    /// <inheritdoc />
    public override int GetHashCode() => 0;
}

/// <summary>The rows of a form in one budget, in printed order.</summary>
public sealed class FormView
{
    private static readonly int[] FunctionalLengths = [3, 5, 7];

    private readonly Dictionary<RowKey, RowView> _byKey;
    private readonly Dictionary<string, RowView[]> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<int, RowView[]> _byDepth = [];
    private readonly RowView[] _rows;
    private readonly RowView[]?[] _alone;
    private readonly Dictionary<(string Code, int Units, int Depth), RowView[]> _below = [];
    // selectors of the language are made once for a book
    private readonly Dictionary<RowSelector, RowView[]> _selected = new(ReferenceEqualityComparer.Instance);
    private RowView[]? _leaves;

    private FormView(FormDefinition form, CodeList? codes, List<RowView> rows)
    {
        Form = form;
        UnitLength = codes?.UnitLength ?? 0;
        _rows = [.. rows];
        _alone = new RowView[_rows.Length][];
        _byKey = new Dictionary<RowKey, RowView>(_rows.Length);
        Dictionary<string, List<RowView>>? shared = null;
        foreach (var row in _rows)
        {
            _byKey.Add(row.Key, row);
            if (row.Code is not { } code || _byCode.TryAdd(code, Alone(row))) continue;
            shared ??= new(StringComparer.Ordinal);
            if (!shared.TryGetValue(code, out var sharing)) shared[code] = sharing = [.. _byCode[code]];
            sharing.Add(row);
        }

        foreach (var (code, sharing) in shared ?? []) _byCode[code] = [.. sharing];
    }

    public FormDefinition Form { get; }

    /// <summary>How many digits in front of its codes name a unit; 0 for a form without units above its codes.</summary>
    public int UnitLength { get; }

    /// <summary>Rows in printed order.</summary>
    public IReadOnlyList<RowView> Rows => _rows;

    /// <summary>The same, to be gone through by number; not to be changed.</summary>
    internal RowView[] All => _rows;

    /// <summary>The row of a key; null when the budget has none.</summary>
    public RowView? this[RowKey key] => _byKey.GetValueOrDefault(key);

    /// <summary>Lays out a form's rows: declared ones, and those the budget brings.</summary>
    /// <param name="form">The form.</param>
    /// <param name="codes">Its code list; null without a code tree.</param>
    /// <param name="content">What the budget holds; null when it lacks the form.</param>
    public static FormView Of(FormDefinition form, CodeList? codes, FormContent? content)
    {
        var rows = new List<RowView>();
        foreach (var group in form.Rows)
        {
            if (group is RowGroup.Fixed declared) rows.Add(FixedRow(declared, content, new RowPlace(rows.Count)));
            else if (content is not null) AddDataRows(rows, form, group, codes, content);
        }

        if (form.Rows.Count == 0 && content is not null) AddDataRows(rows, form, null, codes, content);
        return new FormView(form, codes, rows);
    }

    /// <summary>Rows of a code, as a sum by code would take them.</summary>
    public IReadOnlyList<RowView> OfCode(string code) => Coded(code);

    /// <summary>The same, to be gone through by number; not to be changed.</summary>
    internal RowView[] Coded(string code) => _byCode.TryGetValue(code, out var rows) ? rows : [];

    /// <summary>A row of this form by itself.</summary>
    internal RowView[] Alone(RowView row)
    {
        var place = row.Place.Above;
        return place < _rows.Length && ReferenceEquals(_rows[place], row) ? _alone[place] ??= [row] : [row];
    }

    /// <summary>Rows of the lowest level.</summary>
    internal RowView[] Leaves => _leaves ??= Array.FindAll(_rows, row => row.IsLeaf);

    /// <summary>Rows of a level.</summary>
    internal RowView[] OfDepth(int depth)
    {
        if (!_byDepth.TryGetValue(depth, out var rows)) _byDepth[depth] = rows = Array.FindAll(_rows, row => row.Depth == depth);
        return rows;
    }

    /// <summary>The rows that a selector takes whatever row is under examination, found once.</summary>
    internal RowView[] Selected(RowSelector selector, Func<FormView, RowSelector, RowView[]> find)
    {
        if (!_selected.TryGetValue(selector, out var rows)) _selected[selector] = rows = find(this, selector);
        return rows;
    }

    /// <summary>Rows of a level under a code; those of the lowest level when no level is given.</summary>
    /// <param name="code">The code.</param>
    /// <param name="units">Digits of a unit that stand before the codes of the form and that this one lacks.</param>
    /// <param name="depth">The level; null for the lowest.</param>
    internal RowView[] Below(string code, int units, int? depth)
    {
        var key = (code, units, depth ?? int.MinValue);
        if (!_below.TryGetValue(key, out var rows))
            _below[key] = rows = Array.FindAll(depth is { } level ? OfDepth(level) : Leaves, row => IsUnder(row, code, units));
        return rows;
    }

    /// <summary>Rows from one to another, both included.</summary>
    internal IEnumerable<RowView> Between(RowKey first, RowKey last)
    {
        var inside = false;
        foreach (var row in Rows)
        {
            inside |= row.Key == first;
            if (inside) yield return row;
            if (row.Key == last) yield break;
        }
    }

    private static bool IsUnder(RowView row, string code, int units) => row.Code is { } own && own.Length > units + code.Length
        && own.AsSpan(units).StartsWith(code, StringComparison.Ordinal);

    private static RowView FixedRow(RowGroup.Fixed declared, FormContent? content, RowPlace place) => new(
        declared.Key,
        declared.Code,
        declared.Code is { } code ? Array.IndexOf(FunctionalLengths, code.Length) : -1,
        IsLeaf: false,
        declared,
        content?[declared.Key])
    { Group = declared, Place = place };

    private static void AddDataRows(List<RowView> rows, FormDefinition form, RowGroup? group, CodeList? codes, FormContent content)
    {
        foreach (var row in content.Rows)
        {
            if (form.FixedRow(row.Key) is not null) continue;
            var code = codes is null ? null : row.Key.Value;
            var depth = code is null ? -1 : form.Tree!.DepthOf(code, codes!);
            rows.Add(new RowView(row.Key, code, depth, code is null || depth == form.Tree!.LeafDepth, null, row)
            {
                Group = group,
                Place = new RowPlace(rows.Count),
            });
        }
    }
}
