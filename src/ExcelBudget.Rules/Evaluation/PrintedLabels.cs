using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>
/// What the rows of a form print by themselves in one budget: labels with their slots and ordinals, codes in one cell or several, names.
/// </summary>
public sealed class PrintedLabels
{
    private readonly FormView _view;
    private readonly CodeList? _codes;
    private readonly FormSlots _slots;
    private readonly Dictionary<(RowKey Row, ColumnId Column), int> _ordinals = [];

    /// <param name="view">The form's rows.</param>
    /// <param name="codes">Its code list; null without a code tree.</param>
    /// <param name="slots">Fills slots of labels.</param>
    public PrintedLabels(FormView view, CodeList? codes, FormSlots slots)
    {
        ArgumentNullException.ThrowIfNull(view);
        (_view, _codes, _slots) = (view, codes, slots);
        Count();
    }

    private RowGroup.Tree? Tree => _view.Form.Tree;

    /// <summary>The words of a cell that the form prints; null for a cell with content of its own.</summary>
    public string? Of(RowView row, FormColumn column)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(column);
        if (!row.Covers(column.Id)) return null;
        if (row.Fixed is { } declared)
            return declared.Labels.TryGetValue(column.Id, out var label) ? _slots.Fill(Numbered(label, row, column.Id)) : null;
        if (Tree is not { } tree || _codes is null || row.Code is not { } code) return null;
        for (var place = 0; place < tree.Pieces.Count; place++)
        {
            if (tree.Pieces[place] == column.Id) return Code(tree, row, code, place);
        }

        return column.Kind == CellKind.CodeName ? Indented(tree, row, _codes.NameOf(code) ?? "") : null;
    }

    /// <summary>One piece of a split code; the pieces together are the code, whatever its length.</summary>
    /// <param name="codes">The code list.</param>
    /// <param name="code">The code.</param>
    /// <param name="place">Which piece, 0 for the first.</param>
    /// <param name="pieces">How many there are.</param>
    public static string Piece(CodeList codes, string code, int place, int pieces)
    {
        var start = place == 0 ? 0 : Math.Min(code.Length, codes.LevelLengths[place - 1]);
        var end = place == pieces - 1 ? code.Length : Math.Min(code.Length, codes.LevelLengths[place]);
        return code[start..end];
    }

    /// <summary>A name of its own, such as that of a unit or a project, as far in as its level asks for.</summary>
    public string Own(RowView row, FormColumn column, string text)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(column);
        return column.Kind == CellKind.CodeName && Tree is { } tree && row.Fixed is null ? Indented(tree, row, text) : text;
    }

    private string Code(RowGroup.Tree tree, RowView row, string code, int place) => tree.Print switch
    {
        CodePrint.Cell => code,
        CodePrint.Split => Piece(_codes!, code, place, tree.Pieces.Count),
        _ => Indented(tree, row, Numbered(tree.Text!, row, tree.Column).Replace("{code}", code, StringComparison.Ordinal)
            .Replace("{name}", _codes!.NameOf(code) ?? "", StringComparison.Ordinal)),
    };

    private static string Indented(RowGroup.Tree tree, RowView row, string name) =>
        tree.Indent > 0 && tree.Place(row.Depth) is > 0 and var place ? new string('　', tree.Indent * place) + name : name;

    private string Numbered(string label, RowView row, ColumnId column) =>
        _ordinals.TryGetValue((row.Key, column), out var number) ? Ordinals.Fill(label, number) : Ordinals.WithoutSlot(label);

    /// <summary>
    /// Counts the rows that are printed, column by column; the count goes on across totals, a higher ordinal begins lower ones anew.
    /// </summary>
    private void Count()
    {
        var counts = new Dictionary<(ColumnId Column, int Rank), int>();
        foreach (var row in _view.Rows)
        {
            foreach (var (column, label) in Labels(row))
            {
                if (Ordinals.StyleOf(label) is not { } style) continue;
                var rank = Ordinals.Rank(style);
                foreach (var lower in counts.Keys.Where(key => key.Column == column && key.Rank > rank).ToArray()) counts.Remove(lower);
                _ordinals[(row.Key, column)] = counts[(column, rank)] = counts.GetValueOrDefault((column, rank)) + 1;
            }
        }
    }

    private IEnumerable<KeyValuePair<ColumnId, string>> Labels(RowView row) =>
        row.Fixed is { } declared ? declared.Labels
        : Tree is { Text: { } text } tree && row.Code is not null ? [new(tree.Column, text)]
        : [];
}
