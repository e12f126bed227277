using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Rows and kinds of columns of an official form.</summary>
internal sealed partial class DraftRows
{
    private readonly FlatSheet _sheet;
    private readonly DraftForm _form;
    private readonly DraftWords _words;
    private bool _sawCodes;

    private DraftRows(FlatSheet sheet, DraftForm form, DraftWords words) => (_sheet, _form, _words) = (sheet, form, words);

    /// <summary>Reads the rows below the headings into the form.</summary>
    public static void Read(FlatSheet sheet, DraftForm form, int first, DraftWords words) => new DraftRows(sheet, form, words).Read(first);

    /// <summary>An id that rules can name without quotation marks.</summary>
    public static string Name(string text)
    {
        var name = string.Concat(Slot().Replace(Ordinals.Strip(text), "").TrimStart('年').Where(sign => char.IsLetterOrDigit(sign)
            || sign == '_'));
        return name.Length == 0 ? "栏" : name.Length > 24 ? name[..24] : name;
    }

    private void Read(int first)
    {
        var rows = Enumerable.Range(first, Math.Max(0, _sheet.LastRow - first + 1)).ToList();
        var notes = rows.FindIndex(row => Words(row) is [var only] && (NoteLike().IsMatch(only.Text.Trim()) || IsAcross(only)));
        if (notes >= 0)
        {
            _form.FootNotes = [.. rows.Skip(notes).SelectMany(Words).Select(cell => cell.Text.Trim()).Where(text =>
                !Identity().IsMatch(text))];
            rows.RemoveRange(notes, rows.Count - notes);
        }

        Kinds(rows);
        FindTree(rows);
        foreach (var row in rows) ReadRow(row);
        Ids();
        DraftFormulas.Read(_sheet, _form, rows);
        DraftSources.Guess(_form, _words);
    }

    /// <summary>A line that is merged over the whole table belongs below it.</summary>
    private bool IsAcross(FlatCell cell) => _form.Columns.Count > 2 && _sheet.Merges.Any(merge => merge.Contains(cell.Row, cell.Column)
        && merge.FirstColumn <= _form.Columns[0].At && merge.LastColumn >= _form.Columns[^1].At);

    private FlatCell[] Words(int row) =>
        [.. _sheet.Row(row).ToArray().Where(cell => cell.Kind == FlatCellKind.Text && !cell.HasFormula && cell.Text.Trim().Length > 0)];

    private void Kinds(List<int> rows)
    {
        foreach (var column in _form.Columns)
        {
            var (title, path) = (column.Title, string.Concat(column.Path));
            var texts = rows.Select(row => _sheet[row, column.At]).Where(cell =>
                cell is { Kind: FlatCellKind.Text, HasFormula: false }).ToArray();
            column.Kind = NumberTitle().IsMatch(title) ? "rowNumber"
                : IsCodeTitle(title, path) ? "code"
                : RateTitle().IsMatch(title) ? "percent"
                : NameTitle().IsMatch(title) && !path.Contains('数', StringComparison.Ordinal) ? "codeName"
                : texts.Length > 0 || LabelTitle().IsMatch(title) ? "label"
                : TextTitle().IsMatch(title) ? "text"
                : "amount";
        }
    }

    private static bool IsCodeTitle(string title, string path) => CodeTitle().IsMatch(title)
        || (title is "类" or "款" or "项" && path.Contains("编码", StringComparison.Ordinal));

    /// <summary>Code rows, where a column prints codes, or codes with their names.</summary>
    private void FindTree(List<int> rows)
    {
        var pieces = _form.Columns.Where(column => column.Kind == "code"
            && !column.Title.Contains("单位", StringComparison.Ordinal)).ToArray();
        var joined = _form.Columns.FirstOrDefault(column => rows.Any(row => Joined().IsMatch(_sheet[row, column.At]?.Text ?? "")));
        var unit = _form.Columns.FirstOrDefault(column => column.Kind == "code" && UnitTitle().IsMatch(column.Title));
        if (unit is not null && _form.Columns.Any(column => column.Kind == "codeName"))
        {
            UnitTree(unit, pieces);
            return;
        }

        if (pieces.Length == 0 && joined is null)
        {
            foreach (var name in _form.Columns.Where(column => column.Kind == "codeName")) name.Kind = "label";
            return;
        }

        var codes = rows.Select(row => joined is null ? string.Concat(pieces.Select(piece => _sheet[row, piece.At]?.Text.Trim() ?? ""))
            : Joined().Match(_sheet[row, joined.At]?.Text ?? "").Groups[1].Value).Where(code => code.Length > 0
                && code.All(char.IsAsciiDigit))
            .ToArray();
        var path = string.Concat(pieces.Append(joined).OfType<DraftColumn>().SelectMany(column => column.Path)) + _form.Title;
        var isEconomic = codes.Length > 0 ? codes[0][0] is '3' or '5' : path.Contains("经济", StringComparison.Ordinal);
        string[] all = isEconomic ? ["类", "款"] : ["类", "款", "项"];
        int[] lengths = isEconomic ? [3, 5] : [3, 5, 7];
        string[] levels = [.. all.Where((_, level) => codes.Length == 0 ? pieces.Length < 2 || level == all.Length - 1
            : codes.Any(code => code.Length == lengths[level]))];
        if (joined is not null)
        {
            joined.Kind = "text";
            pieces = [joined];
        }
        else if (pieces.Length > 1)
        {
            foreach (var piece in pieces) piece.Kind = "text";
        }

        _form.Tree = new DraftTree(isEconomic ? "economic" : "functional", pieces, levels.Length > 0 ? levels : all,
            joined is null ? null : "[{code}]{name}", codes.Length == 0);
    }

