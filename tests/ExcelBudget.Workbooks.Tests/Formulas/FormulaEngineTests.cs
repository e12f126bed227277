using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Formulas;

namespace ExcelBudget.Workbooks.Tests.Formulas;

/// <summary>What a formula comes to, as Excel would show it; the sheet «表» is laid out in <see cref="Cells"/>.</summary>
public sealed class FormulaEngineTests
{
    private static readonly FlatWorkbook Book = new(
        [
            new FlatSheet("表", Cells()),
            new FlatSheet("T2 收入 表", [FlatCell.OfNumber(1, 1, 7m), FlatCell.OfNumber(2, 1, 8.5m)]),
        ],
        [new DefinedName("税率", "0.13"), new DefinedName("全部", "表!$B$1:$B$5"), new DefinedName("甲", "'T2 收入 表'!$A$2"),
            new DefinedName("甲", "表!$B$1", "T2 收入 表")],
        new Dictionary<string, string>());

    [Fact]
    public void Condition_AskedOfTheSameCellsAgain_ReadsCodesFormulasAndFiguresAlike()
    {
        var sheet = new FlatSheet("表",
        [
            FlatCell.OfText(1, 1, " 206 "), FlatCell.OfNumber(2, 1, 206m), FlatCell.OfFormula(3, 1, "\"20\"&\"6\""),
            FlatCell.OfText(4, 1, "2060"),
            .. Enumerable.Range(1, 4).Select(row => FlatCell.OfNumber(row, 2, row)),
        ]);
        var engine = new FormulaEngine(
            new FlatWorkbook([sheet], [], new Dictionary<string, string>()),
            (_, row, column) => column == 2 ? new KnownFigure(true, row == 4 ? null : 10m * row) : default, code => code.Trim());
        for (var times = 0; times < 2; times++)
        {
            engine.Evaluate("SUMIFS(B1:B2,A1:A2,\"206\")", sheet, 9, 9).Number.ShouldBe(30m);
            engine.Evaluate("SUMIFS(B1:B3,A1:A3,\"206\")", sheet, 9, 9).Number.ShouldBe(60m);
            engine.Evaluate("COUNTIFS(A1:A4,\"20?\")", sheet, 9, 9).Number.ShouldBe(3m);
            engine.Evaluate("SUMIFS(B1:B4,A1:A4,\"206*\")", sheet, 9, 9).Kind.ShouldBe(FormulaKind.Unknown);
            engine.Evaluate("SUMIF(B1:B3,\">=20\",B1:B3)", sheet, 9, 9).Number.ShouldBe(50m);
        }
    }

