using Xunit.Abstractions;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>What the checks object to in published documents, against what a reviewer objects to.</summary>
public sealed class PublishedDocumentTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("menyuan-county-office-2023")]
    [InlineData("menyuan-cppcc-2024")]
    [InlineData("other-styles")]
    public void Document_WhenChecked_AgreesWithItsReviewer(string document)
    {
        var agreement = ReviewerKey.Compare(document, Document.Check(Document.Read(document)));

        output.WriteLine($"{document}: recall {agreement.Recall:P1} of {agreement.Musts}, precision {agreement.Precision:P1} of {agreement.Raised}");
        foreach (var missed in agreement.Missed) output.WriteLine("missed: " + missed);
        foreach (var wrong in agreement.False) output.WriteLine("false:  " + wrong);
        agreement.Recall.ShouldBeGreaterThanOrEqualTo(0.95m);
        agreement.Precision.ShouldBeGreaterThanOrEqualTo(0.95m);
    }
}