    /// <summary>Units one to a row, and below each its codes where code columns stand beside the unit's.</summary>
    private void UnitTree(DraftColumn unit, DraftColumn[] pieces)
    {
        var isEconomic = pieces.Length == 2 || string.Concat(pieces.SelectMany(piece =>
            piece.Path)).Contains("经济", StringComparison.Ordinal);
        foreach (var piece in pieces.Prepend(unit)) piece.Kind = "text";
        _form.Tree = new DraftTree(pieces.Length == 0 ? "units" : isEconomic ? "unitEconomic" : "unitFunctional", [unit, .. pieces],
            pieces.Length == 0 ? ["单位"] : ["单位", isEconomic ? "款" : "项"], null, AreLevelsGuessed: true);
    }

    private void ReadRow(int at)
    {
        var row = new DraftRow { At = at };
        foreach (var column in _form.Columns.Where(column => !column.IsFigure && column.Kind != "rowNumber"))
        {
            if (_sheet[at, column.At] is { Kind: FlatCellKind.Text, HasFormula: false } cell && cell.Text.Trim().Length > 0)
                row.Labels[column] = cell.Text.Trim();
        }

        if (_form.Tree is { } tree)
        {
            if (_form.Rows.Count == 0) _form.RowsBeforeTree = 0;
            var shown = string.Concat(tree.Pieces.Select(piece => _sheet[at, piece.At]?.Text.Trim() ?? ""));
            var isCode = shown.Length > 0 && (shown.All(char.IsAsciiDigit) || Joined().IsMatch(shown));
            if (isCode || !row.Labels.Values.Any(label => TotalLike().IsMatch(Plain(label))))
            {
                _sawCodes = true;
                return;
            }

            if (!_sawCodes) _form.RowsBeforeTree = _form.Rows.Count + 1;
        }
        else if (row.Labels.Count == 0 && (_form.Rows.Count > 0 || _form.Columns.Any(column => column.Kind == "label"))) return;

        _form.Rows.Add(row);
    }

    private static string Plain(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    /// <summary>Ids from labels; a row of lower rank stands under the last of higher rank in its column.</summary>
    private void Ids()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var above = new List<(DraftColumn Column, int Rank, DraftRow Row)>();
        foreach (var row in _form.Rows)
        {
            var (column, label) = row.Labels.Count > 0 ? row.Labels.First() is var first
                ? (first.Key, first.Value) : default : (null, "1");
            var rank = Rank(label);
            var parent = column is null || rank <= 0 ? null : above.FindLast(known => known.Column == column && known.Rank < rank).Row;
            var name = Name(label);
            if (!ids.Add(name))
            {
                if (parent is not null) row.Under = parent.Id;
                name = parent is null ? name : parent.Id + name;
                for (var more = 2; !ids.Add(name); more++) name = Name(label) + more.ToString(CultureInfo.InvariantCulture);
            }

            row.Id = name;
            if (column is not null && rank >= 0) above.Add((column, rank, row));
            foreach (var own in row.Labels.Values)
            {
                if (_words.Classes.TryGetValue(Name(own), out var code)) row.Code = code;
            }
        }
    }

    private static int Rank(string label) => label.Trim() switch
    {
        var text when Upper().IsMatch(text) => 0,
        var text when Middle().IsMatch(text) => 1,
        var text when Lower().IsMatch(text) => 2,
        _ => -1,
    };

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Slot();

    [GeneratedRegex("^注[：:]|^备注[：:]|^说明[：:]")]
    private static partial Regex NoteLike();

    [GeneratedRegex("^序号$|^行次$|^栏次$")]
    private static partial Regex NumberTitle();

    [GeneratedRegex("科目编码|科目代码|功能编码|^编码$|^代码$|单位代码|单位编码")]
    private static partial Regex CodeTitle();

    [GeneratedRegex("%|％|增减率|增长率|比例|幅度")]
    private static partial Regex RateTitle();

    [GeneratedRegex("科目名称|单位名称|^名称$|（科目）")]
    private static partial Regex NameTitle();

    [GeneratedRegex("^项目$|^项目名称$|^收入项目|^支出项目|功能分类科目$")]
    private static partial Regex LabelTitle();

    [GeneratedRegex("目标|指标|说明|备注|依据|性质|类型|名称|方式")]
    private static partial Regex TextTitle();

    [GeneratedRegex(@"^\s*[\[【（(](\d{3,7})[\]】）)]\s*\p{L}")]
    private static partial Regex Joined();

    [GeneratedRegex("^表样 .*编号 ")]
    private static partial Regex Identity();

    [GeneratedRegex("单位代码|单位编码")]
    private static partial Regex UnitTitle();

    [GeneratedRegex("合计|总计|小计|共计|总额")]
    private static partial Regex TotalLike();

    [GeneratedRegex("^[一二三四五六七八九十]+、")]
    private static partial Regex Upper();

    [GeneratedRegex("^[（(][一二三四五六七八九十]+[)）]")]
    private static partial Regex Middle();

    [GeneratedRegex(@"^\d{1,2}[.、．]")]
    private static partial Regex Lower();
}
