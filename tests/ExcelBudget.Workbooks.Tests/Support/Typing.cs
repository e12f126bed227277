using System.Globalization;
using System.Text;

namespace ExcelBudget.Workbooks.Tests.Support;

/// <summary>
/// What an accountant does in a spreadsheet program, as statements for <see cref="Calc.Edited"/>: rows and columns from 1.
/// </summary>
internal sealed class Typing
{
    private readonly StringBuilder _statements = new();
    private string _sheet = "";

    public Typing On(string sheet)
    {
        _sheet = sheet;
        return Say($"Book.Sheets.getByName(\"{sheet}\").unprotect(\"\")");
    }

    public Typing InsertRow(int row) => Say($"{Sheet}.Rows.insertByIndex({row - 1}, 1)");

    public Typing DeleteRow(int row) => Say($"{Sheet}.Rows.removeByIndex({row - 1}, 1)");

    public Typing Formula(int row, int column, string formula) => Say($"{Cell(row, column)}.Formula = \"={formula}\"");

    public Typing Clear(int row, int column) => Say($"{Cell(row, column)}.String = \"\"");

    public Typing Number(int row, int column, decimal value) =>
        Say($"{Cell(row, column)}.Value = {value.ToString(CultureInfo.InvariantCulture)}");

    public Typing Text(int row, int column, string text) => Say($"{Cell(row, column)}.String = \"{text}\"");

    public override string ToString() => _statements.ToString();

    private string Sheet => $"Book.Sheets.getByName(\"{_sheet}\")";

    private string Cell(int row, int column) => $"{Sheet}.getCellByPosition({column - 1}, {row - 1})";

    private Typing Say(string statement)
    {
        _statements.AppendLine(statement);
        return this;
    }
}
