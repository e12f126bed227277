using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Writes drafts as the files of a pack; what is a guess carries the mark 猜, for a person to look at.</summary>
public static class DraftWriter
{
    private const string Guess = "   # 猜";

    /// <summary>forms/ID.yaml.</summary>
    public static string Form(DraftForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var text = new StringBuilder("# 由正式表样读出的草稿。带“猜”字的逐处核对，改好后删去“猜”字。\n");
        Line(text, $"id: {form.Id}");
        Line(text, $"title: {Quoted(form.Title)}");
        Line(text, $"sheet: {Quoted(form.Sheet.Length > 31 ? form.Sheet[..31] : form.Sheet)}");
        if (form.NumberLine is { } number) Line(text, $"numberLine: {Quoted(number)}");
        Line(text, $"secondLine: [{string.Join(", ", form.SecondLine.Select(Quoted))}]");
        if (form.HasColumnNumbers) Line(text, "columnNumbers: true");
        if (form.Money is "元") Line(text, "money: 元");
        if (form.IsPortrait) Line(text, "portrait: true");
        if (form.FootNotes.Count > 0) Line(text, $"footNotes: [{string.Join(", ", form.FootNotes.Select(Quoted))}]");
        Line(text, "columns:");
        Columns(text, form, form.Columns, 0, "  ");
        Line(text, "rows:");
        for (var index = 0; index <= form.Rows.Count; index++)
        {
            if (form.Tree is not null && index == form.RowsBeforeTree) Tree(text, form.Tree);
            if (index < form.Rows.Count) Row(text, form, form.Rows[index]);
        }

        if (form is { Tree: null, Rows.Count: 0 }) Line(text, "  - { id: 1, enter: ["
            + string.Join(", ", form.Columns.Where(column =>
                column is { Kind: "amount", Compute: null, From: not null }).Select(column => Quoted(column.Id)))
            + "] }" + Guess);
        return text.ToString();
    }

