using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Rows of an official form that are not always the same: by code, by unit, one for each project or indicator.</summary>
internal sealed class DraftTrees
{
    private const int FewClasses = 10;
    private const int Leaf = 7;

    /// <summary>一、本年支出 and 二、结转下年 may stand around classes that the form leaves blank.</summary>
    private const int MostAround = 2;

    private readonly DraftSheet _sheet;
    private readonly DraftForm _form;
    private readonly List<int> _rows;
    private readonly DraftWords _words;
    private readonly DraftPatterns _patterns;

    private DraftTrees(DraftSheet sheet, DraftForm form, List<int> rows, DraftWords words) =>
        (_sheet, _form, _rows, _words, _patterns) = (sheet, form, rows, words, words.Patterns);

    /// <summary>Fills in the code rows or the list of a form, and puts right the kinds of their columns.</summary>
    public static void Find(DraftSheet sheet, DraftForm form, List<int> rows, DraftWords words) =>
        new DraftTrees(sheet, form, rows, words).Find();

    private void Find()
    {
        var codes = _form.Columns.Where(column => column.Kind == "code").ToArray();
        var units = codes.Where(column => _patterns.Is("unitCode", column.Title)).ToArray();
        var pieces = codes.Except(units).Where(column => !_patterns.Is("rowNumber", column.Title)).ToArray();
        var joined = _form.Columns.FirstOrDefault(column => _rows.Exists(row => Code(row, column) is not null));
        var mapped = pieces.Where(column => _patterns.Is("government", string.Concat(column.Path))).ToArray();
        if (mapped.Length > 0 && mapped.Length < pieces.Length) Map(mapped, [.. pieces.Except(mapped)]);
        if (mapped.Length < pieces.Length) pieces = [.. pieces.Except(mapped)];
        if (IsList(pieces, joined)) List();
        else if (TwoSystems(pieces)) Pairs();
        else if (units.Length > 0 && _form.Columns.Any(column => column.Kind == "codeName")) Units(units[0], pieces);
        else if (pieces.Length > 0 || joined is not null) Codes(pieces, joined);
        else if (_form.Sides.Count > 0) ClassesInUse();
        else Names();
        if (_form.Tree is null && _form.List is null)
        {
            foreach (var column in _form.Columns.Where(column => column.Kind is "codeName" or "code")) column.Kind = "label";
        }
    }

    /// <summary>政府预算经济分类 beside 部门预算经济分类: it follows from that.</summary>
    private void Map(DraftColumn[] mapped, DraftColumn[] own)
    {
        var digits = 1;
        foreach (var column in mapped)
        {
            var length = mapped.Length == 1 ? 0 : digits == 1 ? 3 : 2;
            column.Kind = "text";
            column.Map = length == 0 ? "government" : $"government, show: {digits}-{digits + length - 1}";
            digits += length;
        }

        foreach (var column in _form.Columns.Where(column => column.Kind == "codeName"
            && _patterns.Is("government", string.Concat(column.Path))))
            (column.Kind, column.Map) = ("text", "government, show: name");
        if (own.Length > 0) _form.Doubts.Add("政府预算经济分类按对照表由部门预算经济分类推出，请核对对照表");
    }

    /// <summary>Rows of projects, indicators or purchases: the first words of a row name one, and no row is printed but totals.</summary>
    private bool IsList(DraftColumn[] pieces, DraftColumn? joined)
    {
        if (joined is not null || _form.Sides.Count > 0) return false;
        var first = _form.Columns.FirstOrDefault(column => !column.IsFigure && column.Kind is not ("rowNumber" or "code"));
        if (first is null || pieces.Length > 0 && !_patterns.Is("projectRows", string.Concat(pieces[0].Path))) return false;
        var isNamed = _form.Columns.TakeWhile(column => !column.IsFigure).Any(column => _patterns.Is("listName", column.Title)
            && !_patterns.Is("name", column.Title));
        return isNamed && _rows.TrueForAll(row => _form.Columns.Where(column => !column.IsFigure && column.Kind != "rowNumber")
            .Select(column => _sheet.At(row, column.At)).All(text => text.Length == 0 || _patterns.Is("total", text)
                || _patterns.Is("placeholder", text)));
    }

    private void List()
    {
        var all = _form.Title + string.Concat(_form.Columns.SelectMany(column => column.Path));
        var table = _patterns.Is("listIndicators", string.Concat(_form.Columns.Select(column => column.Title))) ? "indicators"
            : _patterns.Is("listProcurement", all) ? "procurement" : _patterns.Is("listAssets", all) ? "assets" : "projects";
        _form.List = new DraftList(table);
        foreach (var column in _form.Columns.Where(column => !column.IsFigure && column.Kind != "rowNumber")) column.Kind = "text";
        if (table != "indicators") return;
        var own = _form.Columns.TakeWhile(column => _words.FieldIn(column.Title, "indicators") is null
            || _words.FieldIn(column.Title, "projects") is { Word: var word } && _words.FieldIn(column.Title, "indicators")!.Word.Length
                < word.Length).ToArray();
        foreach (var column in own) column.IsMerged = true;
        foreach (var column in _form.Columns.Skip(own.Length).Take(2)) column.IsMerged = true;
    }

