using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Checking.Tables;

/// <summary>The cells of a printed form against the budget's, and their rows.</summary>
/// <param name="scope">The check under way.</param>
/// <param name="print">The table.</param>
/// <param name="title">The paragraph with its title; null without one.</param>
internal sealed class CellComparison(NoteScope scope, PrintedForm print, NoteParagraph? title)
{
    private readonly IReadOnlyList<RowView> _rows = PrintedRows.WithParts(print.Form, scope.Figures.View);
    private readonly FormSlots _slots = new(print.Form, scope.Figures.Budget.Identity);
    private readonly Dictionary<FormId, PrintedLabels> _labels = print.Form.Parts.Prepend(print.Form).ToDictionary(
        form => form.Id, form => new PrintedLabels(scope.Figures.View(form), scope.Figures.Book.Codes(form),
            new FormSlots(form, scope.Figures.Budget.Identity)));
    private readonly HashSet<CellAddress> _seen = [];
    private readonly FormDefinition[] _coded = [.. print.Form.Parts.Prepend(print.Form).Where(form => form.Tree is not null)];
    private readonly Dictionary<FormId, CodeNames> _names = print.Form.Parts.Prepend(print.Form)
        .Where(form => form.Tree is { Print: CodePrint.Name })
        .ToDictionary(form => form.Id, form => new CodeNames(scope.Figures.Book.Codes(form)!, form.Tree!.LeafDepth));

    public void Check()
    {
        var listed = print.Form.Rows.Any(group => group is RowGroup.List)
            ? new Queue<RowView>(_rows.Where(row => row is { Fixed: null, Row: not null })) : null;
        foreach (var row in print.Table.Rows.Skip(print.FirstRow).Where(row => row.Any(cell => cell.Text.Trim().Length > 0)))
            CheckRow(row, listed);
        CheckMissing();
    }

    private void CheckRow(IReadOnlyList<NoteCell> row, Queue<RowView>? listed)
    {
        var next = listed is { Count: > 0 } && FixedRow(row, null) is null ? listed.Dequeue() : null;
        var isUnknown = false;
        foreach (var column in print.Form.Columns.Where(column => column.IsFigure))
        {
            if (print.Cell(row, column) is not { } cell) continue;
            if ((next ?? RowOf(row, column)) is { } known) Compare(known, column, cell);
            else isUnknown |= !IsBlank(cell.Text);
        }

        if (next is not null) CompareTexts(next, row);
        if (!isUnknown) return;
        var first = row.First(cell => cell.Paragraphs.Count > 0);
        var words = string.Join(
            ' ', row.Where(cell => cell.Paragraphs.Count > 0 && Number(cell.Text) is null).Select(cell => cell.Text.Trim()));
        scope.Report(
            NoteRuleIds.TableRow, Spot(first.Paragraphs[0], null),
            new NoteRemark
            {
                Said = words.Length > 0 ? words : first.Text,
                Item = print.Form.Title,
                Hint = NoteSentences.RowUnknown.With(),
            });
    }

    private void Compare(RowView row, FormColumn column, NoteCell cell)
    {
        var (form, address) = (FormOf(row), AddressOf(row, column));
        if (!_seen.Add(address) || row.Fixed?.Labels.ContainsKey(column.Id) == true) return;
        if (BudgetFigures.SpecOf(form, row, column).Role == CellRole.Blank) return;
        var figure = scope.Figures.Value(form, row, column.Id);
        if (figure.Unknown is { } reason)
        {
            scope.NotChecked(NoteRuleIds.TableCell, reason);
            return;
        }

        var expected = column.WithoutBase is { } word && scope.Figures.IsWithoutBase(form, row, column) ? word
            : print.Form.Printed(column, figure.Value);
        if (IsSame(cell.Text.Trim(), expected)) return;
        var spot = cell.Paragraphs.Count > 0 ? Spot(cell.Paragraphs[0], address) : title is null
            ? new NoteSpot(null, 0, 0) { Address = address } : new NoteSpot(title, 0, 0) { Address = address };
        scope.Report(NoteRuleIds.TableCell, spot, new NoteRemark
        {
            Said = cell.Text.Trim().Length > 0 ? cell.Text.Trim() : NoteSentences.Blank.With(),
            Expected = expected.Length > 0 ? expected : NoteSentences.Blank.With(),
            Difference = Number(cell.Text) is { } said ? Domain.Money.Figures.Shown(said - (Number(expected) ?? 0m), DecimalsOf(column))
                : null,
            Item = print.Form.Title,
            Cell = scope.Names.Of(address),
            Cells = [address],
        });
    }

