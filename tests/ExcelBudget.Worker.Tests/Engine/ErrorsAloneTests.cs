using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>A fill asks for errors alone: they are those that a whole check finds, and none is missing.</summary>
public sealed class ErrorsAloneTests
{
    private const int DeedsForEachBudget = 8;

    public static TheoryData<string> Packs => [.. RealEngine.Store.Packs.Select(pack => pack.RuleBook.Pack.Id)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Errors_OfABudgetAsItIsOrSpoilt_AreThoseOfTheWholeCheck(string pack)
    {
        var (none, some) = (0, 0);
        foreach (var (sample, unit, year) in EveryPack.Samples(pack))
        {
            var sound = EveryPack.BudgetOf(pack, sample, unit, year);
            var random = new Random(year);
            foreach (var budget in Enumerable.Range(0, DeedsForEachBudget).Select(deed => Spoilt(sound, deed, random)).Prepend(sound))
            {
                var whole = RealEngine.Engine.Check(budget).Errors.Select(error => (error.Rule, error.Message, error.Place)).ToArray();

                RealEngine.Engine.ErrorsOf(budget).Errors.Select(error => (error.Rule, error.Message, error.Place)).ShouldBe(whole);

                if (whole.Length == 0) none++;
                else some++;
            }
        }

        some.ShouldBeGreaterThan(0);
        none.ShouldBeGreaterThan(0);
    }

    /// <summary>The budget with one cell blanked, made another or taken from a neighbour.</summary>
    private static Budget Spoilt(Budget sound, int deed, Random random)
    {
        var forms = sound.Forms.Where(form => form.Rows.Any(row => row.Cells.Count > 0)).ToArray();
        var form = forms[random.Next(forms.Length)];
        var rows = form.Rows.Where(row => row.Cells.Count > 0).ToArray();
        var row = rows[random.Next(rows.Length)];
        var column = row.Cells.Keys.OrderBy(key => key.Value, StringComparer.Ordinal).ElementAt(random.Next(row.Cells.Count));
        var cells = new Dictionary<ColumnId, CellValue>(row.Cells);
        if (deed % 2 == 0) cells.Remove(column);
        else cells[column] = Other(row.Cells[column], rows[random.Next(rows.Length)][column], deed);
        return new Budget(sound.Identity, sound.Forms.Select(other => other != form ? other
            : new FormContent(form.Form, [.. form.Rows.Select(own => own == row ? new FormRow(row.Key, cells) : own)])));
    }

    private static CellValue Other(CellValue value, CellValue? neighbour, int deed) => value switch
    {
        CellValue.Amount amount => new CellValue.Amount(deed % 4 == 1 ? -amount.Yuan : amount.Yuan * 10m),
        CellValue.Number number => new CellValue.Number(number.Value + 1m),
        CellValue.Text text when deed % 4 == 1 => new CellValue.Text(text.Value[..((text.Value.Length + 1) / 2)]),
        _ => neighbour ?? value,
    };
}
