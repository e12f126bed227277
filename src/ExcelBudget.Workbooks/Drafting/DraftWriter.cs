using System.Globalization;
using System.Text;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Writes a draft as forms/ID.yaml; what is a guess carries the mark 猜 and what to look at.</summary>
public static class DraftWriter
{
    /// <summary>What a guess is marked with.</summary>
    public const string Mark = "# 猜：";

    private const string Source = "取数来源";
    private const string Total = "合计公式";
    private const int LongestFormula = 60;

    /// <summary>The files of a form: its own, and for a block that of its indicators.</summary>
    public static IReadOnlyList<(string Id, string Text)> Forms(DraftForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Block is null ? [(form.Id, Form(form))] : [(form.Id, Form(form)), (InnerOf(form), Inner(form))];
    }

    /// <summary>Id of the form of a block's indicators.</summary>
    public static string InnerOf(DraftForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Id + "zb";
    }

    private static string Form(DraftForm form)
    {
        var text = new StringBuilder("# 由正式表样读出的草稿。带“猜”字的逐处核对，改好后删去“猜”字和它后面的话。\n");
        foreach (var doubt in form.Doubts.Concat(Unread(form)).Distinct()) Line(text, Mark + doubt);
        Line(text, $"id: {form.Id}");
        Line(text, $"title: {Quoted(form.Title)}");
        if (form.PrintedTitle is { } printed) Line(text, $"printedTitle: {Quoted(printed)}");
        Line(text, $"sheet: {Quoted(form.Sheet)}");
        if (form.NumberLine is { } number) Line(text, $"numberLine: {Quoted(number)}");
        if (form.SecondLine.Any(part => part.Length > 0))
            Line(text, $"secondLine: [{string.Join(", ", form.SecondLine.Select(Quoted))}]");
        if (form.HasColumnNumbers) Line(text, "columnNumbers: true");
        if (form.Money is "元") Line(text, "money: 元");
        if (form.Decimals is { } decimals) Line(text, $"decimals: {decimals.ToString(CultureInfo.InvariantCulture)}");
        if (form.HasSeparators) Line(text, "separators: true");
        if (form.IsPortrait) Line(text, "portrait: true");
        if (form.IsOnePage && form.Block is null) Line(text, "onePage: true");
        if (form.TellsEmptiness) Line(text, $"emptyNote: {Quoted(form.FootNotes[0])}" + Guess("是不是没有数时才印"));
        else if (form.FootNotes.Count > 0) Line(text, $"footNotes: [{string.Join(", ", form.FootNotes.Select(Quoted))}]");
        Line(text, "columns:");
        Columns(text, form, form.Columns, 0, "  ");
        Line(text, "rows:");
        if (form.Block is { } block) Block(text, form, block);
        else if (form.Sides.Count > 0) Sides(text, form);
        else Rows(text, form, -1, "  ");
        if (form.Block is null && form is { Tree: null, List: null, Rows.Count: 0 }) Line(text, "  - { id: 1 }" + Guess("这张表没有读出行"));
        return text.ToString();
    }

    private static IEnumerable<string> Unread(DraftForm form) => form.Unread.GroupBy(formula => formula.Column).Select(column =>
        $"“{string.Join('/', column.Key.Path)}”栏有 {column.Count()} 个公式没有读出，如第 {column.First().Row} 行 ="
        + (column.First().Formula is { Length: > LongestFormula } formula ? formula[..LongestFormula] + "…" : column.First().Formula));

    private static string Inner(DraftForm form)
    {
        var text = new StringBuilder();
        Line(text, $"id: {InnerOf(form)}");
        Line(text, $"title: {Quoted(form.Title + "的指标")}");
        Line(text, $"sheet: {Quoted(form.Sheet)}");
        if (form.IsPortrait) Line(text, "portrait: true");
        Line(text, "columns:");
        Columns(text, form, form.Block!.Inner, 0, "  ");
        Line(text, "rows: []");
        return text.ToString();
    }

    private static void Sides(StringBuilder text, DraftForm form)
    {
        Line(text, "  - sides:");
        for (var side = 0; side < form.Sides.Count; side++)
        {
            Line(text, $"      - columns: [{string.Join(", ", form.ColumnsOf(side).Select(column => Quoted(column.Id)))}]");
            Line(text, "        rows:");
            Rows(text, form, side, "          ");
        }

        foreach (var row in form.Rows.Where(row => row.Side < 0)) Row(text, form, row, "  ");
    }