    /// <summary>Texts of a listed row may be reworded; their numbers may not.</summary>
    private void CompareTexts(RowView known, IReadOnlyList<NoteCell> row)
    {
        foreach (var column in print.Form.Columns.Where(column => !column.IsFigure && !column.IsRowNumber))
        {
            var meant = known.Row!.Text(column.Id.Value);
            if (meant.Length == 0 || print.Cell(row, column) is not { IsContinued: false, Paragraphs.Count: > 0 } cell
                || TextNumbers.AreSame(cell.Text, meant)) continue;
            var address = new CellAddress(print.Form.Id, known.Key, column.Id);
            scope.Report(
                NoteRuleIds.TextFigure, Spot(cell.Paragraphs[0], address),
                new NoteRemark { Said = cell.Text.Trim(), Expected = meant, Cell = scope.Names.Of(address), Cells = [address] });
        }
    }

    private void CheckMissing()
    {
        foreach (var row in _rows.Where(row => row.Row is not null || row.Fixed is not null))
        {
            var missing =
                print.Form.Columns.FirstOrDefault(
                column => column.IsFigure && print.Columns.ContainsKey(column) && !_seen.Contains(AddressOf(row, column))
                && row.Fixed?.Labels.ContainsKey(column.Id) != true
                    && scope.Figures.Value(FormOf(row), row, column.Id) is { IsKnown: true } figure
                    && SentenceAmounts.Rounded(figure.Value, print.Form.Amounts) != 0m);
            if (missing is null) continue;
            var address = AddressOf(row, missing);
            var spot = title is null ? new NoteSpot(null, 0, 0) { Address = address } : new NoteSpot(title, 0, 0) { Address = address };
            scope.Report(
                NoteRuleIds.TableRow, spot,
                new NoteRemark
                {
                    Said = "",
                    Item = print.Form.Title,
                    Cell = scope.Names.Of(address),
                    Cells = [address],
                    Hint = NoteSentences.RowMissing.With(("cell", scope.Names.Of(address)))
                });
        }
    }

    /// <summary>The form by which a row is known: the printed one, or a part of it.</summary>
    private FormDefinition FormOf(RowView row) => PrintedRows.FormOf(print.Form, row);

    private CellAddress AddressOf(RowView row, FormColumn column) => new(FormOf(row).Id, row.Key, column.Id);

