using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Worker.Engine;

/// <summary>What a check of the note says of a sentence, and the cell whose text it is.</summary>
/// <param name="Finding">The finding, at its sentence.</param>
/// <param name="Place">The cell of the workbook.</param>
internal sealed record ReviewedSentence(Finding Finding, CellAddress Place)
{
    /// <summary>The fields whose figures the sentence was compared with.</summary>
    public IEnumerable<CellAddress> Fields => FieldsOf(Finding);

    /// <summary>The same finding told at the cell.</summary>
    public Finding Told => Finding with
    {
        Place = new Place(Address: Place),
        Message = CauseSentences.InNote.With(("how", Finding.Severity == Severity.Error ? "通不过核对" : "有疑点"),
            ("sentence", Finding.Place.Sentence ?? ""), ("message", Finding.Message)),
    };

    /// <summary>The fields a finding speaks of.</summary>
    public static IEnumerable<CellAddress> FieldsOf(Finding finding) =>
        finding.Related.Prepend(finding.Place).Select(place => place.Address).OfType<CellAddress>();
}