    private bool TwoSystems(DraftColumn[] pieces) => pieces.Any(column => _patterns.Is("economic", string.Concat(column.Path)))
        && pieces.Any(column => _patterns.Is("functional", string.Concat(column.Path))
            && !_patterns.Is("economic", string.Concat(column.Path)));

    /// <summary>Two classifications in a row: a row for each line of the expenditure.</summary>
    private void Pairs()
    {
        _form.List = new DraftList("expenditure");
        foreach (var column in _form.Columns.Where(column => !column.IsFigure && column.Kind != "rowNumber"))
        {
            if (column.Kind == "code") column.From = "{ table: expenditure, field: "
                + (_patterns.Is("economic", string.Concat(column.Path)) ? "economic_code" : "function_code") + " }";
            column.Kind = "text";
        }

        _form.Doubts.Add("一行有两种科目，按支出数据逐行印（list）；科目名称由填报人填写");
    }

    private void Units(DraftColumn unit, DraftColumn[] pieces)
    {
        var isEconomic = pieces.Length == 2 || _patterns.Is("economic", string.Concat(pieces.SelectMany(piece => piece.Path)));
        foreach (var piece in pieces.Prepend(unit)) piece.Kind = "text";
        if (pieces.Length > 0 && !isEconomic && _patterns.Is("project", _form.Title))
        {
            Projects(unit, pieces);
            return;
        }

        _form.Tree = new DraftTree(pieces.Length == 0 ? "units" : isEconomic ? "unitEconomic" : "unitFunctional", [unit, .. pieces],
            pieces.Length == 0 ? ["单位"] : ["单位", isEconomic ? "款" : "项"], null, AreLevelsGuessed: true);
    }

    /// <summary>Units, below them codes, below those projects by name: what tells projects of one code apart is printed nowhere.</summary>
    private void Projects(DraftColumn unit, DraftColumn[] pieces)
    {
        var hidden = new DraftColumn { At = 0, Path = [.. unit.Path.SkipLast(1), "序"], Id = "序", Kind = "text", IsHidden = true };
        var columns = _form.Columns.ToList();
        columns.Insert(columns.IndexOf(unit) > columns.IndexOf(pieces[^1]) ? columns.IndexOf(unit) + 1 : columns.IndexOf(pieces[^1]) + 1,
            hidden);
        _form.Columns = columns;
        _form.Tree = new DraftTree("unitProjects", [unit, .. pieces, hidden], ["单位", "项", "项目"], null, AreLevelsGuessed: true);
    }

    private void Codes(DraftColumn[] pieces, DraftColumn? joined)
    {
        var side = _form.Sides.Count == 0 ? -1 : _form.SideOf(joined ?? pieces[0]);
        if (side >= 0) pieces = [.. pieces.Where(piece => _form.SideOf(piece) == side)];
        var shown = _rows.Select(row => (Row: row, Code: joined is null
                ? string.Concat(pieces.Select(piece => _sheet.At(row, piece.At))) : Code(row, joined) ?? ""))
            .Where(row => row.Code.Length > 0 && row.Code.All(char.IsAsciiDigit)).ToArray();
        var path = string.Concat(pieces.Append(joined).OfType<DraftColumn>().SelectMany(column => column.Path)) + _form.Title;
        var isEconomic = shown.Length > 0 ? shown[0].Code[0] is '3' or '5' : _patterns.Is("economic", path)
            || (_patterns.Is("economicForm", _form.Title) && !_patterns.Is("functional", path));
        string[] all = isEconomic ? ["类", "款"] : ["类", "款", "项"];
        int[] lengths = isEconomic ? [3, 5] : [3, 5, Leaf];
        string[] levels = [.. all.Where((_, level) => shown.Length == 0 ? pieces.Length < 2 || level == all.Length - 1
            : shown.Any(row => row.Code.Length == lengths[level]))];
        if (joined is not null) pieces = [joined];
        var (list, keys) = (isEconomic ? "economic" : "functional", pieces);
        if (joined is not null || pieces.Length > 1)
        {
            foreach (var piece in pieces) piece.Kind = "text";
        }

        if (joined is null && pieces.Length > 1 && pieces.Length != all.Length)
        {
            _form.Doubts.Add("科目编码分栏的栏数与科目级次不同，请核对");
            foreach (var piece in pieces.Skip(1)) piece.Kind = "text";
            pieces[0].Kind = "code";
            keys = [pieces[0]];
        }

        if (levels.Length == 0) levels = all;
        var text = joined is null ? null : Joint(shown[0].Row, joined);
        var name = joined ?? _form.Columns.FirstOrDefault(column => column.Kind == "codeName" && column.At > 0);
        _form.Tree = new DraftTree(list, keys, levels, text, shown.Length == 0)
        {
            Side = side,
            Shown = [.. shown.Select(row => (row.Row, Math.Max(0, Array.IndexOf(lengths, row.Code.Length))))],
            IsIndented = name is not null && levels.Length > 1 && shown.Any(row => row.Code.Length > lengths[0] && IsSetIn(row.Row, name)),
        };
        foreach (var other in _form.Columns.Where(column => column.Kind == "code" && !keys.Contains(column))) other.Kind = "text";
    }

