using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Rules.Language;
using ExcelBudget.Rules.Tests.Checking;

namespace ExcelBudget.Rules.Tests.Excel;

/// <summary>Every form stands on a sheet of its id, its rows from 6 to 40, fixed rows from 6 on in their order.</summary>
public sealed class FormulaTranslatorTests
{
    private static readonly FormDefinition T3 = Hebei.Book.Pack[new FormId("T3")];
    private readonly FormulaTranslator _translator = new(Hebei.Book, new Layout());

    [Theory]
    [InlineData("T1[1,2]", "'T1'!C6")]
    [InlineData("SUM(T1[1:9,2])", "SUM('T1'!C6:C14)")]
    [InlineData("T1[32,2] + T1[33,2] * 2", "'T1'!C37+('T1'!C38*2)")]
    [InlineData("T6[30217,4]", "SUMIF('T6'!$B$6:$B$40,\"30217\",'T6'!$E$6:$E$40)")]
    [InlineData("SUM(T3[类,4])", "SUMIFS('T3'!$E$6:$E$40,'T3'!$B$6:$B$40,\"???\")")]
    [InlineData("T1[1,2] / T1[2,2]", "IF('T1'!C7=0,0,'T1'!C6/'T1'!C7)")]
    [InlineData("RATE(T1[1,2], T1[2,2])", "IF('T1'!C7=0,0,ROUND(('T1'!C6-'T1'!C7)/ABS('T1'!C7)*100,2))")]
    public void Expression_OutsideAnyRow_NamesItsSheets(string expression, string formula) =>
        _translator.Translate(Parser.Figure(expression, Hebei.Book.Names), new FormulaPlace(null)).ShouldBe(formula);

    [Theory]
    [InlineData("SUM(本表[本行,4:8])", "SUM(E20:I20)")]
    [InlineData("SUM(本表[所属末级,4])", "SUMIFS(INDEX($E:$E,ROW()+1):$E$40,INDEX($B:$B,ROW()+1):$B$40,$B20&\"????\")")]
    [InlineData("T5[本行,4]", "SUMIF('T5'!$B$6:$B$40,$B20,'T5'!$E$6:$E$40)")]
    public void Expression_InARowOfItsForm_StartsBelowItself(string expression, string formula)
    {
        var place = new FormulaPlace("T3", T3, 20, "208", new RowKey("208"), new ColumnId("4"));
        _translator.Translate(Parser.Figure(expression, Hebei.Book.Names, T3), place).ShouldBe(formula);
    }

    [Fact]
    public void ColumnThatRowsCompute_SummedInAnotherForm_IsSummedFromTheEnteredCells()
    {
        var t1 = Hebei.Book.Pack[new FormId("T1")];
        var place = new FormulaPlace("T1", t1, 6, "201", new RowKey("1"), new ColumnId("4"));
        var formula = _translator.Translate(Parser.Figure("SUM(T5[所属末级,3])", Hebei.Book.Names, t1), place);
        formula.ShouldBe(
            "SUMIFS('T5'!$E$6:$E$40,'T5'!$B$6:$B$40,\"201\"&\"????\")+SUMIFS('T5'!$F$6:$F$40,'T5'!$B$6:$B$40,\"201\"&\"????\")");
    }

    [Fact]
    public void FormulaSharedByRows_PinsEveryCellButItsOwnRow()
    {
        var place = new FormulaPlace(null, T3, 6, "000", default, new ColumnId("4"), IsShared: true);
        _translator.Translate(Parser.Figure("本表[本行,4] - T1[1,2]", Hebei.Book.Names, T3), place).ShouldBe("'T3'!E6-SUM('T1'!$C$6:$C$6)");
    }

    private sealed class Layout : IWorkbookLayout
    {
        public string SheetOf(FormDefinition form) => form.Id.Value;

        public (int First, int Last) RegionOf(FormDefinition form) => (6, 40);

        public int RowOf(FormDefinition form, RowKey key) =>
            6 + form.Rows.OfType<RowGroup.Fixed>().ToList().FindIndex(row => row.Key == key);

        public int ColumnOf(FormDefinition form, ColumnId column) => 1 + form.IndexOf(column);

        public (int Column, string Label)? LabelOf(FormDefinition form, ColumnId column) => null;

        public int BlocksOf(FormDefinition form) => 0;
    }
}
