using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Reports;

/// <summary>What reports call places and rules: the words on the accountant's sheets, never the ids of the rule book.</summary>
/// <param name="pack">The budget's pack; ids stand in for names when it is null.</param>
/// <param name="identity">Whose budget it is, for headings with a year in them.</param>
internal sealed class ReportNames(Pack? pack, BudgetIdentity? identity)
{
    private const int LongestSentence = 60;

    /// <summary>
    /// «T3 支出总表 D9»; «第 12 段“…”» in a note; the form and the column where no cell is meant; empty when nothing is known.
    /// </summary>
    public string Of(Place place) => SafeText.Line(Named(place));

    private string Named(Place place)
    {
        if (place.Sheet is { Length: > 0 } sheet && place.Cell is { Length: > 0 } cell) return $"{sheet} {cell}";
        if (place.Paragraph is { } paragraph)
        {
            return string.Create(CultureInfo.InvariantCulture, $"第 {paragraph} 段{Quoted(place.Sentence)}");
        }
        var form = place.Sheet is { Length: > 0 } known ? known : place.Address is { } at ? Form(at.Form) : "";
        return place.Address is { } address && Words(address) is { Length: > 0 } words ? $"{form}（{words}）" : form;
    }

    /// <summary>What stands at a place: «2013101 行政运行，基本支出»; empty when a whole form or sheet is meant.</summary>
    public string Meaning(Place place) => place.Address is { } address ? Words(address) : "";

    /// <summary>The title of a relation as the 校验 sheet shows it; null for other rules.</summary>
    public string? Relation(string id) => pack?.Relations.FirstOrDefault(rule => rule.Id == id)?.Title;

    /// <summary>
    /// What is listed under a cause: the rule by its title; where a side is only a bound and no right value, the sentence that tells both
    /// sides, unless the cause says it.
    /// </summary>
    public string Tie(Finding tie, Finding cause)
    {
        var sentence = tie.Message[..Math.Max(0, tie.Message.IndexOf('。', StringComparison.Ordinal))];
        var isTold = tie.Expected is not null || Relation(tie.Rule) is null || cause.Message.Contains(sentence, StringComparison.Ordinal);
        return isTold ? Rule(tie.Rule) : $"{Rule(tie.Rule)}：{sentence}";
    }

    /// <summary>What a rule checks: the relation's title, or the form and the kind of fault it looks for.</summary>
    public string Rule(string id)
    {
        if (pack?.Relations.FirstOrDefault(rule => rule.Id == id) is { } relation)
        {
            return WithForm(relation.For ?? relation.Check, relation.Title);
        }
        if (pack?.NoteCheck.Rules.GetValueOrDefault(id) is { } note) return "情况说明：" + CategoryWords.Of(note.Category);
        if (pack?.TextChecks.FirstOrDefault(rule => rule.Id == id) is { } check)
            return $"{Form(new FormId(check.Form))}：{CategoryWords.Of(check.Category)}";
        return FindingCatalogue.All.FirstOrDefault(kind => kind.Rule == id) is { } own ? CategoryWords.Of(own.Category) : id;
    }

    private static string Quoted(string? sentence) =>
        string.IsNullOrWhiteSpace(sentence) ? "" : $"“{ReportWords.Short(sentence, LongestSentence)}”";

    private string WithForm(string expression, string title)
    {
        var name = new string([.. expression.TakeWhile(symbol => symbol != '[')]);
        return pack!.Form(new FormId(name[(name.LastIndexOf('(') + 1)..].Trim())) is { } form ? $"{form.Sheet}：{title}" : title;
    }

    private string Form(FormId id) => pack?.Form(id)?.Sheet ?? id.Value;

    private string Words(CellAddress address)
    {
        if (pack?.Form(address.Form) is not { } form) return "";
        // a text has one column only, which needs no name
        var column = form.Rows.OfType<RowGroup.Texts>().Any() ? "" : Column(form, address.Column);
        return string.Join('，', new[] { Row(form, address), column }.Where(word => word.Length > 0));
    }

    private string Row(FormDefinition form, CellAddress address)
    {
        if (string.IsNullOrEmpty(address.Row.Value)) return "";
        if (form.FixedRow(address.Row) is { } row) return Filled(form, Label(form, row, address.Column));
        var key = address.Row.Value;
        if (form.Tree is not null) return $"{key} {pack!.CodesOf(form).NameOf(key)}".TrimEnd();
        if (form.Rows.OfType<RowGroup.Texts>().SelectMany(texts => texts.Sections)
            .FirstOrDefault(section => section.Id == key) is { } text)
        {
            return text.Title;
        }
        var number = key[(key.LastIndexOf('#') + 1)..];
        return number.Length is > 0 and < 5 && number.All(char.IsAsciiDigit) ? $"第 {number} 行" : key;
    }

    private string Column(FormDefinition form, ColumnId id)
    {
        if (string.IsNullOrEmpty(id.Value) || form.Column(id) is not { } column) return "";
        var isAmbiguous = form.Columns.Count(other => other.Title == column.Title) > 1;
        return Filled(form, isAmbiguous ? string.Concat(column.Groups) + column.Title : column.Title);
    }

    private string Filled(FormDefinition form, string text) => identity is null ? text : new FormSlots(form, identity).Fill(text);

    private static string Label(FormDefinition form, RowGroup.Fixed row, ColumnId column)
    {
        var at = form.IndexOf(column);
        return Ordinals.WithoutSlot(row.Labels.OrderBy(pair => form.IndexOf(pair.Key))
            .LastOrDefault(pair => at < 0 || form.IndexOf(pair.Key) <= at).Value?.Trim()
            ?? row.Labels.Values.FirstOrDefault()?.Trim() ?? row.Key.Value);
    }
}