    [Theory]
    [InlineData("1+2*3", "7")]
    [InlineData("-2^2", "4")]
    [InlineData("2^-1", "0.5")]
    [InlineData("50%*B1", "5")]
    [InlineData("1/3*3", "1")]
    [InlineData("0.1+0.2=0.3", "TRUE")]
    [InlineData("B1+B2", "30.5")]
    [InlineData("B1&\"万元\"", "10万元")]
    [InlineData("$B$1-表!B2", "-10.5")]
    [InlineData("'T2 收入 表'!A1+甲", "15.5")]
    [InlineData("SUM(全部)*税率", "7.865")]
    [InlineData("SUM(B1:B5)", "60.5")]
    [InlineData("SUM(B1:B5,\"2\",TRUE)", "63.5")]
    [InlineData("SUM(B:B)", "60.5")]
    [InlineData("SUM(B1:INDEX(B:B,2))", "30.5")]
    [InlineData("AVERAGE(B1:B3)", "20.1666666666667")]
    [InlineData("MAX(B1:B5)-MIN(B1:B5)", "20")]
    [InlineData("COUNT(A1:C5)", "4")]
    [InlineData("COUNTA(A1:A5)", "5")]
    [InlineData("COUNTBLANK(C1:C5)", "3")]
    [InlineData("SUMIF(A1:A5,\"2070104\",B1:B5)", "10")]
    [InlineData("SUMIF(A1:A5,\"207*\",B1:B5)", "30.5")]
    [InlineData("SUMIF(B1:B5,\">=20\")", "50.5")]
    [InlineData("SUMIFS(B1:B5,A1:A5,\"207\"&\"?*\",B1:B5,\"<>10\")", "20.5")]
    [InlineData("COUNTIF(A1:A5,\"<>208*\")", "2")]
    [InlineData("AVERAGEIF(A1:A5,\"207*\",B1:B5)", "15.25")]
    [InlineData("SUMPRODUCT((LEFT(A1:A3,3)=\"207\")*B1:B3)", "30.5")]
    [InlineData("SUMPRODUCT(B1:B2,B1:B2)", "520.25")]
    [InlineData("SUMPRODUCT(--(B1:B3>10))", "2")]
    [InlineData("SUBTOTAL(9,B1:B5)", "60.5")]
    [InlineData("SUBTOTAL(103,A1:A5)", "5")]
    [InlineData("IF(B1>5,\"多\",\"少\")", "多")]
    [InlineData("IF(B1>50,1/0)", "FALSE")]
    [InlineData("IF(FALSE,1,)", "0")]
    [InlineData("IFERROR(B1/0,0)", "0")]
    [InlineData("IFERROR(VLOOKUP(\"没有\",A1:B5,2,0),-1)", "-1")]
    [InlineData("AND(B1>0,B2>0)", "TRUE")]
    [InlineData("ROUND(B2,0)", "21")]
    [InlineData("ROUND(-2.5,0)", "-3")]
    [InlineData("ROUND(12345.678,-2)", "12300")]
    [InlineData("ROUNDUP(2.01,0)", "3")]
    [InlineData("ROUNDDOWN(-2.99,0)", "-2")]
    [InlineData("INT(-2.5)", "-3")]
    [InlineData("MOD(-3,2)", "1")]
    [InlineData("VLOOKUP(\"2080505\",A1:B5,2,FALSE)", "30")]
    [InlineData("HLOOKUP(\"2070104\",A1:B2,2,0)", "2070199")]
    [InlineData("INDEX(B1:B5,MATCH(\"2080505\",A1:A5,0))", "30")]
    [InlineData("INDEX(A1:B5,2,2)", "20.5")]
    [InlineData("LOOKUP(1,0/(A1:A5=\"2070199\"),B1:B5)", "20.5")]
    [InlineData("CHOOSE(2,\"a\",\"b\")", "b")]
    [InlineData("SUM(OFFSET(B1,0,0,2,1))", "30.5")]
    [InlineData("INDIRECT(\"表!B1\")", "10")]
    [InlineData("TEXT(0.956,\"0.0%\")", "95.6%")]
    [InlineData("TEXT(45402,\"yyyy年m月d日\")", "2024年4月20日")]
    [InlineData("TEXT(1234.5,\"#,##0.00\")", "1,234.50")]
    [InlineData("LEFT(\"2070104图书馆\",7)", "2070104")]
    [InlineData("SUM({1,2;3,4})", "10")]
    [InlineData("_xlfn.IFS(B1>100,1,TRUE,2)", "2")]
    [InlineData("B5", "0")]
    public void Formula_PeopleType_IsComputedAsExcelDoes(string formula, string result) => Evaluated(formula).ShouldBe(result);

    [Theory]
    [InlineData("B1/0", "#DIV/0!")]
    [InlineData("B4+1", "#VALUE!")]
    [InlineData("VLOOKUP(\"没有\",A1:B5,2,0)", "#N/A")]
    [InlineData("没有这张表!A1", "#REF!")]
    [InlineData("#REF!+1", "#REF!")]
    [InlineData("SUM(B1,#N/A)", "#N/A")]
    [InlineData("99999999999999999999999*99999999999999999999999", "#NUM!")]
    public void Formula_ThatShowsAnErrorValue_ShowsIt(string formula, string error) => Evaluated(formula).ShouldBe(error);

    [Theory]
    [InlineData("[1]Sheet1!A1")]
    [InlineData("'[2023年.xlsx]表'!A1*2")]
    [InlineData("SUM([2]表!A1:A3)")]
    public void Formula_IntoAnotherFile_IsUnknownForThatReason(string formula) =>
        Value(formula).ShouldBe(FormulaValue.Unknown(FormulaTroubles.External));

    [Theory]
    [InlineData("TODAY()")]
    [InlineData("SQRT(2)")]
    [InlineData("未定义的名称+1")]
    [InlineData("表1[金额]")]
    [InlineData("SUM(B1:B2")]
    [InlineData("B1 B2")]
    [InlineData("VLOOKUP(5,{3,1;1,2},2)")]
    [InlineData("")]
    public void Formula_BeyondTheEvaluator_IsUnknownAndNeverNil(string formula) => Value(formula).Kind.ShouldBe(FormulaKind.Unknown);

    [Theory]
    [InlineData("SUM(")]
    [InlineData("(")]
    [InlineData("-(")]
    [InlineData("IF(1,")]
    public void Formula_NestedThousandsDeep_IsUnknownAndTheProcessLives(string opening)
    {
        var formula = string.Concat(Enumerable.Repeat(opening, 7_000)) + "1" + new string(')', 7_000);
        Value(formula[..Math.Min(formula.Length, 8_000)]).Kind.ShouldBe(FormulaKind.Unknown);
        Value(formula).Kind.ShouldBe(FormulaKind.Unknown);
    }

    [Fact]
    public void Formula_OfThousandsOfParts_IsNoDeepOne() => Evaluated(string.Join('+', Enumerable.Repeat("1", 4_000))).ShouldBe("4000");

