using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Identity;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>Settles whose workbook it is by agreement of whatever carriers are left; disagreement is reported, never guessed over.</summary>
internal sealed class IdentityAgreement(IReadOnlyList<IdentityClaim> claims, IEnumerable<FoundForm> forms, ReadingLog log)
{
    private const string Rule = "IDENTITY";

    private readonly List<PrintedLine> _printed =
    [
        .. from form in forms
           let line = IdentityReading.SecondLine(form.Sheet, form.TitleRow)
           where line is not null
           select new PrintedLine(form, line.Value.Unit, line.Value.Year),
    ];

    /// <summary>The identity most carriers agree on; null when nothing tells.</summary>
    public (BudgetIdentity Budget, WorkbookIdentity? Full)? Settle(string pack)
    {
        var settled = FromClaims(pack) ?? FromPrint(pack);
        if (settled is not var (budget, _)) return null;
        var told = ReportClaims(budget);
        ReportPrint(budget, told);
        return settled;
    }

    private (BudgetIdentity Budget, WorkbookIdentity? Full)? FromClaims(string pack)
    {
        var winner = claims.GroupBy(claim => (claim.UnitCode, claim.Year)).OrderByDescending(group => group.Count()).FirstOrDefault();
        if (winner is null) return null;
        var full = winner.Select(claim => claim.Full).OfType<WorkbookIdentity>().GroupBy(identity => identity.Line).OrderByDescending(group => group.Count()).FirstOrDefault()?.First();
        if (full is not null) return (full.Budget with { Pack = pack }, full);
        var (unitCode, year) = winner.Key;
        var name = _printed.Select(line => line.Unit).FirstOrDefault(unit => unit.StartsWith(unitCode, StringComparison.Ordinal))?[unitCode.Length..].Trim() ?? "";
        return (new BudgetIdentity(pack, unitCode, name, year), null);
    }

    private (BudgetIdentity Budget, WorkbookIdentity? Full)? FromPrint(string pack)
    {
        var winner = _printed.Where(line => line.Year is not null).GroupBy(line => (PlainText.Label(line.Unit), line.Year)).OrderByDescending(group => group.Count()).FirstOrDefault();
        return winner is null ? null : (IdentityReading.FromSecondLine(pack, winner.First().Unit, winner.Key.Year!.Value), null);
    }

    /// <summary>Reports carriers that say otherwise; the sheets of those that stand on one, so that a sheet is reported once.</summary>
    private HashSet<string> ReportClaims(BudgetIdentity settled)
    {
        var told = new HashSet<string>();
        foreach (var claim in claims.Where(claim => claim.UnitCode != settled.UnitCode || claim.Year != settled.Year || claim.Pack != settled.Pack))
        {
            if (claim.Place.Sheet is { } sheet) told.Add(sheet);
            var form = _printed.FirstOrDefault(line => line.Form.Sheet.Name == claim.Place.Sheet)?.Form.Form.Id;
            var place = form is { } id ? claim.Place with { Address = new CellAddress(id, default, default) } : claim.Place;
            log.Add(Rule, Category.IdentityMismatch, Severity.Error,
                $"{claim.Carrier}写的是单位 {claim.UnitCode}、{claim.Year} 年（表样 {claim.Pack}），与工作簿的单位 {settled.UnitCode}、{settled.Year} 年不一致，可能混入了别的工作簿的表。请用本单位下发的工作簿填报。",
                place, $"{claim.UnitCode} {claim.Year}", $"{settled.UnitCode} {settled.Year}");
        }

        return told;
    }

    private void ReportPrint(BudgetIdentity settled, HashSet<string> told)
    {
        var expected = PlainText.Label(settled.UnitCode + settled.UnitName);
        foreach (var (form, unit, year) in _printed.Where(line => (line.Year ?? settled.Year) != settled.Year || PlainText.Label(line.Unit) != expected))
        {
            if (!told.Add(form.Sheet.Name)) continue;
            var printed = year is null ? $"“{unit}”" : $"“{unit}”、{year} 年";
            log.Add(Rule, Category.IdentityMismatch, Severity.Error,
                $"“{form.Sheet.Name}”表上写的是{printed}，与工作簿的“{settled.UnitCode}{settled.UnitName}”、{settled.Year} 年不一致。请核对是不是别的单位或年度的表，改正表头第二行。",
                new Place(form.Sheet.Name, null, new CellAddress(form.Form.Id, default, default)), $"{unit} {year}".Trim(), $"{settled.UnitCode}{settled.UnitName} {settled.Year}");
        }
    }

    private sealed record PrintedLine(FoundForm Form, string Unit, int? Year);
}
