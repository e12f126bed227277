using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Tests.Flat;

public class FormulaShiftTests
{
    [Theory]
    [InlineData("A1", "B3")]
    [InlineData("$A1+A$1+$A$1", "$A3+B$1+$A$1")]
    [InlineData("SUM(A1:B2)", "SUM(B3:C4)")]
    [InlineData("SUM(A1:B$2)*2", "SUM(B3:C$2)*2")]
    [InlineData("LOG10(A1)", "LOG10(B3)")]
    [InlineData("LOG10 +ATAN2(1,A1)", "LOH12 +ATAN2(1,B3)")]
    [InlineData("收支总表!A1", "收支总表!B3")]
    [InlineData("'一般 A1 预算'!A1", "'一般 A1 预算'!B3")]
    [InlineData("'It''s A1'!$A1", "'It''s A1'!$A3")]
    [InlineData("A1!B2", "A1!C4")]
    [InlineData("[1]Sheet1!A1", "[1]Sheet1!B3")]
    [InlineData("表1[A1]", "表1[A1]")]
    [InlineData("T1[[#This Row],[A1]]", "T1[[#This Row],[A1]]")]
    [InlineData("\"A1\"&A1", "\"A1\"&B3")]
    [InlineData("\"说\"\"A1\"\"\"&A1", "\"说\"\"A1\"\"\"&B3")]
    [InlineData("SUM(A:A)", "SUM(B:B)")]
    [InlineData("SUM($A:C)", "SUM($A:D)")]
    [InlineData("SUM(3:$5)", "SUM(5:$5)")]
    [InlineData("SUM(3:5)", "SUM(5:7)")]
    [InlineData("T3.合计+收入A1+A1收入", "T3.合计+收入A1+A1收入")]
    [InlineData("1.5E3+2E-5+10", "1.5E3+2E-5+10")]
    [InlineData("TRUE+ABC+_A1+A1_", "TRUE+ABC+_A1+A1_")]
    [InlineData("IF(A1=\"\",0,A1)", "IF(B3=\"\",0,B3)")]
    [InlineData("#REF!+#N/A+A1", "#REF!+#N/A+B3")]
    [InlineData("A0+A01+XFE1", "A0+A01+XFE1")]
    [InlineData("XFD1", "#REF!")]
    [InlineData("A1048576", "#REF!")]
    [InlineData("SUM(XFD1:XFD2)", "SUM(#REF!:#REF!)")]
    [InlineData("\"open A1", "\"open A1")]
    [InlineData("'open A1", "'open A1")]
    [InlineData("[open A1", "[open A1")]
    public void Formula_MovedTwoDownOneRight_MovesItsRelativeReferences(string formula, string moved) =>
        FormulaShift.Shift(formula, 2, 1).ShouldBe(moved);

    [Fact]
    public void Formula_MovedUpAndLeft_LosesWhatFallsOffTheSheet() =>
        FormulaShift.Shift("C3+A5+$A$1+E1", -2, -1).ShouldBe("B1+#REF!+$A$1+#REF!");

    [Fact]
    public void Formula_NotMoved_IsTheSame() => FormulaShift.Shift("a1+B2", 0, 0).ShouldBe("a1+B2");
}
