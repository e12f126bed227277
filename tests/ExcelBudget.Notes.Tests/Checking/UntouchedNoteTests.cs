namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>A note as this program wrote it has nothing to answer for.</summary>
public sealed class UntouchedNoteTests
{
    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void UntouchedNote_OfASample_HasNoFinding(string sample)
    {
        var check = Checked.Against(HebeiNote.BudgetOf(sample), HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx);
        check.Findings.Count.ShouldBe(0, Checked.Told(check));
        check.Unchecked.Count.ShouldBe(0, Checked.Told(check));
        check.Annotated.ShouldBeNull();
        check.Agreements.Count.ShouldBeGreaterThan(40);
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void UntouchedNote_WithoutControls_HasNoFinding(string sample)
    {
        var check = Checked.Against(
            HebeiNote.BudgetOf(sample), PlainNote.WithoutControls(HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx));
        check.Findings.Count.ShouldBe(0, Checked.Told(check));
        check.Agreements.Count.ShouldBeGreaterThan(20);
    }
}