    [Fact]
    public void Cells_ThatLeadBackToThemselves_AreUnknown()
    {
        var book = Chain(3, row => row == 3 ? "A1" : $"A{row + 1}");
        new FormulaEngine(book).Cell(book.Sheets[0], 1, 1).ShouldBe(FormulaValue.Unknown(FormulaTroubles.Circular));
    }

    [Fact]
    public void Cells_EachBuiltTwiceOnTheOneBefore_CostNoMoreThanTheirNumber()
    {
        var book = Chain(300, row => row == 300 ? "1" : $"(A{row + 1}+A{row + 1})/2");
        ProcessorTime.Of(() => new FormulaEngine(book).Cell(book.Sheets[0], 1, 1).ShouldBe(FormulaValue.Of(1m)))
            .ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Cells_InALongerChainThanIsFollowed_AreUnknownAndNeverNil()
    {
        var book = Chain(7_000, row => row == 7_000 ? "1" : $"A{row + 1}");
        new FormulaEngine(book).Cell(book.Sheets[0], 1, 1).Kind.ShouldBe(FormulaKind.Unknown);
    }

    [Fact]
    public void Cells_ThatAllAddWholeColumns_EndSoonAndAreUnknown()
    {
        var cells = Enumerable.Range(1, 20_000).Select(row => FlatCell.OfNumber(row, 1, 1m))
            .Concat(Enumerable.Range(1, 20_000).Select(row => FlatCell.OfFormula(row, 2, "SUM(A1:A20000)+COUNTIF(A:A,1)")));
        var book = new FlatWorkbook([new FlatSheet("表", cells)], [], new Dictionary<string, string>());
        ProcessorTime.Of(() =>
        {
            var engine = new FormulaEngine(book);
            for (var row = 1; row <= 20_000; row++) engine.Cell(book.Sheets[0], row, 2);
            engine.Cell(book.Sheets[0], 20_000, 2).Kind.ShouldBe(FormulaKind.Unknown);
        }).ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Text_DoubledCellByCell_StopsAtExcelsLength()
    {
        var book = Chain(60, row => row == 60 ? "\"0123456789\"" : $"A{row + 1}&A{row + 1}");
        new FormulaEngine(book).Cell(book.Sheets[0], 1, 1).ShouldBe(FormulaValue.WrongKind);
    }

    [Fact]
    public void Subtotal_OverRowsAFilterMayHide_IsUnknown()
    {
        var sheet = new FlatSheet("表", [FlatCell.OfNumber(1, 1, 5m), FlatCell.OfNumber(2, 1, 6m)],
            hiding: new SheetHiding(new HashSet<int> { 2 }, new HashSet<int>()));
        var engine = new FormulaEngine(new FlatWorkbook([sheet], [], new Dictionary<string, string>()));
        engine.Evaluate("SUBTOTAL(9,A1:A2)", sheet, 5, 1).ShouldBe(FormulaValue.Unknown(FormulaTroubles.HiddenRows));
        engine.Evaluate("SUBTOTAL(109,A1:A2)", sheet, 5, 1).ShouldBe(FormulaValue.Of(5m));
    }

    [Fact]
    public void Formula_OnASheetThatWasNotRead_IsUnknownAndNotNil()
    {
        var sheet = new FlatSheet("表", []);
        var own = FlatSheet.Unread("校验", SheetVisibility.Visible, "xl/worksheets/sheet2.xml");
        var engine = new FormulaEngine(new FlatWorkbook([sheet, own], [], new Dictionary<string, string>()));
        engine.Evaluate("校验!A1+1", sheet, 1, 1).ShouldBe(FormulaValue.Unknown(FormulaTroubles.OwnSheet("校验")));
    }

    private static FlatCell[] Cells() =>
    [
        FlatCell.OfText(1, 1, "2070104"), FlatCell.OfNumber(1, 2, 10m),
        FlatCell.OfText(2, 1, "2070199"), FlatCell.OfNumber(2, 2, 20.5m),
        FlatCell.OfText(3, 1, "2080505"), FlatCell.OfNumber(3, 2, 30m), FlatCell.OfFormula(3, 3, "B1+B2"),
        FlatCell.OfText(4, 1, "2080506"), FlatCell.OfText(4, 2, "9.3万元"), FlatCell.OfText(4, 3, "x"),
        FlatCell.OfText(5, 1, "2089999"),
    ];

    private static FlatWorkbook Chain(int length, Func<int, string> formula) =>
        new([new FlatSheet("表", Enumerable.Range(1, length).Select(row => FlatCell.OfFormula(row, 1, formula(row))))], [],
            new Dictionary<string, string>());

    private static FormulaValue Value(string formula) => new FormulaEngine(Book).Evaluate(formula, Book.Sheets[0], 9, 9);

    private static string Evaluated(string formula) =>
        Value(formula) is { Kind: FormulaKind.Error or FormulaKind.Unknown } failure ? failure.Text : Value(formula).AsText().Text;
}
