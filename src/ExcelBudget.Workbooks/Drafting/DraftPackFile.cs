using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Writes the files of a draft besides its forms: pack.yaml, note.yaml, note-check.yaml.</summary>
public static class DraftPackFile
{
    /// <summary>note-check.yaml: what packs share, and what the sentences say.</summary>
    public const string NoteCheck = "include: [../common/note-check.yaml]\nfromNote: true\n";

    private const string Guess = "   " + DraftWriter.Mark;

    /// <summary>pack.yaml.</summary>
    /// <param name="id">Id of the pack.</param>
    /// <param name="title">Its title.</param>
    /// <param name="forms">The drafts.</param>
    /// <param name="words">What words of headings say.</param>
    public static string Pack(string id, string title, IReadOnlyList<DraftForm> forms, DraftWords words)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(words);
        var lists = forms.Select(form => form.Tree?.CodeList).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder("# 由正式表样读出的草稿：逐个文件核对，改好后再用。\n");
        DraftWriter.Line(text, $"id: {id}\ntitle: {DraftWriter.Quoted(title)}\nversion: 1\nyears: [2023, 2030]\ncodes:");
        DraftWriter.Line(text, "  functional: { file: ../common/codes/functional.csv, levels: [3, 5, 7] }");
        if (lists.Any(list => list.EndsWith("conomic", StringComparison.Ordinal)))
            DraftWriter.Line(text, "  economic: { file: ../common/codes/economic.csv, levels: [3, 5] }");
        if (lists.Contains("units")) DraftWriter.Line(text, "  units: { unitDigits: 6 }" + Guess + "单位编码位数");
        if (lists.Contains("unitFunctional"))
            DraftWriter.Line(text, "  unitFunctional: { unitDigits: 6, under: functional }" + Guess + "单位编码位数");
        if (lists.Contains("unitEconomic"))
            DraftWriter.Line(text, "  unitEconomic: { unitDigits: 6, under: economic }" + Guess + "单位编码位数");
        if (lists.Contains("unitProjects"))
            DraftWriter.Line(text, "  unitProjects: { unitDigits: 6, under: functional, itemDigits: 3 }" + Guess + "单位编码位数");
        if (forms.Any(form => form.Columns.Any(column => column.Map is not null)))
            DraftWriter.Line(text, "maps:\n  government: { file: ../common/codes/economic-to-government.csv, by: unit_nature }");
        var ids = forms.SelectMany(form => form.Block is null ? [form.Id] : new[] { form.Id, DraftWriter.InnerOf(form) });
        DraftWriter.Line(text, $"forms: [{string.Join(", ", ids)}]");
        DraftWriter.Line(text, $"money: {MoneyOf(forms)}");
        Data(text, forms, lists, words);
        return text.ToString();
    }

    /// <summary>note.yaml: the forms, and for each the sentence that tells its total.</summary>
    public static string Note(IReadOnlyList<DraftForm> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var text = new StringBuilder("# 草稿：各表和一句话的说明，照公开的情况说明改写。\n");
        DraftWriter.Line(text, "title: \"{unit}{year}年部门预算\"\nparts:\n- title: \"{unit}{year}年部门预算\"\n- h1: 第一部分　预算表");
        foreach (var form in forms.Where(form => form.Block is null))
            DraftWriter.Line(text, $"- {{ form: {form.Id}{(form.IsPortrait ? "" : ", landscape: true")}, small: true }}");
        DraftWriter.Line(text, "- h1: 第二部分　情况说明");
        var (number, money) = (0, MoneyOf(forms));
        foreach (var form in forms.Where(form => Total(form) is not null))
        {
            var (row, column) = Total(form)!.Value;
            DraftWriter.Line(text, $"- h2: {DraftWriter.Quoted(Ordinals.Of("一、", ++number) + form.Title.TrimEnd('表'))}");
            var name = form.Tree is null ? DraftRows.Name(row.Labels.Values.First()) : form.Title.TrimEnd('表');
            DraftWriter.Line(text,
                $"- p: {DraftWriter.Quoted($"{{unit}}{{year}}年{name}{{fig:{form.Id}[{row.Id},{column.Id}]}}{money}。")}" + Guess + "说明的写法");
        }

        return text.ToString();
    }

    /// <summary>The unit of the pack: 元 where every form prints it.</summary>
    private static string MoneyOf(IReadOnlyList<DraftForm> forms) => forms.Count > 0 && forms.All(form => form.Money == "元") ? "元" : "万元";

    /// <summary>The last total and the first amount.</summary>
    internal static (DraftRow Row, DraftColumn Column)? Total(DraftForm form)
    {
        var row = form.Rows.FindLast(row => row.Compute.Count > 0 && row.Labels.Count > 0);
        var column = form.Columns.FirstOrDefault(column => column.Kind == "amount");
        return row is null || column is null ? null : (row, column);
    }

    internal static bool IsOfUnits(DraftTree tree) => tree.CodeList.StartsWith("unit", StringComparison.Ordinal);

    private static void Data(StringBuilder text, IReadOnlyList<DraftForm> forms, HashSet<string> lists, DraftWords words)
    {
        var sources = forms.SelectMany(form => form.Columns.Concat(form.Block?.Inner ?? [])).Select(column => column.From).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var declared = words.Fields.Where(field => field.IsDeclared
                && sources.Contains($"{{ table: {field.Table}, field: {field.Field} }}"))
            .DistinctBy(field => (field.Table, field.Field)).GroupBy(field => field.Table).ToArray();
        var hasUnits = lists.Any(list => list.StartsWith("unit", StringComparison.Ordinal));
        if (!hasUnits && declared.Length == 0) return;
        if (!hasUnits) DraftWriter.Line(text, "data:");
        else text.Append(Members);
        foreach (var table in declared)
        {
            DraftWriter.Line(text, $"  {table.Key}:\n    columns:");
            foreach (var field in table) DraftWriter.Line(text, string.Create(CultureInfo.InvariantCulture,
                $"      - {{ name: {field.Field}, title: {DraftWriter.Quoted(field.Title)}, kind: {field.Kind}, need: optional }}"));
        }
    }

    /// <summary>What a dataset says besides where forms have a row for each unit.</summary>
    private const string Members = """
        # 有一行一个单位的表：收入、支出、“三公”经费都写明是哪个所属单位的
        data:
          members_list:
            title: 所属单位
            meaning: 一行一个所属单位
            columns:
              - { name: member_code, title: 所属单位编码, kind: code }
              - { name: member_name, title: 所属单位名称, kind: text }
          revenue:
            columns:
              - { name: member_code, title: 所属单位编码, kind: code }
          expenditure:
            columns:
              - { name: member_code, title: 所属单位编码, kind: code, need: blank }
              - { name: project_name, title: 项目名称, kind: text, need: optional }
          three_public:
            columns:
              - { name: member_code, title: 所属单位编码, kind: code }

        """;
}
