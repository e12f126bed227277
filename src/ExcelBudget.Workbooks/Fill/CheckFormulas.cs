using ExcelBudget.Domain.Findings;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>A formula of the 校验 sheet, which lines share.</summary>
/// <param name="Expression">As it stands in the first line that has it; null in those below.</param>
/// <param name="Index">Its number on the sheet.</param>
internal readonly record struct CheckFormula(string? Expression, int Index);

/// <summary>The formulas of the 校验 sheet over the helper sheet: they depend on where the forms stand, not on their figures.</summary>
internal sealed class CheckFormulas
{
    private const string OfRows = "rows";
    private const string OfFigures = "figures";
    private const int Width = (int)CheckColumn.RightCell + 1;

    private static readonly CheckColumn[] Columns =
    [
        CheckColumn.Scope, CheckColumn.Left, CheckColumn.Right, CheckColumn.Gap, CheckColumn.Verdict, CheckColumn.Grade,
        CheckColumn.LeftCell, CheckColumn.RightCell,
    ];

    private readonly HelperSheet _helper;
    private readonly int _firstRow;
    private readonly Dictionary<(CheckColumn Column, string Kind), int> _shared = [];
    private readonly CheckFormula?[] _cells;

    /// <param name="helper">The helper sheet.</param>
    /// <param name="firstRow">Row of the first line.</param>
    public CheckFormulas(HelperSheet helper, int firstRow)
    {
        (_helper, _firstRow, _cells) = (helper, firstRow, new CheckFormula?[helper.LineCount * Width]);
        for (var line = 0; line < helper.LineCount; line++)
        {
            foreach (var column in Columns)
            {
                if (KindOf(line, column) is { } kind) _cells[(line * Width) + (int)column] = Shared(line, column, kind);
            }
        }
    }

    /// <summary>How many formulas lines share.</summary>
    public int SharedCount => _shared.Count;

    /// <summary>The formula of a column in a line; null where none stands.</summary>
    public CheckFormula? Of(int line, CheckColumn column) => _cells[(line * Width) + (int)column];

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

    /// <summary>Lines whose formulas in a column are alike but for their row; null where none stands.</summary>
    private string? KindOf(int line, CheckColumn column)
    {
        var isRelation = line < _helper.Lines.Count;
        return column switch
        {
            CheckColumn.Scope => !isRelation ? OfFigures : _helper.HasWords(line) ? OfRows : null,
            CheckColumn.Left or CheckColumn.Right or CheckColumn.Gap => isRelation ? OfRows : null,
            CheckColumn.Grade => LineOutcome.GradeOf(SeverityOf(line)),
            CheckColumn.LeftCell or CheckColumn.RightCell => _helper.PlaceOf(line, column == CheckColumn.LeftCell) is null ? null : OfRows,
            _ => OfRows,
        };
    }

    private CheckFormula Shared(int line, CheckColumn column, string kind)
    {
        if (_shared.TryGetValue((column, kind), out var known)) return new CheckFormula(null, known);
        _shared[(column, kind)] = _shared.Count;
        return new CheckFormula(Worded(line, column), _shared.Count - 1);
    }

    /// <summary>The formula of a column as a line words it.</summary>
    private string Worded(int line, CheckColumn column)
    {
        var state = _helper.StateOf(line);
        string Side(string formula) => $"IF(OR({state}<0,{state}={LineOutcome.NotApplicable},{state}={LineOutcome.Unchecked}),\"\","
            + $"IF({formula}=\"\",\"\",ROUND({formula},6)))";
        var (left, right) = (CheckColumn.Left.Cell(_firstRow + line), CheckColumn.Right.Cell(_firstRow + line));
        return column switch
        {
            CheckColumn.Scope => line < _helper.Lines.Count ? Scope(line)
                : $"IF({state}<{LineOutcome.Wrong},\"\",\"有 \"&{_helper.LeftOf(line)}&\" 行填了文字或错误值\")",
            CheckColumn.Left => Side(_helper.LeftOf(line)),
            CheckColumn.Right => Side(_helper.RightOf(line)),
            CheckColumn.Gap => $"IF(OR({left}=\"\",{right}=\"\"),\"\",ROUND({left}-{right},6))",
            CheckColumn.Grade => GradeOf(state, SeverityOf(line)),
            CheckColumn.LeftCell => Link(_helper.TargetOf(line)),
            CheckColumn.RightCell => Link(_helper.RightTargetOf(line)),
            _ => Verdict(state),
        };
    }

    private Severity SeverityOf(int line) =>
        line < _helper.Lines.Count ? _helper.Lines[line].Relation.Declaration.Severity : Severity.Error;

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

    private static string Link(string target) =>
        $"IFERROR(IF({target}=\"\",\"\",HYPERLINK(\"#\"&{target},{HelperSheet.ShortOf(target)})),\"\")";
}
