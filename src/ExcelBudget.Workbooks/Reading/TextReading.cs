using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Flat;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>Reads a form of texts: headings, and the paragraphs below each.</summary>
internal sealed class TextReading(ReadingLog log)
{
    private const string Rule = "STRUCTURE-TEXT";

    /// <summary>The form's content.</summary>
    public FormContent Read(FormDefinition form, RowGroup.Texts texts, FlatSheet sheet)
    {
        var column = form.Columns[0].Id;
        var paragraphs = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        TextSection? section = null;
        for (var row = 1; row <= sheet.LastRow; row++)
        {
            if (VisibleCodeAt(sheet, row)) break;
            var (text, at) = FirstText(sheet, row);
            if (text.Length == 0) continue;
            if (HeadingOf(texts, text) is { } heading)
            {
                section = heading;
                paragraphs.TryAdd(section.Id, []);
                log.Locate(new CellAddress(form.Id, new RowKey(section.Id), column), sheet, row, at);
            }
            else if (section is not null)
            {
                if (paragraphs[section.Id].Count == 0) log.Locate(new CellAddress(form.Id, new RowKey(section.Id), column), sheet, row, at);
                paragraphs[section.Id].Add(text);
            }
        }

        foreach (var missing in texts.Sections.Where(known => !paragraphs.ContainsKey(known.Id)))
        {
            log.Add(Rule, Category.StructureChanged, Severity.Warning, $"找不到“{missing.Title}”栏目，这一栏目的文字没有读取。请恢复栏目标题，并把文字写在它下面的行里。", new Place(sheet.Name, null, new CellAddress(form.Id, new RowKey(missing.Id), column)), expected: missing.Title);
        }

        return new FormContent(form.Id, [.. Rows(texts, paragraphs, column)]);
    }

    private static IEnumerable<FormRow> Rows(RowGroup.Texts texts, Dictionary<string, List<string>> paragraphs, ColumnId column)
    {
        foreach (var section in texts.Sections)
        {
            if (!paragraphs.TryGetValue(section.Id, out var lines)) continue;
            var text = PlainText.Paragraphs(string.Join('\n', lines));
            if (text.Length > 0) yield return new FormRow(new RowKey(section.Id), new Dictionary<ColumnId, CellValue> { [column] = new CellValue.Text(text) });
        }
    }

    private static (string Text, int Column) FirstText(FlatSheet sheet, int row)
    {
        foreach (var cell in sheet.Row(row))
        {
            if (cell.Text.Trim().Length > 0) return (cell.Text, cell.Column);
        }

        return ("", 0);
    }

    /// <summary>A heading is the section's title, alone or followed by its hint in brackets.</summary>
    private static TextSection? HeadingOf(RowGroup.Texts texts, string text)
    {
        var label = PlainText.Label(text);
        return texts.Sections.FirstOrDefault(section =>
        {
            var title = PlainText.Label(section.Title);
            return label == title || (label.StartsWith(title + "（", StringComparison.Ordinal) && label.EndsWith('）'));
        });
    }

    private static bool VisibleCodeAt(FlatSheet sheet, int row)
    {
        foreach (var cell in sheet.Row(row))
        {
            if (VisibleCode.IsOne(cell.Text)) return true;
        }

        return false;
    }
}
