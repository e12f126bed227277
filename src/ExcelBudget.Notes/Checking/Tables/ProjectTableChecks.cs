using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Checking.Tables;

/// <summary>绩效目标表。The tables of single projects: numbers in their texts must be the workbook's.</summary>
/// <param name="scope">The check under way.</param>
internal sealed class ProjectTableChecks(NoteScope scope)
{
    private readonly ILookup<RowKey, RowView> _rows = new NoteForms(scope.Figures.Book.Pack).RowsByProject(scope.Figures);
    private readonly HashSet<RowKey> _seen = [];

    public void Check(NoteTable table, IReadOnlyList<NoteParagraph> titles, FormDefinition projects, FormDefinition inner)
    {
        if (ProjectOf(titles, projects) is not { } project)
        {
            scope.NotChecked(NoteRuleIds.TableCell, $"“{(titles.Count > 0 ? titles[0].Text.Trim() : "")}”下面的绩效目标表对不上工作簿中的项目，没有核对");
            return;
        }

        var rows = _rows[project.Key].ToArray();
        var print = PrintedForm.Of(table, inner, scope.Figures.Budget.Identity);
        var printed = print is null ? [] : table.Rows.Skip(print.FirstRow).ToArray();
        CheckAbove(table.Rows.Take(print?.FirstRow ?? 0), project, projects, titles[0]);
        if (print is null || printed.Length != rows.Length)
        {
            scope.NotChecked(NoteRuleIds.TableCell, $"项目“{project.Row!.Text("name")}”的绩效目标表与工作簿的行数不同，没有逐格核对");
            return;
        }

        for (var at = 0; at < rows.Length; at++)
        {
            foreach (var column in inner.Columns.Where(column => !column.IsMerged && !column.IsRowNumber))
            {
                if (print.Cell(printed[at], column) is { IsContinued: false } cell) Compare(rows[at], inner, column, cell, titles[0]);
            }
        }
    }

    /// <summary>Code and amount of the project, which stand beside their titles above the indicators.</summary>
    private void CheckAbove(IEnumerable<IReadOnlyList<NoteCell>> rows, RowView project, FormDefinition projects, NoteParagraph title)
    {
        foreach (var row in rows)
        {
            for (var at = 0; at + 1 < row.Count; at++)
            {
                var name = PlainText.Label(row[at].Text.Split('（', '(')[0]);
                var column = projects.Columns.FirstOrDefault(column => PlainText.Label(column.Title) == name);
                if (column is null || row[at + 1].Paragraphs.Count == 0) continue;
                var said = row[at + 1].Text.Trim();
                var meant = column.IsFigure ? projects.Printed(column, scope.Figures.Value(projects, project, column.Id).Value)
                    : project.Row!.Text(column.Id.Value);
                if (meant.Length == 0 || (column.IsFigure ? said == meant : TextNumbers.AreSame(said, meant))) continue;
                var address = new CellAddress(projects.Id, project.Key, column.Id);
                scope.Report(
                    column.IsFigure ? NoteRuleIds.TableCell : NoteRuleIds.TextFigure,
                    NoteSpot.Of(row[at + 1].Paragraphs[0]) with { Near = title.Number, Address = address },
                    new NoteRemark
                    {
                        Said = said,
                        Expected = meant,
                        Item = projects.Title,
                        Cell = scope.Names.Of(address),
                        Cells = [address],
                    });
            }
        }
    }

    private void Compare(RowView row, FormDefinition inner, FormColumn column, NoteCell cell, NoteParagraph title)
    {
        var meant = row.Row?.Text(column.Id.Value) ?? "";
        if (cell.Paragraphs.Count == 0 || TextNumbers.AreSame(cell.Text, meant)) return;
        var address = new CellAddress(inner.Id, row.Key, column.Id);
        scope.Report(NoteRuleIds.TextFigure,
            NoteSpot.Of(cell.Paragraphs[0]) with { Near = title.Number, Address = address }, new NoteRemark
            {
                Said = cell.Text.Trim(),
                Expected = meant,
                Cell = scope.Names.Of(address),
                Cells = [address],
            });
    }

    private RowView? ProjectOf(IReadOnlyList<NoteParagraph> titles, FormDefinition projects)
    {
        var rows = scope.Figures.View(projects).Rows.Where(row => row.Row is not null && !_seen.Contains(row.Key)).ToArray();
        foreach (var title in titles.Select(title => PlainText.Label(title.Text)))
        {
            var named = rows.Where(row => PlainText.Label(row.Row!.Text("name")) is { Length: > 0 } name
                && title.Contains(name, StringComparison.Ordinal)).MaxBy(row => row.Row!.Text("name").Length);
            if (named is null) continue;
            _seen.Add(named.Key);
            return named;
        }

        return null;
    }
}
