using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Sheets;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>Reads a form of fixed rows, code-tree rows or list rows below one header.</summary>
internal sealed class FormReading(
    Func<FormDefinition, CodeList?> codesOf, CellReading cells, FormSlots slots, ListReading lists, ReadingLog log)
{
    /// <summary>The form, and the parts it prints among its rows.</summary>
    public IEnumerable<FormContent> Read(FormDefinition form, FlatSheet sheet, FormHeader header)
    {
        var last = FormEnd.LastRow(form, sheet, header.LastRow + 1);
        var fixedRows = new FixedRowFinder(form, sheet, header, slots, header.LastRow + 1, last).Find(log);
        log.Regions.Add(new FormRegion(form, sheet, header.LastRow + 1, last, ByPlace(form, header)));
        var rows = new List<FormRow>();
        var parts = new List<FormContent>();
        foreach (var group in form.AllRows)
        {
            if (group is RowGroup.Fixed declared)
            {
                if (fixedRows.TryGetValue(declared.Key, out var at)
                    && FixedRow(form, declared, sheet, header, at) is { } row) rows.Add(row);
                continue;
            }

            var taken = fixedRows.Where(found => form.FixedRow(found.Key) is { } own && MeetIn(own, group))
                .Select(found => found.Value).ToHashSet();
            var free = Enumerable.Range(header.LastRow + 1, Math.Max(0, last - header.LastRow)).Where(at => !taken.Contains(at));
            if (group is RowGroup.Tree tree) rows.AddRange(TreeRows(form, tree, sheet, header, free));
            else if (group is RowGroup.List list) rows.AddRange(ListRows(form, list, sheet, header, free));
            else if (group is RowGroup.Part { Form: var part })
            {
                var (above, below) = Around(form, group, fixedRows);
                parts.Add(new FormContent(part.Id, RowKeys.MakeUnique(
                    [.. TreeRows(part, part.Tree!, sheet, header, free.Where(at => at > above && at < below))])));
            }
        }

        if (form.AllRows.All(group => group is RowGroup.Fixed))
        {
            var known = fixedRows.Values.ToHashSet();
            for (var at = header.LastRow + 1; at <= last; at++)
            {
                if (!known.Contains(at)) ReportStray(form.Columns, form, sheet, header, at, RowFindings.RowUnknown);
            }
        }

        RowNumbers.Report(form, sheet, header, last, log);
        new FormSurroundings(form, sheet, header, last, log).Report();
        return parts.Prepend(new FormContent(form.Id, RowKeys.MakeUnique(rows)));
    }

    /// <summary>The nearest fixed rows found above and below the rows of a part, as far as they go across its columns.</summary>
    private static (int Above, int Below) Around(FormDefinition form, RowGroup group, IReadOnlyDictionary<RowKey, int> found)
    {
        IEnumerable<int> Rows(IEnumerable<RowGroup> groups) => groups.OfType<RowGroup.Fixed>()
            .Where(row => MeetIn(row, group) && found.ContainsKey(row.Key)).Select(row => found[row.Key]);
        return (Rows(form.AllRows.TakeWhile(other => other != group)).DefaultIfEmpty(0).Max(),
            Rows(form.AllRows.SkipWhile(other => other != group).Skip(1)).DefaultIfEmpty(int.MaxValue).Min());
    }

    /// <summary>False for rows of lists that stand side by side, which share sheet rows.</summary>
    private static bool MeetIn(RowGroup left, RowGroup right) => left.Stretch == 0 || right.Stretch == 0 || left.Side == right.Side;

    /// <summary>A fixed row; null when nothing was entered in it.</summary>
    private FormRow? FixedRow(
        FormDefinition form, RowGroup.Fixed declared, FlatSheet sheet, FormHeader header, int at)
    {
        foreach (var (column, place) in header.Placed(form))
        {
            if (declared.Labels.ContainsKey(column.Id)) log.PrintedAt(sheet, at, place);
        }

        var cells = Row(form, sheet, header.RowCells(form, declared), at, declared.Key);
        return cells.Count > 0 ? new FormRow(declared.Key, cells) : null;
    }

    private static Dictionary<int, FormColumn> ByPlace(FormDefinition form, FormHeader header) => header.Columns
        .Where(column => form.Column(column.Key) is not null).DistinctBy(column => column.Value).ToDictionary(column =>
            column.Value, column => form.Column(column.Key)!);

    private IEnumerable<FormRow> TreeRows(FormDefinition form, RowGroup.Tree tree, FlatSheet sheet, FormHeader header,
        IEnumerable<int> rows)
    {
        if (!header.Columns.TryGetValue(tree.Column, out var codeColumn)) yield break;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var before = "";
        var codes = codesOf(form)!;
        var printed = new PrintedCode(tree, codes, column => header.Columns.TryGetValue(column, out var place) ? place : 0);
        var (leaf, upper) = (header.RowCells(form, tree, isLeaf: true), header.RowCells(form, tree, isLeaf: false));
        foreach (var at in rows)
        {
            var read = printed.Read(place => cells.Settled(sheet, at, place));
            var code = read.Code;
            if (code.Length == 0)
            {
                if (tree.Print == CodePrint.Name && sheet.Label(at, codeColumn) is { Length: > 0 })
                {
                    ReportUnnamed(form, tree, sheet, at, codeColumn);
                    continue;
                }

                var named = Named(form, tree, sheet, header, at, seen, before);
                ReportStray(form.Columns.Where(column => tree.Covers(column.Id)), form, sheet, header, at,
                    named is null ? RowFindings.RowUncoded : RowFindings.RowNamed,
                    ("name", named is null ? null : codes.NameOf(named)), ("expected", named));
                if (named is null) continue;
                code = named;
                log.NamedRows.Add((sheet.Name, new CellReference(at, codeColumn), named));
            }

            before = code;
            var times = seen[code] = seen.GetValueOrDefault(code) + 1;
            var key = new RowKey(code) { Repeat = times - 1 };
            var address = new CellAddress(form.Id, key, tree.Column);
            for (var piece = 1; piece < tree.Pieces.Count; piece++)
            {
                if (!header.Columns.TryGetValue(tree.Pieces[piece], out var place)) continue;
                log.PrintedAt(sheet, at, place);
                log.Locate(address with { Column = tree.Pieces[piece] }, sheet, at, place);
            }

            log.Locate(address, sheet, at, codeColumn);
            if (read.Fault != CodeFault.None) ReportOdd(tree, read, address, sheet, header, at);
            var isLeaf = tree.DepthOf(code, codes) is var depth && (depth < 0 || depth == tree.LeafDepth);
            var kept = Row(form, sheet, isLeaf ? leaf : upper, at, key);
            RemoveListedName(form, code, kept);
            if (tree.Print == CodePrint.Joined && OddName(form, tree, code, cells.Shown(sheet, at, codeColumn)) is { } odd)
                kept[tree.Column] = new CellValue.Text(odd);
            yield return new FormRow(new RowKey(code), kept);
        }
    }

    /// <summary>A code in pieces is odd in one of them.</summary>
    private void ReportOdd(RowGroup.Tree tree, TypedCode read, CellAddress address, FlatSheet sheet, FormHeader header, int at)
    {
        if (read.Odd.Count == 0) log.OddCodes.Add(new OddCode(address, sheet[at, header.Columns[tree.Column]]!, read));
        foreach (var (piece, own) in read.Odd)
        {
            if (!header.Columns.TryGetValue(tree.Pieces[piece], out var place)) continue;
            var cell = address with { Column = tree.Pieces[piece] };
            log.Locate(cell, sheet, at, place);
            log.OddCodes.Add(new OddCode(cell, sheet[at, place]!, own));
        }
    }

    /// <summary>
    /// The code that a row without one says by its name: the one lowest code with that name that the form does not list yet, among several
    /// that below the same parent as the row above. Null where that is not one, or the row has no amount.
    /// </summary>
    private string? Named(
        FormDefinition form, RowGroup.Tree tree, FlatSheet sheet, FormHeader header, int at, Dictionary<string, int> seen,
        string before)
    {
        // where the code stands in pieces, or the name is the code, there is nothing else to go by
        if (tree.Print != CodePrint.Cell) return null;
        var name = form.Columns.Where(column => column.Kind == CellKind.CodeName && header.Columns.ContainsKey(column.Id))
            .Select(column => PlainText.Label(cells.Shown(sheet, at, header.Columns[column.Id]))).FirstOrDefault() ?? "";
        if (name.Length == 0 || codesOf(form) is not { } codes) return null;
        string[] all = [.. codes.Entries.Where(entry => codes.IsLeaf(entry.Code) && !seen.ContainsKey(entry.Code)
            && PlainText.Label(entry.Name) == name).Select(entry => entry.Code)];
        if (all.Length < 2) return all.FirstOrDefault();
        var parent = codes.IsLeaf(before) ? codes.Ancestors(before).LastOrDefault() ?? "" : before;
        return Array.FindAll(all, code => codes.Ancestors(code).LastOrDefault() == parent) is [var one] ? one : null;
    }

    /// <summary>A cell of code and name whose name is not the code's, as it stands; null where it is.</summary>
    private string? OddName(FormDefinition form, RowGroup.Tree tree, string code, string shown) =>
        JoinedCode.NameIn(tree.Text!, shown) is { Length: > 0 } name && codesOf(form)!.NameOf(code) is { } listed
            && PlainText.Label(name) != PlainText.Label(listed) ? shown.Trim() : null;

    /// <summary>The name of a code is kept only where it differs from the code list.</summary>
    private void RemoveListedName(FormDefinition form, string code, RowCells cells)
    {
        foreach (var column in form.Columns)
        {
            if (column.Kind == CellKind.CodeName && cells.TryGetValue(column.Id, out var name)
                && PlainText.Label(name.AsText() ?? "") == PlainText.Label(codesOf(form)!.NameOf(code) ?? "")) cells.Remove(column.Id);
        }
    }

    /// <summary>A name that no code has: nobody can tell which row it is.</summary>
    private void ReportUnnamed(FormDefinition form, RowGroup.Tree tree, FlatSheet sheet, int at, int place)
    {
        var cell = new Place(sheet.Name, new CellReference(at, place).ToString(), new CellAddress(form.Id, default, tree.Column));
        var finding = RowFindings.RowUnnamed.At(cell, ("row", new FindingValue.Count(at)), ("actual", sheet.Text(at, place).Trim()));
        log.ToldRows[(sheet.Name, at)] = finding.Message;
        log.Add(finding);
    }

    /// <summary>An amount in a row that cannot be told would silently be lost.</summary>
    private void ReportStray(
        IEnumerable<FormColumn> columns, FormDefinition form, FlatSheet sheet, FormHeader header, int at, FindingKind kind,
        params (string Slot, FindingValue? Value)[] values)
    {
        foreach (var column in columns.Where(column => column.IsFigure))
        {
            if (!header.Columns.TryGetValue(column.Id, out var place) || sheet[at, place] is not { HasFormula: false } cell
                || IsNothing(cell)) continue;
            var stray = new Place(sheet.Name, new CellReference(at, place).ToString(), new CellAddress(form.Id, default, column.Id));
            var finding = kind.At(stray, [("row", new FindingValue.Count(at)), ("actual", cell.Text.Trim()), .. values]);
            log.ToldRows[(sheet.Name, at)] = finding.Message;
            log.Add(finding);
            return;
        }
    }

    /// <summary>A figure where the form has none would be passed over, and the accountant would think it was counted.</summary>
    private void ReportMisplaced(FormDefinition form, FormColumn column, CellAddress address, FlatSheet sheet, int at, int place)
    {
        if (!column.IsFigure || sheet[at, place] is not { } cell || IsNothing(cell)) return;
        log.Locate(address, sheet, at, place);
        log.Add(RowFindings.CellMisplaced.At(log.Places[address], ("column", slots.Fill(column.Title)),
            ("actual", cell.Text.Trim())));
    }

    private static bool IsNothing(FlatCell cell) => cell.Kind == FlatCellKind.Number ? cell.Number == 0m : cell.Text.Trim() is "" or "0";

    private List<FormRow> ListRows(FormDefinition form, RowGroup.List list, FlatSheet sheet, FormHeader header,
        IEnumerable<int> rows)
    {
        var number = 0;
        var owned = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = new List<FormRow>();
        RowCells? before = null;
        var columns = header.RowCells(form, list);
        var telling = Array.FindAll(header.Placed(form), column => column.Column is { Compute: null, IsRowNumber: false });
        foreach (var at in rows)
        {
            if (!HasContent(sheet, telling, at)) continue;
            if (before is not null && IsContinuation(form, sheet, header, at))
            {
                Continue(before, form, sheet, header, at);
                continue;
            }

            var owner = lists.Owner(sheet, header, at);
            var key = RowKeys.OfListed(list, column =>
                column == list.Owner ? owner : lists.Text(sheet, header, at, column, out _), ++number, owned);
            var times = seen[key.Value] = seen.GetValueOrDefault(key.Value) + 1;
            var cellsRead = Row(form, sheet, columns, at, key with { Repeat = times - 1 });
            if (list.Owner is { } column && owner.Length > 0) cellsRead[column] = new CellValue.Text(owner);
            lists.Remember(cellsRead);
            foreach (var blank in form.Columns)
            {
                if (!cellsRead.ContainsKey(blank.Id)
                    && lists.Inherited(sheet, header, at, blank) is { } inherited) cellsRead[blank.Id] = inherited;
            }

            before = cellsRead;
            read.Add(new FormRow(key, cellsRead));
        }

        lists.Report();
        return read;
    }

    /// <summary>A row in which the texts of the row above go on: it says so in its first column, and holds no figure.</summary>
    private bool IsContinuation(FormDefinition form, FlatSheet sheet, FormHeader header, int at) =>
        header.Columns.TryGetValue(form.Columns[0].Id, out var first) && ContinuationRow.IsMark(cells.Shown(sheet, at, first))
        && form.Columns.Where(column => column is { IsFigure: true, Compute: null })
            .All(column => !header.Columns.TryGetValue(column.Id, out var place) || cells.Shown(sheet, at, place).Trim().Length == 0);

    private void Continue(RowCells row, FormDefinition form, FlatSheet sheet, FormHeader header, int at)
    {
        foreach (var column in form.Columns.Where(column => column is { IsFigure: false, IsRowNumber: false, Compute: null }))
        {
            if (!header.Columns.TryGetValue(column.Id, out var place)) continue;
            log.PrintedAt(sheet, at, place);
            var shown = cells.Shown(sheet, at, place);
            var piece = PlainText.Paragraphs(MarkedText.Lines(shown) ?? shown);
            if (column.Id == form.Columns[0].Id || piece.Length == 0) continue;
            row[column.Id] = new CellValue.Text(ContinuationRow.Join(row.GetValueOrDefault(column.Id)?.AsText() ?? "", piece));
        }
    }

    private static bool HasContent(FlatSheet sheet, (FormColumn Column, int Place)[] telling, int at)
    {
        foreach (var (_, place) in telling)
        {
            if (sheet[at, place] is { } cell && (cell.HasFormula || !string.IsNullOrWhiteSpace(cell.Text))) return true;
        }

        return false;
    }

    private RowCells Row(FormDefinition form, FlatSheet sheet, RowCell[] row, int at, RowKey key)
    {
        var values = new RowCells();
        foreach (var (column, place, role) in row)
        {
            var address = new CellAddress(form.Id, key, column.Id);
            if (role == CellRole.Blank)
            {
                ReportMisplaced(form, column, address, sheet, at, place);
                continue;
            }

            var value = role == CellRole.Computed
                ? cells.Computed(form, column, address, sheet, at, place)
                : cells.Entered(form, column, address, sheet, at, place);
            if (value is not null) values[column.Id] = value;
        }

        return values;
    }
}