    private RowView? RowOf(IReadOnlyList<NoteCell> row, FormColumn column)
    {
        var coded = Array.FindAll(_coded, form => form.Tree!.Covers(column.Id));
        // a row that shows a code is that code's, also where a fixed row tells the same name again: 其中：教育支出
        foreach (var form in coded.Where(form => form.Tree!.Print != CodePrint.Name && ShowsPieces(form.Tree)))
        {
            if (OfCode(form, row, column) is { } own) return own;
        }

        if (FixedRow(row, column) is { } declared) return declared;
        if (coded.Length == 0) return Unlabelled(column);
        return coded.Select(form => ShowsPieces(form.Tree!) ? OfCode(form, row, column) : ByWords(form, row, column))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>False where the sheet hides what tells rows apart.</summary>
    private bool ShowsPieces(RowGroup.Tree tree) => tree.Pieces.All(piece => print.Form.Column(piece) is not null);

    private RowView? OfCode(FormDefinition form, IReadOnlyList<NoteCell> row, FormColumn column)
    {
        if (CodeIn(row, form) is not { Length: > 0 } code) return null;
        return _rows.FirstOrDefault(candidate => candidate.Fixed is null && candidate.Code == code && FormOf(candidate) == form
            && !_seen.Contains(AddressOf(candidate, column)));
    }

    /// <summary>Where the sheet hides what tells rows apart, the next row that prints the same words.</summary>
    private RowView? ByWords(FormDefinition form, IReadOnlyList<NoteCell> row, FormColumn column) => _rows.FirstOrDefault(candidate =>
        candidate.Fixed is null && candidate.Row is { } own && FormOf(candidate) == form && !_seen.Contains(AddressOf(candidate, column))
        && print.Form.Columns.Where(other => other is { IsFigure: false, IsRowNumber: false }).All(other =>
            PlainText.Label(print.Cell(row, other)?.Text ?? "") == PlainText.Label(own.Text(other.Id.Value) is { Length: > 0 } text ? text
                : _labels[form.Id].Of(candidate, other) ?? "")));

    /// <summary>The next row that prints no label.</summary>
    private RowView? Unlabelled(FormColumn column) => _rows.FirstOrDefault(candidate =>
        candidate is { Fixed.Labels.Count: 0 } && candidate.Covers(column.Id) && !_seen.Contains(AddressOf(candidate, column)));

    /// <summary>The code a row shows; empty where none can be told.</summary>
    private string CodeIn(IReadOnlyList<NoteCell> row, FormDefinition form)
    {
        var tree = form.Tree!;
        string Shown(ColumnId column) => print.Cell(row, print.Form.Column(column)!)?.Text.Trim() ?? "";
        if (tree.Print == CodePrint.Name) return _names[form.Id].Find(Shown(tree.Column)) ?? "";
        var shown = string.Concat(tree.Pieces.Select(Shown));
        return tree.Print == CodePrint.Joined ? new string([.. shown.SkipWhile(sign =>
            !char.IsAsciiDigit(sign)).TakeWhile(char.IsAsciiDigit)])
            : shown;
    }

    /// <summary>
    /// The fixed row by the label to the left of a column, or by any label; where labels repeat, by its other labels and 序号.
    /// </summary>
    private RowView? FixedRow(IReadOnlyList<NoteCell> row, FormColumn? column)
    {
        var at = column is null ? int.MaxValue : print.Form.IndexOf(column.Id);
        var labels = print.Form.Columns.Where(
            candidate => !candidate.IsFigure && !candidate.IsRowNumber && print.Form.IndexOf(candidate.Id) < at).Reverse().ToArray();
        var fitting = labels.SelectMany(label => _rows.Where(candidate => Agrees(row, label, candidate) == true))
            .Where(candidate => column is null || candidate.Covers(column.Id)).ToArray();
        // where a label repeats, the rows come in their order
        if (column is not null && fitting.Length > 1)
            fitting = [.. fitting.OrderBy(candidate => _seen.Contains(AddressOf(candidate, column)))];
        return Array.Find(fitting, candidate => candidate.Key.Value == RowNumber(row) && !IsContradicted(row, labels, candidate))
            ?? Array.Find(fitting, candidate => !IsContradicted(row, labels, candidate))
            ?? (fitting.Length > 0 ? fitting[0] : null);
    }

    private bool IsContradicted(IReadOnlyList<NoteCell> row, FormColumn[] labels, RowView candidate) =>
        Array.Exists(labels, label => Agrees(row, label, candidate) == false);

    /// <summary>Whether a row shows a fixed row's label; null when the row has none, or nothing stands in the cell.</summary>
    private bool? Agrees(IReadOnlyList<NoteCell> row, FormColumn label, RowView candidate)
    {
        if (candidate.Fixed?.Labels.TryGetValue(label.Id, out var printed) != true) return null;
        var words = Plain(print.Cell(row, label)?.Text ?? "");
        if (words.Length == 0) return null;
        return Ordinals.StyleOf(printed!) is null ? Plain(_slots.Fill(printed!)) == words
            : Plain(_slots.Fill(Ordinals.WithoutSlot(printed!))) == Plain(Ordinals.Strip(words));
    }

    private string? RowNumber(IReadOnlyList<NoteCell> row) =>
        print.Form.Columns.FirstOrDefault(column => column.IsRowNumber) is { } number ? print.Cell(row, number)?.Text.Trim() : null;

    private static string Plain(string label)
    {
        var words = PlainText.Label(FormNames.Normalise(label));
        return words.StartsWith("其中：", StringComparison.Ordinal) ? words["其中：".Length..] : words;
    }

    private NoteSpot Spot(NoteParagraph paragraph, CellAddress? address) =>
        NoteSpot.Of(paragraph) with { Near = title?.Number, Address = address };

    private int DecimalsOf(FormColumn column) => column.Kind == CellKind.Amount ? print.Form.Amounts.Decimals : 2;

    private static bool IsSame(string said, string expected) => said == expected
        || (Number(said) is { } number ? number == (Number(expected) ?? 0m) : IsBlank(said) && (Number(expected) ?? 0m) == 0m);

    private static bool IsBlank(string words) =>
        FigureReader.Read(words) is { IsBlank: true } or { IsNothing: true } or { IsFigure: true, Number: 0m };

    private static decimal? Number(string words) =>
        FigureReader.Read(words) is { IsFigure: true, Scale: 1m, Unit: FigureUnit.None } figure ? figure.Number : null;
}
