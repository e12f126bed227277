using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Notes.Tables;

namespace ExcelBudget.Notes.Checking.Tables;

/// <summary>Tables of a note against the forms they print, found by control, caption or title.</summary>
internal sealed class FormTables
{
    private const int TitleReach = 4;
    private const int NoteReach = 3;

    private readonly NoteScope _scope;
    private readonly HashSet<FormId> _found = [];
    private readonly FormDefinition? _projects;
    private readonly FormDefinition? _inner;

    private FormTables(NoteScope scope)
    {
        _scope = scope;
        _projects = scope.Figures.Book.Pack.Forms.FirstOrDefault(form => form.Blocks is not null);
        _inner = _projects is null ? null : scope.Figures.Book.Pack.Form(_projects.Blocks!.Inner);
    }

    public static void Check(NoteScope scope)
    {
        var check = new FormTables(scope);
        var inner = check._inner is null ? null : new ProjectTableChecks(scope);
        var blocks = scope.Document.Blocks;
        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at] is not NoteTable table) continue;
            var titles = TitlesOf(blocks, at).ToArray();
            if (check.FormOf(table, titles) is not { } form)
                scope.NotChecked(NoteRuleIds.TableCell, $"第 {scope.Document.Tables.ToList().IndexOf(table) + 1} 张表不是预算公开的表，没有核对");
            else if (inner is not null && form == check._inner) inner.Check(table, titles, check._projects!, form);
            else check.CheckForm(table, form, titles.FirstOrDefault(), blocks, at);
        }

        check.CheckMissing();
    }

    private void CheckForm(NoteTable table, FormDefinition form, NoteParagraph? title, IReadOnlyList<NoteBlock> blocks, int at)
    {
        // a form that goes over several tables is one form
        if (!_found.Add(form.Id)) return;
        if (_scope.Figures.Budget[form.Id] is null)
        {
            _scope.NotChecked(NoteRuleIds.TableCell, $"工作簿缺少表 {form.Id}（{form.Title}），没有核对说明里的这张表");
            return;
        }

        var print = PrintedForm.Of(table, form, _scope.Figures.Budget.Identity);
        if (print is null)
        {
            _scope.NotChecked(NoteRuleIds.TableCell, $"《{form.Title}》的栏与表样不同，没有核对");
            return;
        }

        new CellComparison(_scope, print, title).Check();
        if (form.EmptyNote is { } note)
            CheckEmpty(form, new FormSlots(form, _scope.Figures.Budget.Identity).Fill(note), title, blocks, at);
    }

    private void CheckEmpty(FormDefinition form, string note, NoteParagraph? title, IReadOnlyList<NoteBlock> blocks, int at)
    {
        var isEmpty = form.Parts.Prepend(form).All(one => _scope.Figures.View(one)
            .Rows.All(row => one.Columns.Where(column => column.IsFigure)
            .All(column => _scope.Figures.Value(one, row, column.Id) is { IsKnown: true, Value.Value: 0m })));
        if (!isEmpty) return;
        var below = blocks.Skip(at + 1).TakeWhile(block => block is NoteParagraph).Take(NoteReach).Cast<NoteParagraph>().ToArray();
        var others = _scope.Figures.Book.Pack.Forms.Where(other => other != form).Select(other => other.EmptyNote).OfType<string>()
            .Select(PlainText.Label).ToHashSet(StringComparer.Ordinal);
        var isDeclared = below.Select(paragraph => PlainText.Label(paragraph.Text)).Any(words => words == PlainText.Label(note)
            || (!others.Contains(words)
                && _scope.Language.Declaration.Words.Nothing.Any(
                word => words.Contains(PlainText.Label(word), StringComparison.Ordinal))));
        if (!isDeclared)
            _scope.Report(
            NoteRuleIds.EmptyTable, title is null ? new NoteSpot(null, 0, 0) : NoteSpot.Of(title),
            new NoteRemark { Expected = note, Item = form.Title });
    }

    private void CheckMissing()
    {
        var wanted = _scope.Figures.Book.Pack.Forms.Where(
            form => form.Published && form.PartOf is null && _scope.Figures.Prints(form) && form.Blocks is null && form != _inner
                && !form.Rows.Any(group => group is RowGroup.Texts)).ToArray();
        foreach (var form in wanted.Where(form => !_found.Contains(form.Id)))
        {
            if (_found.Count == 0) _scope.NotChecked(NoteRuleIds.TableCell, $"说明里没有《{form.Title}》，没有核对");
            // a list without rows may be left out
            else if (form.List is null || _scope.Figures.Budget[form.Id]?.Rows.Count > 0)
                _scope.Report(
                NoteRuleIds.TableMissing, new NoteSpot(null, 0, 0), new NoteRemark { Expected = form.Title, Item = form.Title });
        }
    }

    private FormDefinition? FormOf(NoteTable table, IReadOnlyList<NoteParagraph> titles)
    {
        var pack = _scope.Figures.Book.Pack;
        var tag = table.Around.FirstOrDefault(tag => tag.Kind == "table").About?.Split('+')[0].Trim();
        if (!string.IsNullOrEmpty(tag) && pack.Form(new FormId(tag)) is { } linked) return linked;
        if (pack.Forms.FirstOrDefault(form => IsMarked(table, TableSegment.BookmarkOf(form))) is { } marked) return marked;
        if (_inner is not null && HeaderWords(table)
            .Count(words => _inner.Columns.Any(column => PlainText.Label(column.Title) == words)) >= Math.Min(
            3, _inner.Columns.Count)) return _inner;
        var candidates = pack.Forms.Where(form => form.Published && form.PartOf is null && form.Blocks is null && form != _inner)
            .ToArray();
        foreach (var words in titles.Select(title => title.Text).Prepend(table.Caption).Append(FirstRow(table)))
        {
            var label = PlainText.Label(words);
            var fitting =
                candidates.Select(
                form => (Form: form, Length: Titles(form).Select(PlainText.Label)
                .Where(title => label.Contains(title, StringComparison.Ordinal)).Select(title => title.Length).DefaultIfEmpty().Max()))
                .Where(match => match.Length > 0).OrderByDescending(match => match.Length).ToArray();
            if (fitting.Length > 0) return fitting[0].Form;
        }

        return null;
    }

    private static bool IsMarked(NoteTable table, string bookmark) =>
        table.Marks.Any(mark => mark == bookmark || mark.StartsWith(bookmark + "_", StringComparison.Ordinal));

    private static IEnumerable<string> Titles(FormDefinition form) =>
        form.Aliases.Append(form.Title).Append(form.PrintedTitle ?? form.Title);

    private static IEnumerable<string> HeaderWords(NoteTable table) =>
        table.Rows.Take(4).SelectMany(row => row).Select(cell => PlainText.Label(cell.Text)).Where(words => words.Length > 0).Distinct();

    private static string FirstRow(NoteTable table) =>
        table.Rows.Count > 0 && table.Rows[0].Count <= 2 ? string.Concat(table.Rows[0].Select(cell => cell.Text)) : "";

    /// <summary>The paragraphs before a table, the nearest first.</summary>
    private static IEnumerable<NoteParagraph> TitlesOf(IReadOnlyList<NoteBlock> blocks, int at) =>
        blocks.Take(at).Reverse().TakeWhile(block => block is NoteParagraph).Take(TitleReach).Cast<NoteParagraph>();
}
