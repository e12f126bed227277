using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>A form found on a sheet.</summary>
/// <param name="Form">The form.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="TitleRow">Row of its title; 0 when only a name or the sheet's name told.</param>
internal sealed record FoundForm(FormDefinition Form, FlatSheet Sheet, int TitleRow)
{
    /// <summary>Other sheets that look like the same form; they are not read.</summary>
    public IReadOnlyList<FlatSheet> Copies { get; init; } = [];
}

/// <summary>Finds which sheet holds which form: by its title first, then by defined name, then by the sheet's name.</summary>
internal static partial class FormSheets
{
    private const int DeepestTitle = 30;
    private const int WidestTitle = 30;
    private const int LongestTitle = 80;
    private const int MostTitles = 3;

    private static readonly ConditionalWeakTable<Pack, FormTitles> Known = [];

    /// <summary>The forms of a pack in a workbook; a form that cannot be found is absent.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="workbook">The workbook.</param>
    /// <param name="isForeign">True for a sheet that says it belongs to another unit or year: the workbook's own copy wins over
    /// it.</param>
    public static IReadOnlyDictionary<FormId, FoundForm> Find(Pack pack, FlatWorkbook workbook, Func<FlatSheet, bool> isForeign)
    {
        var found = new Dictionary<FormId, FoundForm>();
        var titles = Known.GetValue(pack, FormTitles.Of);
        // the guide and the 校验 sheet name the forms by their titles and are none of them
        var titled = from sheet in workbook.Sheets
                     where sheet.Name is not (TemplateNames.SealSheet or TemplateNames.GuideSheet or TemplateNames.CheckSheet
                         or TemplateNames.CodeSheet or TemplateNames.HelperSheet)
                     let title = Title(sheet, titles)
                     where title is not null
                     select new FoundForm(title.Value.Form, sheet, title.Value.Row);
        foreach (var candidates in titled.GroupBy(candidate => candidate.Form.Id))
        {
            // a visible form wins over a hidden copy, the issued sheet over one under another name
            FoundForm[] best =
                [.. candidates.OrderBy(candidate => isForeign(candidate.Sheet)).ThenBy(candidate => candidate.Sheet.Visibility)
                .ThenBy(candidate => candidate.Sheet.Name != candidate.Form.Sheet)];
            found[candidates.Key] = best[0] with { Copies = [.. best.Skip(1).Select(copy => copy.Sheet)] };
        }

        foreach (var form in titles.Forms.Where(form => !found.ContainsKey(form.Id)))
        {
            if (ByName(form, workbook, found.Values) is { } sheet) found[form.Id] = new FoundForm(form, sheet, 0);
        }

        return found;
    }

    /// <summary>
    /// The first title on a sheet. A sheet with the titles of many forms is a list of contents; one more may be a text someone typed.
    /// </summary>
    private static (FormDefinition Form, int Row)? Title(FlatSheet sheet, FormTitles titles)
    {
        (FormDefinition Form, int Row)? found = null;
        var seen = new HashSet<FormId>();
        for (var row = 1; row <= Math.Min(DeepestTitle, sheet.LastRow); row++)
        {
            foreach (var cell in sheet.Row(row))
            {
                if (cell.Column > WidestTitle || cell.Kind != FlatCellKind.Text || cell.Text.Length > LongestTitle
                    || cell.Text.Length < titles.Shortest || titles.Of(Key(cell.Text)) is not { } form) continue;
                found ??= (form, row);
                if (seen.Add(form.Id) && seen.Count > MostTitles) return null;
            }
        }

        return found;
    }

    private static FlatSheet? ByName(FormDefinition form, FlatWorkbook workbook, IEnumerable<FoundForm> taken)
    {
        var named = workbook.Names.FirstOrDefault(name => name.Name == TemplateNames.Rows(form.Id));
        var sheet = (named is not null && AreaText.Parse(named.Value) is { } area ? workbook.Sheet(area.Sheet) : null)
            ?? workbook.Sheet(form.Sheet);
        return sheet is not null && taken.All(other => other.Sheet != sheet) ? sheet : null;
    }

    /// <summary>A title as titles are compared: without year, blanks and quotation marks.</summary>
    private static string Key(string title) =>
        PlainText.Label(title) is var label && label.Contains('年', StringComparison.Ordinal) ? Year().Replace(label, "") : label;

    [GeneratedRegex(@"20\d\d年(度)?")]
    private static partial Regex Year();

    /// <summary>The titles of a pack's forms as titles are compared.</summary>
    private sealed record FormTitles(FormDefinition[] Forms, FrozenDictionary<string, FormDefinition> ByTitle, string[] Ends, int Shortest)
    {
        public static FormTitles Of(Pack pack)
        {
            var forms = Prototype.SheetForms(pack).ToArray();
            var byTitle = forms.SelectMany(form => form.Aliases.Append(form.Title).Select(title => (Key(title), form)))
                .DistinctBy(pair => pair.Item1)
                .ToDictionary(pair => pair.Item1, pair => pair.form);
            // in the pack's order, as a frozen dictionary has none
            return new(
                forms, byTitle.ToFrozenDictionary(StringComparer.Ordinal),
                [.. byTitle.Where(pair => pair.Value.PrintedTitle is not null).Select(pair => pair.Key)],
                byTitle.Keys.Select(title => title.Length).DefaultIfEmpty(0).Min());
        }

        /// <summary>The form of a title; one printed with the unit's name in front is told by its end. Null for another text.</summary>
        public FormDefinition? Of(string title)
        {
            if (ByTitle.TryGetValue(title, out var form)) return form;
            foreach (var end in Ends)
            {
                if (title.EndsWith(end, StringComparison.Ordinal)) return ByTitle[end];
            }

            return null;
        }
    }
}
