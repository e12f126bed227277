using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Rules.Checking.Causes;

namespace ExcelBudget.Rules.Checking.Budgets.Changes;

/// <summary>录错。Amounts that differ from what was issued as a slip of hand or eye makes them differ.</summary>
/// <param name="words">What cells are called.</param>
internal sealed class SlippedFigures(ChangeWords words)
{
    private const int FewestTogether = 3;

    /// <summary>The slips among changed amounts; a column or form multiplied as a whole is one.</summary>
    public IEnumerable<Finding> Find(IReadOnlyCollection<ChangedFigure> changed)
    {
        var scaled = changed.Where(figure => figure.Before != 0m && Slips.Factor(figure.Now, figure.Before) is not null)
            .GroupBy(figure => (figure.Form.Id, Slips.Factor(figure.Now, figure.Before)!.Value))
            .SelectMany(form => form.Count() < FewestTogether
                ? form.Select(figure => Scaled(figure, form.Key.Value))
                : [Scaled([.. form], form.Key.Value)]);
        var digits = from figure in changed
                     // an amount put back as it is printed lost digits nobody sees: that is a 尾差
                     where figure.Before > 0m && figure.Now > 0m && figure.Issued.ToString() != figure.Stands.ToString()
                     let slip = Slips.OfDigits(figure.Now, figure.Before)
                     where slip is not null
                     select ChangeFindings.Digits.At(new Place(Address: figure.Cell), ("where", words.Where(figure.Cell)),
                         ("expected", figure.Issued), ("actual", figure.Stands), ("slip", slip)) with
                     {
                         Project = words.Project(figure.Cell),
                     };
        return scaled.Concat(digits);
    }

    private Finding Scaled(ChangedFigure figure, decimal factor) => ChangeFindings.Scale.At(new Place(Address: figure.Cell),
        ("where", words.Where(figure.Cell)), ("expected", figure.Issued), ("actual", figure.Stands),
        ("times", SlipFindings.TimesOf(factor))) with
    {
        Project = words.Project(figure.Cell),
    };

    private string Area(ChangedFigure[] changed) => changed.Select(figure => figure.Cell.Column).Distinct().Count() == 1
        ? $"“{words.Heading(changed[0].Cell)}”栏" : $"“{changed[0].Form.Title}”";

    private Finding Scaled(ChangedFigure[] column, decimal factor) => ChangeFindings.ScaleMany.At(new Place(Address: column[0].Cell),
        ("area", Area(column)), ("count", new FindingValue.Count(column.Length)),
        ("times", SlipFindings.TimesOf(factor)), ("where", words.InColumn(column[0].Cell)),
        ("expected", column[0].Issued), ("actual", column[0].Stands)) with
    {
        Related = [.. column.Skip(1).Select(figure => new Place(Address: figure.Cell))],
    };
}
