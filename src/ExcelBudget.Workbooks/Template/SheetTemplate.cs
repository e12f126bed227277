using System.Collections.Frozen;
using System.Text;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Template;

/// <summary>A cell of a template sheet.</summary>
/// <param name="Column">Column from 1.</param>
/// <param name="Style">Style index as text; empty for none.</param>
/// <param name="Type">Type attribute; empty for a number.</param>
/// <param name="Inner">XML inside the cell when it has no formula.</param>
/// <param name="Formula">Formula without «=»; null when it has none.</param>
public sealed record TemplateCell(int Column, string Style, string Type, string Inner, string? Formula);

/// <summary>A row of a template sheet.</summary>
/// <param name="Number">Row from 1.</param>
/// <param name="Attributes">Its attributes without number, spans and height, each with a leading blank.</param>
/// <param name="Height">Height in points; null for the default.</param>
/// <param name="Cells">Its cells in order.</param>
public sealed record TemplateRow(int Number, string Attributes, double? Height, IReadOnlyList<TemplateCell> Cells);

/// <summary>A rectangle named in the template.</summary>
/// <param name="Sheet">Sheet name.</param>
/// <param name="FirstRow">Top row.</param>
/// <param name="FirstColumn">Left column.</param>
/// <param name="LastRow">Bottom row.</param>
/// <param name="LastColumn">Right column.</param>
public sealed record NamedArea(string Sheet, int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>An element after the rows of a sheet: merges, validations, formats, page set-up.</summary>
/// <param name="Name">Local name.</param>
/// <param name="Xml">The element as it stands.</param>
public sealed record TailElement(string Name, string Xml)
{
    /// <summary>The element parsed; a copy is changed, never this one.</summary>
    internal XElement Parsed { get; } = XElement.Parse(Xml);

    /// <summary>The element taken apart into what stays and what follows the rows.</summary>
    internal TailPattern Pattern => field ??= new TailPattern(Parsed);

    /// <summary>The element as it stands, as bytes.</summary>
    internal byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Xml);
}

/// <summary>A sheet of a template, taken apart once.</summary>
public sealed record SheetTemplate
{
    private const double DefaultWidth = 9;

    private FrozenDictionary<int, TemplateRow>? _rowsByNumber;
    private FrozenDictionary<int, RowStencil>? _stencils;
    private ILookup<(int Row, int Column), int>? _mergedRight;

    /// <summary>The name on the tab, as the pack's form gives it.</summary>
    public required string Name { get; init; }

    /// <summary>Part in the package.</summary>
    public required string Part { get; init; }

    /// <summary>Everything before the first row, «&lt;sheetData&gt;» included.</summary>
    public required string Head { get; init; }

    /// <summary>The template's rows from the top; rows of lists once, as prototypes.</summary>
    public required IReadOnlyList<TemplateRow> Rows { get; init; }

    /// <summary>The rows by their number.</summary>
    internal FrozenDictionary<int, TemplateRow> RowsByNumber => _rowsByNumber ??= Rows.ToFrozenDictionary(row => row.Number);

    /// <summary>The rows as ready bytes, by their number.</summary>
    internal FrozenDictionary<int, RowStencil> Stencils =>
        _stencils ??= Rows.ToFrozenDictionary(row => row.Number, row => new RowStencil(row));

    /// <summary>Elements after the rows in order.</summary>
    public required IReadOnlyList<TailElement> Tail { get; init; }

    /// <summary>Last columns of merges within one row, by their first cell.</summary>
    internal ILookup<(int Row, int Column), int> MergedRight => _mergedRight ??=
        Merges.Where(merge => merge.FirstRow == merge.LastRow)
            .ToLookup(merge => (merge.FirstRow, merge.FirstColumn), merge => merge.LastColumn);

    /// <summary>Areas that are one cell on the sheet; those of a prototype are repeated with it.</summary>
    public required IReadOnlyList<NamedArea> Merges { get; init; }

    /// <summary>Height of the rows that fit on a printed page, in points; null where it cannot be told.</summary>
    public double? PageHeight { get; init; }

    /// <summary>Height in points that can be read on the one page the sheet is squeezed onto; null for other sheets.</summary>
    public double? OnePageHeight { get; init; }

    /// <summary>Column widths from column 1, in characters; columns beyond the list have the default width.</summary>
    public required IReadOnlyList<double> ColumnWidths { get; init; }

    /// <summary>Width of a column, from 1, in characters.</summary>
    public double WidthOf(int column) => column <= ColumnWidths.Count ? ColumnWidths[column - 1] : DefaultWidth;
}