    private static void Rows(StringBuilder text, DraftForm form, int side, string indent)
    {
        var rows = form.Rows.FindAll(row => row.Side == side);
        for (var index = 0; index <= rows.Count; index++)
        {
            if (form.Tree is { } tree && tree.Side == side && index == form.RowsBeforeTree) Tree(text, tree, indent);
            if (form.List is { } list && index == form.RowsBeforeTree)
                Line(text, $"{indent}- list: {{ table: {list.Table}, freeRows: 0, blankRows: 20 }}" + Guess("数据表"));
            if (index < rows.Count) Row(text, form, rows[index], indent);
        }
    }

    private static void Columns(StringBuilder text, DraftForm form, IReadOnlyList<DraftColumn> columns, int depth, string indent)
    {
        for (var index = 0; index < columns.Count;)
        {
            var column = columns[index];
            if (column.Path.Count - 1 <= depth)
            {
                Line(text, indent + Leaf(form, column) + Guess(Doubts(column)));
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

    private static string Doubts(DraftColumn column) => string.Join("、", new[]
    {
        column.IsKindGuessed ? "种类" : "",
        column.IsGuessed ? Total : "",
        column.Map is not null ? "对照" : "",
        column.From is not null && column.Compute is null ? Source : "",
        column is { IsFigure: true, From: null, Compute: null } ? "没有认出来源" : "",
        column.IsHidden ? "隐藏栏" : "",
    }.Where(doubt => doubt.Length > 0));

    private static string Leaf(DraftForm form, DraftColumn column)
    {
        var parts = new List<string> { $"id: {Quoted(column.Id)}", $"title: {Quoted(column.Title)}", $"kind: {column.Kind}" };
        if (column.Kind == "code") parts.Add($"codes: {form.Tree?.CodeList ?? "functional"}");
        parts.Add(column.IsHidden ? "hidden: true" : $"width: {column.Width.ToString(CultureInfo.InvariantCulture)}");
        if (column.IsOfWhich) parts.Add("ofWhich: true");
        if (column.IsMerged) parts.Add("merge: true");
        if (column.Map is { } map) parts.Add($"map: {map}");
        if (column.Compute is { } compute) parts.Add($"compute: \"{compute}\"");
        else if (column.From is { } from) parts.Add($"from: {from}");
        else if (column is { Kind: "amount" }) parts.Add("from: { table: expenditure, field: amount_yuan, where: { category: [\"\"] } }");
        if (column.WithoutBase is { Length: > 0 } word) parts.Add($"withoutBase: {Quoted(word)}");
        return "- { " + string.Join(", ", parts) + " }";
    }

    private static void Tree(StringBuilder text, DraftTree tree, string indent)
    {
        var pieces = tree.Pieces.Count == 1 ? Quoted(tree.Pieces[0].Id)
            : $"[{string.Join(", ", tree.Pieces.Select(piece => Quoted(piece.Id)))}]";
        var code = tree.CodeList.EndsWith("conomic", StringComparison.Ordinal) ? "economic_code" : "function_code";
        var items = tree.CodeList == "unitProjects" ? ", items: project_name" : "";
        var key = tree.CodeList == "units" ? "[member_code]" : DraftPackFile.IsOfUnits(tree) ? $"[member_code, {code}]" : code;
        var upper = tree.Levels.Count > 1 ? ", compute: \"SUM(本表[所属末级,本栏])\"" : "";
        var joined = tree.Text is { } words ? $", text: \"{words}\"" : "";
        var setIn = tree.IsIndented ? ", indent: 1" : "";
        var names = DraftPackFile.IsOfUnits(tree) ? ", unitNames: { table: members_list, field: member_name }" : "";
        var levels = string.Join(", ", tree.Levels);
        Line(text, $"{indent}- tree: {{ codes: {tree.CodeList}, column: {pieces}, key: {key}, levels: [{levels}]{items}"
            + $"{joined}{setIn}{upper}{names} }}"
            + (tree.AreLevelsGuessed ? Guess("印哪几级科目") : ""));
    }

    private static void Row(StringBuilder text, DraftForm form, DraftRow row, string indent)
    {
        var parts = new List<string> { $"id: {Quoted(row.Id)}" };
        var doubts = new List<string>();
        if (row.Under is { } under) parts.Add($"under: {Quoted(under.Id)}");
        if (row.IsOfWhich) parts.Add("ofWhich: true");
        if (row.Labels.Count > 0)
            parts.Add($"labels: {{ {string.Join(", ", row.Labels.Select(label => $"{Quoted(label.Key.Id)}: {Quoted(label.Value)}"))} }}");
        if (row.Code is { } code) parts.Add($"code: \"{code}\"");
        if (row.Compute.Values.Any(formula => formula.IsGuessed)) doubts.Add(Total);
        var open = form.Columns.Where(column => column is { IsFigure: true, Compute: null }
            && (row.Side < 0 || form.SideOf(column) == row.Side)).ToArray();
        if (row.Side < 0 && row.Compute.Count > 0 && open.All(row.Compute.ContainsKey)
            && row.Compute.Values.Select(formula => formula.Formula).Distinct().Count() == 1)
            parts.Add($"compute: \"{row.Compute.Values.First().Formula}\"");
        else if (row.Compute.Count > 0)
        {
            var cells = row.Compute.Select(cell => $"{Quoted(cell.Key.Id)}: \"{OfColumn(cell.Key, cell.Value.Formula)}\"");
            parts.Add($"compute: {{ {string.Join(", ", cells)} }}");
        }

        var entered = row.Enter.Where(cell => cell.Key.From is not null && !row.Compute.ContainsKey(cell.Key)).ToArray();
        if (entered.Length > 0)
        {
            doubts.Add(Source);
            parts.Add($"enter: {{ {string.Join(", ", entered.Select(cell => $"{Quoted(cell.Key.Id)}: {{ {cell.Value} }}"))} }}");
        }

        if (Blank(form, row) is { Length: > 0 } blank)
            parts.Add($"blank: [{string.Join(", ", blank.Select(column => Quoted(column.Id)))}]");
        Line(text, $"{indent}- {{ {string.Join(", ", parts)} }}" + Guess(string.Join("、", doubts)));
    }

    /// <summary>Computed columns of a list side by side in which a row across the form has no words.</summary>
    private static DraftColumn[] Blank(DraftForm form, DraftRow row) => form.Sides.Count == 0 || row.Side >= 0 ? []
        : [.. form.Columns.Where(column => column.Compute is not null && !row.Labels.Keys.Any(label =>
            form.SideOf(label) == form.SideOf(column)))];

    private static void Block(StringBuilder text, DraftForm form, DraftBlock block)
    {
        Line(text, "  - blocks:");
        Line(text, $"      inner: {InnerOf(form)}");
        Line(text, "      lines:");
        var name = form.Columns.FirstOrDefault(column => column.Id == "name")?.Id;
        Line(text, $"        - title: \"{{number}}{(name is null ? "" : "、{name}")}\"" + Guess("每一块上面的一行，用来数第几个项目"));
        foreach (var line in block.Lines) Line(text, $"        - cells: [ {string.Join(", ", line.Select(Cell))} ]");
        if (block.Skeleton.Count == 0) return;
        Line(text, "      skeleton:");
        foreach (var line in block.Skeleton) Line(text, $"        - [{string.Join(", ", line.Select(Quoted))}]");
    }

    private static string Cell(DraftBlockCell cell)
    {
        var parts = new List<string> { cell.Label is { } label ? $"label: {Quoted(label)}" : $"column: {Quoted(cell.Column!.Id)}" };
        if (cell.Span > 1) parts.Add($"span: {cell.Span.ToString(CultureInfo.InvariantCulture)}");
        if (cell.Rows > 1) parts.Add($"rows: {cell.Rows.ToString(CultureInfo.InvariantCulture)}");
        if (cell.IsVertical) parts.Add("vertical: true");
        return $"{{ {string.Join(", ", parts)} }}";
    }

    private static string OfColumn(DraftColumn column, string formula) =>
        formula.Replace("本栏]", column.Id + "]", StringComparison.Ordinal);

    private static string Guess(string doubt) => doubt.Length == 0 ? "" : "   " + Mark + doubt;

    internal static string Quoted(string text) => text.Length > 0 && text.All(sign => char.IsLetterOrDigit(sign))
        && !char.IsAsciiDigit(text[0]) && !char.IsAsciiLetter(text[0]) ? text
        : "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal) + "\"";

    internal static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