    /// <summary>
    /// rules.yaml: the shared checks, and ties between a row of one form and the column of another that is called the same.
    /// </summary>
    public static string Rules(IReadOnlyList<DraftForm> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var text = new StringBuilder("include: [../common/rules.yaml]\n\n");
        text.Append("# 下面是按同名的行和栏猜的表间关系，先试行（trial）：只统计、不退回。核对无误后删去 trial 一行。\nrelations:\n");
        var count = 0;
        foreach (var (check, title) in forms.SelectMany(form => Ties(form, forms)))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"- id: DRAFT-{++count}\n  catalogue: XT-02\n  kind: 表间\n  category: cross_table_mismatch\n");
            text.Append(CultureInfo.InvariantCulture, $"  severity: error\n  title: {Quoted(title)}\n  check: \"{check}\"\n");
            text.Append("  message: 左边 {left}，右边 {right}，相差 {diff}。请核对两张表。\n  basis: 部门预算公开表样\n  trial: true\n");
        }

        return text.ToString();
    }

    /// <summary>note.yaml: the forms, and for each the sentence that tells its total.</summary>
    public static string Note(IReadOnlyList<DraftForm> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var text = new StringBuilder("# 草稿：各表和一句话的说明，照公开的情况说明改写。\n");
        Line(text, "title: \"{unit}{year}年部门预算\"\nparts:\n- title: \"{unit}{year}年部门预算\"\n- h1: 第一部分　预算表");
        foreach (var form in forms) Line(text, $"- {{ form: {form.Id}{(form.IsPortrait ? "" : ", landscape: true")}, small: true }}");
        Line(text, "- h1: 第二部分　情况说明");
        var number = 0;
        foreach (var form in forms.Where(form => Total(form) is not null))
        {
            var (row, column) = Total(form)!.Value;
            Line(text, $"- h2: {Ordinals.Of("一、", ++number)}{form.Title.TrimEnd('表')}");
            var name = form.Tree is null ? DraftRows.Name(row.Labels.Values.First()) : form.Title.TrimEnd('表');
            Line(text, $"- p: \"{{unit}}{{year}}年{name}{{fig:{form.Id}[{row.Id},{column.Id}]}}万元。\"" + Guess);
        }

        return text.ToString();
    }

    /// <summary>note-check.yaml: what packs share, and what the sentences say.</summary>
    public static string NoteCheck => "include: [../common/note-check.yaml]\nfromNote: true\n";

    private static (DraftRow Row, DraftColumn Column)? Total(DraftForm form)
    {
        var row = form.Rows.FindLast(row => row.Compute.Count > 0 && row.Labels.Count > 0);
        var column = form.Columns.FirstOrDefault(column => column.Kind == "amount");
        return row is null || column is null ? null : (row, column);
    }

    /// <summary>pack.yaml.</summary>
    public static string Pack(string id, string title, IReadOnlyList<DraftForm> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var lists = forms.Select(form => form.Tree?.CodeList).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder("# 由正式表样读出的草稿：逐个文件核对，改好后再用。\n");
        Line(text, $"id: {id}\ntitle: {Quoted(title)}\nversion: 1\nyears: [2023, 2030]\ncodes:");
        Line(text, "  functional: { file: ../common/codes/functional.csv, levels: [3, 5, 7] }");
        if (lists.Any(list => list.EndsWith("conomic", StringComparison.Ordinal)))
            Line(text, "  economic: { file: ../common/codes/economic.csv, levels: [3, 5] }");
        if (lists.Contains("units")) Line(text, "  units: { unitDigits: 6 }" + Guess);
        if (lists.Contains("unitFunctional")) Line(text, "  unitFunctional: { unitDigits: 6, under: functional }" + Guess);
        if (lists.Contains("unitEconomic")) Line(text, "  unitEconomic: { unitDigits: 6, under: economic }" + Guess);
        Line(text, $"forms: [{string.Join(", ", forms.Select(form => form.Id))}]");
        Line(text, $"money: {(forms.Count > 0 && forms.All(form => form.Money == "元") ? "元" : "万元")}");
        if (lists.Any(list => list.StartsWith("unit", StringComparison.Ordinal))) text.Append(Members);
        return text.ToString();
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
          three_public:
            columns:
              - { name: member_code, title: 所属单位编码, kind: code }

        """;

    private static IEnumerable<(string Check, string Title)> Ties(DraftForm form, IReadOnlyList<DraftForm> forms)
    {
        foreach (var row in form.Rows.Where(_ => form.Tree is null))
        {
            foreach (var (label, words) in row.Labels)
            {
                var figure = form.Columns.SkipWhile(column => column != label).FirstOrDefault(column => column.Kind == "amount");
                if (figure is null || words.Contains("合计", StringComparison.Ordinal)) continue;
                foreach (var other in forms.Where(other => other != form && other.Tree is not null))
                {
                    var named = other.Columns.Where(column => column.Kind == "amount"
                        && DraftRows.Name(column.Title) == DraftRows.Name(words)).ToArray();
                    if (named.Length != 1 || other.Rows.Count == 0) continue;
                    yield return ($"{form.Id}[{row.Id},{figure.Id}] = {other.Id}[{other.Rows[0].Id},{named[0].Id}]",
                        $"{form.Title}“{DraftRows.Name(words)}” = {other.Title}同名的栏");
                }
            }
        }
    }

    private static void Columns(StringBuilder text, DraftForm form, IReadOnlyList<DraftColumn> columns, int depth, string indent)
    {
        for (var index = 0; index < columns.Count;)
        {
            var column = columns[index];
            if (column.Path.Count - 1 <= depth)
            {
                Line(text, indent + Leaf(form, column) + (column.IsGuessed || column.From is not null ? Guess : ""));
                index++;
                continue;
            }

            var below = columns.Skip(index).TakeWhile(other => other.Path.Count - 1 > depth
                && other.Path[depth] == column.Path[depth]).ToArray();
            Line(text, $"{indent}- title: {Quoted(column.Path[depth])}");
            Line(text, $"{indent}  columns:");
            Columns(text, form, below, depth + 1, indent + "    ");
            index += below.Length;
        }
    }

    private static string Leaf(DraftForm form, DraftColumn column)
    {
        var parts = new List<string> { $"id: {Quoted(column.Id)}", $"title: {Quoted(column.Title)}", $"kind: {column.Kind}" };
        if (column.Kind == "code") parts.Add($"codes: {form.Tree?.CodeList ?? "functional"}");
        parts.Add($"width: {column.Width.ToString(CultureInfo.InvariantCulture)}");
        if (column.IsOfWhich) parts.Add("ofWhich: true");
        if (column.Compute is { } compute) parts.Add($"compute: \"{compute}\"");
        else if (column.From is { } from) parts.Add($"from: {from}");
        return "- { " + string.Join(", ", parts) + " }";
    }

    private static void Tree(StringBuilder text, DraftTree tree)
    {
        var pieces = tree.Pieces.Count == 1 ? Quoted(tree.Pieces[0].Id)
            : $"[{string.Join(", ", tree.Pieces.Select(piece => Quoted(piece.Id)))}]";
        var code = tree.CodeList.EndsWith("conomic", StringComparison.Ordinal) ? "economic_code" : "function_code";
        var key = tree.CodeList == "units" ? "[member_code]" : IsOfUnits(tree) ? $"[member_code, {code}]" : code;
        var upper = tree.Levels.Count > 1 ? ", compute: \"SUM(本表[所属末级,本栏])\"" : "";
        var joined = tree.Text is { } words ? $", text: \"{words}\"" : "";
        var names = IsOfUnits(tree) ? ", unitNames: { table: members_list, field: member_name }" : "";
        var levels = string.Join(", ", tree.Levels);
        Line(text, $"  - tree: {{ codes: {tree.CodeList}, column: {pieces}, key: {key}, levels: [{levels}]{joined}{upper}{names} }}"
            + (tree.AreLevelsGuessed ? Guess : ""));
    }

    private static bool IsOfUnits(DraftTree tree) => tree.CodeList.StartsWith("unit", StringComparison.Ordinal);

    private static void Row(StringBuilder text, DraftForm form, DraftRow row)
    {
        var parts = new List<string> { $"id: {Quoted(row.Id)}" };
        if (row.Under is { } under) parts.Add($"under: {Quoted(under)}");
        if (row.Labels.Count > 0)
            parts.Add($"labels: {{ {string.Join(", ", row.Labels.Select(label => $"{Quoted(label.Key.Id)}: {Quoted(label.Value)}"))} }}");
        if (row.Code is { } code) parts.Add($"code: \"{code}\"");
        var isGuess = row.Compute.Values.Any(formula => formula.IsGuessed);
        var open = form.Columns.Where(column => column is { IsFigure: true, Compute: null }).ToArray();
        if (row.Compute.Count > 0 && open.All(row.Compute.ContainsKey) && row.Compute.Values.Distinct().Count() == 1)
            parts.Add($"compute: \"{row.Compute.Values.First().Formula}\"");
        else if (row.Compute.Count > 0)
        {
            var cells = row.Compute.Select(cell => $"{Quoted(cell.Key.Id)}: \"{Own(cell.Key, cell.Value.Formula)}\"");
            parts.Add($"compute: {{ {string.Join(", ", cells)} }}");
        }

        var entered = row.Enter.Where(cell => cell.Key.From is not null).ToArray();
        if (entered.Length > 0)
        {
            isGuess = true;
            var cells = entered.Select(cell => $"{Quoted(cell.Key.Id)}: {{ {cell.Value} }}");
            parts.Add($"enter: {{ {string.Join(", ", cells)} }}");
        }

        Line(text, $"  - {{ {string.Join(", ", parts)} }}" + (isGuess ? Guess : ""));
    }

    private static string Own(DraftColumn column, string formula) => formula.Replace("本栏]", column.Id + "]", StringComparison.Ordinal);

    private static string Quoted(string text) => text.Length > 0 && text.All(sign => char.IsLetterOrDigit(sign))
        && !char.IsAsciiDigit(text[0]) ? text
        : "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", " ", StringComparison.Ordinal) + "\"";

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
