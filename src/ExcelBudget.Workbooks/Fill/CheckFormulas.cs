using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>A formula of the 校验 sheet.</summary>
/// <param name="Expression">As it stands in its line.</param>
/// <param name="Shared">Its number where lines share it; null for one of its own.</param>
/// <param name="IsFirst">True in the first line that shares it.</param>
internal sealed record CheckFormula(string Expression, int? Shared, bool IsFirst)
{
    /// <summary>As it is written where it is not shared.</summary>
    public FormulaText Written => field ??= new FormulaText(Expression);
}

/// <summary>The formulas of the 校验 sheet over the helper sheet: they depend on where the forms stand, not on their figures.</summary>
internal sealed class CheckFormulas
{
    private readonly HelperSheet _helper;
    private readonly int _firstRow;
    private readonly Dictionary<(CheckColumn Column, string Formula), int> _shared = [];
    private readonly Dictionary<CheckColumn, CheckFormula>[] _lines;

    /// <param name="helper">The helper sheet.</param>
    /// <param name="firstRow">Row of the first line.</param>
    public CheckFormulas(HelperSheet helper, int firstRow)
    {
        (_helper, _firstRow) = (helper, firstRow);
        _lines = [.. Enumerable.Range(0, helper.LineCount).Select(line => (line < helper.Lines.Count ? Relation(line) : Figures(line))
            .Where(formula => formula.Value is not null)
            .ToDictionary(formula => formula.Key, formula => Shared(formula.Key, formula.Value!, line)))];
    }

    /// <summary>How many formulas lines share.</summary>
    public int SharedCount => _shared.Count;

    /// <summary>The formula of a column in a line; null where none stands.</summary>
    public CheckFormula? Of(int line, CheckColumn column) => _lines[line].GetValueOrDefault(column);

    /// <summary>The formula of a column in the list of what is to be mended.</summary>
    /// <param name="column">The column.</param>
    /// <param name="place">Place in the list, from 0.</param>
    /// <param name="row">Row of the place.</param>
    public string Listed(CheckColumn column, int place, int row)
    {
        if (column == CheckColumn.Number) return _helper.TopOf(place);
        var number = CheckColumn.Number.Cell(row);
        var area = SheetReference.Fixed(_firstRow, (int)column, _firstRow + _helper.LineCount - 1, (int)column);
        var found = $"INDEX({area},{number})";
        var formula = column switch
        {
            CheckColumn.Left or CheckColumn.Right or CheckColumn.Gap => $"IF({found}=\"\",\"\",{found})",
            CheckColumn.LeftCell => Linked(_helper.Targets.Left),
            CheckColumn.RightCell => Linked(_helper.Targets.Right),
            _ => found + "&\"\"",
        };
        return $"IF({number}=\"\",\"\",{formula})";

        string Linked(string targets) => $"IF({found}&\"\"=\"\",\"\",HYPERLINK(\"#\"&INDEX({targets},{number}),{found}))";
    }

    private Dictionary<CheckColumn, string?> Relation(int index)
    {
        var (line, state) = (_helper.Lines[index], _helper.StateOf(index));
        string Side(string formula) => $"IF(OR({state}<0,{state}={LineOutcome.NotApplicable},{state}={LineOutcome.Unchecked}),\"\","
            + $"IF({formula}=\"\",\"\",ROUND({formula},6)))";
        var (left, right) = (CheckColumn.Left.Cell(_firstRow + index), CheckColumn.Right.Cell(_firstRow + index));
        return new Dictionary<CheckColumn, string?>
        {
            [CheckColumn.Scope] = _helper.HasWords(index) ? Scope(index) : null,
            [CheckColumn.Left] = Side(_helper.LeftOf(index)),
            [CheckColumn.Right] = Side(_helper.RightOf(index)),
            [CheckColumn.Gap] = $"IF(OR({left}=\"\",{right}=\"\"),\"\",ROUND({left}-{right},6))",
            [CheckColumn.Verdict] = Verdict(state),
            [CheckColumn.Grade] = GradeOf(state, line.Relation.Declaration.Severity),
            [CheckColumn.LeftCell] = Link(index, isLeft: true),
            [CheckColumn.RightCell] = Link(index, isLeft: false),
        };
    }

    private Dictionary<CheckColumn, string?> Figures(int index)
    {
        var state = _helper.StateOf(index);
        return new Dictionary<CheckColumn, string?>
        {
            [CheckColumn.Scope] = $"IF({state}<{LineOutcome.Wrong},\"\",\"有 \"&{_helper.LeftOf(index)}&\" 行填了文字或错误值\")",
            [CheckColumn.Verdict] = Verdict(state),
            [CheckColumn.Grade] = GradeOf(state, Severity.Error),
            [CheckColumn.LeftCell] = Link(index, isLeft: true),
        };
    }

    /// <summary>Most columns have one formula for all lines: it is written once.</summary>
    private CheckFormula Shared(CheckColumn column, string formula, int line)
    {
        var relative = formula.Replace(_helper.RowDigits(line), "{line}", StringComparison.Ordinal)
            .Replace((_firstRow + line).ToString(CultureInfo.InvariantCulture), "{row}", StringComparison.Ordinal);
        if (_shared.TryGetValue((column, relative), out var known)) return new CheckFormula(formula, known, IsFirst: false);
        _shared[(column, relative)] = _shared.Count;
        return new CheckFormula(formula, _shared.Count - 1, IsFirst: true);
    }

    /// <summary>The words of a line's scope while no row of it is named.</summary>
    public static string ScopeOf(CheckLine line) => line.Words;

    /// <summary>The words of a line's scope that name a row.</summary>
    public static string ScopeOf(CheckLine line, string label) => CheckLine.Joined(label, line.ColumnTitle);

    /// <summary>The rows of a line, or the worst of them, and the column.</summary>
    private string Scope(int index)
    {
        var (scope, title, label) = _helper.WordsOf(index);
        var state = _helper.StateOf(index);
        var isAll = $"OR({state}<={LineOutcome.Holds},{state}={LineOutcome.NotApplicable},{label}&\"\"=\"\")";
        return $"IF({_helper.OverflowOf(index)}>0,\"插入的行超过 {_helper.SpareRows} 行，没有校验\","
            + $"IF({isAll},{scope}&\"\",{label})&IF({title}=\"\",\"\",IF(AND({isAll},{scope}=\"\"),\"\",\" \")&{title}))";
    }

    private static string Verdict(string state) =>
        $"CHOOSE({state}+{1 - LineOutcome.NotFilled},{string.Join(',', LineOutcome.Words.Select(word => $"\"{word}\""))})";

    /// <summary>«通过» beside «错误» would read as a contradiction.</summary>
    private static string GradeOf(string state, Severity severity) =>
        $"IF({state}>={LineOutcome.Questioned},\"{LineOutcome.GradeOf(severity)}\",\"\")";

    private string? Link(int index, bool isLeft)
    {
        if (_helper.PlaceOf(index, isLeft) is null) return null;
        var target = isLeft ? _helper.TargetOf(index) : _helper.RightTargetOf(index);
        return $"IFERROR(IF({target}=\"\",\"\",HYPERLINK(\"#\"&{target},{HelperSheet.ShortOf(target)})),\"\")";
    }
}
