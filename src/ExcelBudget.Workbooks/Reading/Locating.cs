using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>Gives findings that name a cell by its meaning the place where it stands in the workbook.</summary>
/// <param name="places">Where the cells of the forms stand.</param>
public sealed class Locating(IReadOnlyDictionary<CellAddress, Place> places)
{
    /// <summary>The finding with sheet and cell, its related cells and its ties too.</summary>
    public Finding Locate(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding with
        {
            Place = Locate(finding.Place),
            Related = [.. finding.Related.Select(Locate)],
            Ties = [.. finding.Ties.Select(Locate)],
        };
    }

    private Place Locate(Place place)
    {
        if (place.Sheet is not null || place.Address is not { } address) return place;
        if (places.TryGetValue(address, out var known)) return known;
        // a whole form or row is meant, or a cell that is gone: any cell of it tells the sheet
        var sheet = places.FirstOrDefault(pair => pair.Key.Form == address.Form).Value?.Sheet;
        return place with { Sheet = sheet };
    }
}