    private bool IsSetIn(int row, DraftColumn column) => (_sheet.Look[row, column.At]?.Indent ?? 0) > 0
        || (_sheet[row, column.At]?.Text is { Length: > 0 } text && char.IsWhiteSpace(text[0]));

    private string Joint(int row, DraftColumn joined)
    {
        var text = _sheet.At(row, joined.At);
        var code = Code(row, joined)!;
        var end = text.IndexOf(code, StringComparison.Ordinal) + code.Length;
        var tail = string.Concat(text[end..].TakeWhile(sign => !char.IsLetter(sign)));
        return text[..(end - code.Length)] + "{code}" + tail + "{name}";
    }

    private string? Code(int row, DraftColumn column) =>
        _patterns.Part("joined", _sheet.At(row, column.At)) ?? _patterns.Part("joinedTail", _sheet.At(row, column.At));

    /// <summary>
    /// Of two lists side by side the one of expenditure prints the classes in use: where the form leaves it blank, or shows a few of them.
    /// </summary>
    private void ClassesInUse()
    {
        for (var side = _form.Sides.Count - 1; side > 0; side--)
        {
            var label = _form.ColumnsOf(side).FirstOrDefault(column => column.Kind == "label" || column.Kind == "codeName");
            if (label is null) continue;
            var end = _rows.FindIndex(row => _patterns.Is("total", _sheet.At(row, label.At)));
            var own = end < 0 ? _rows : _rows[..end];
            var classes = own.Where(row => _words.Classes.ContainsKey(NameAt(row, label))).ToArray();
            var others = own.Where(row => _sheet.At(row, label.At).Length > 0 && !classes.Contains(row)
                && !_patterns.Is("placeholder", _sheet.At(row, label.At))).ToArray();
            var isBlank = classes.Length == 0 && others.Length <= MostAround && own.Count - others.Length > MostAround
                && !_patterns.Is("economic", string.Concat(label.Path));
            if (!isBlank && (classes.Length == 0 || classes.Length >= FewClasses)) continue;
            label.Kind = "label";
            var style = classes.Length > 0 ? StyleAt(classes[0], label) : others.Length > 0 ? "（一）" : StyleAt(_rows[0], _form.Columns[0]);
            _form.Tree = new DraftTree("functional", [label], ["类"], (style is null ? "" : $"{{ordinal:{style}}}") + "{name}", true)
            {
                Side = side,
                Shown = [.. classes.Select(row => (row, 0))],
            };
            return;
        }
    }

    private string NameAt(int row, DraftColumn label) => PlainText.Label(DraftRows.Name(_sheet.At(row, label.At)));

    private string? StyleAt(int row, DraftColumn label) => _sheet.At(row, label.At) is var text
        && _patterns.Is("rank1", text) ? "一、" : _patterns.Is("rank2", text) ? "（一）" : _patterns.Is("rank3", text) ? "1." : null;

    /// <summary>A column of names of functions, or of units, without codes.</summary>
    private void Names()
    {
        var labels = _form.Columns.TakeWhile(column => !column.IsFigure).Where(column => column.Kind is "label" or "codeName").ToArray();
        if (labels.Length != 1) return;
        var hasRows = _rows.Exists(row => _sheet.At(row, labels[0].At) is { Length: > 0 } text && !_patterns.Is("total", text)
            && !_patterns.Is("placeholder", text) && !_words.Classes.ContainsKey(NameAt(row, labels[0])));
        if (hasRows) return;
        var (isFunction, isEconomic) = (_patterns.Is("functionName", labels[0].Title), _patterns.Is("economicName", labels[0].Title));
        if (isFunction || isEconomic)
        {
            labels[0].Kind = "label";
            _form.Tree = new DraftTree(isFunction ? "functional" : "economic", labels, ["类"], "{name}", true);
        }
        else if (_patterns.Is("unitName", labels[0].Title) && !_form.Columns.Any(column => column.IsFigure))
        {
            _form.List = new DraftList("members");
            foreach (var column in _form.Columns.Where(column => column.Kind != "rowNumber")) column.Kind = "text";
        }
        else if (_patterns.Is("unitName", labels[0].Title))
        {
            labels[0].Kind = "codeName";
            var hidden = new DraftColumn { At = 0, Path = ["单位代码"], Id = "单位代码", Kind = "text", IsHidden = true };
            _form.Columns = [hidden, .. _form.Columns];
            _form.Tree = new DraftTree("units", [hidden], ["单位"], null, true);
        }
    }
}
