using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Sheets;

namespace ExcelBudget.Workbooks.Reading.Identities;

/// <summary>
/// Settles whose workbook it is by agreement of whatever carriers are left; disagreement is reported, never guessed over. Each kind
/// of carrier has one voice, so that fifteen sheets pasted in do not outvote what the workbook knows of itself; on a tie the surer
/// carrier decides.
/// </summary>
internal sealed class IdentityAgreement(IReadOnlyList<IdentityClaim> claims, IEnumerable<FoundForm> forms, ReadingLog log)
{
    private readonly FoundForm[] _forms = [.. forms];
    private readonly List<PrintedLine> _printed = [.. forms.Select(IdentityReading.SecondLine).OfType<PrintedLine>()];

    /// <summary>The unit and year most kinds of carriers name; null when none is left.</summary>
    public static (string UnitCode, int Year)? Winner(IReadOnlyList<IdentityClaim> claims, IEnumerable<PrintedLine> printed)
    {
        if (claims.Count > 0 && IsOne(claims, printed = [.. printed])) return (claims[0].UnitCode, claims[0].Year);
        var voices = claims.Select(claim => (claim.Carrier, claim.UnitCode, claim.Year))
            .Concat(printed.Where(line => line.Year is not null)
                .Select(line =>
                (Carrier: IdentityCarrier.SecondLine, UnitCode: line.UnitCode, Year: line.Year!.Value)))
            .GroupBy(voice => voice.Carrier)
            .OrderBy(kind => kind.Key)
            .Select(kind => kind.GroupBy(voice => (voice.UnitCode, voice.Year)).OrderByDescending(group => group.Count()).First().Key)
            .ToArray();
        return voices.Length == 0 ? null : voices.GroupBy(voice => voice).OrderByDescending(group => group.Count()).First().Key;
    }

    /// <summary>Nearly always all carriers say the same.</summary>
    private static bool IsOne(IReadOnlyList<IdentityClaim> claims, IEnumerable<PrintedLine> printed)
    {
        var (code, year) = (claims[0].UnitCode, claims[0].Year);
        return claims.All(claim => claim.UnitCode == code && claim.Year == year)
            && printed.All(line => line.Year is null || (line.Year == year && line.UnitCode == code));
    }

    /// <summary>
    /// The identity most carriers agree on, and the forms that belong to another unit or year and must not be read; null when nothing
    /// tells.
    /// </summary>
    public (BudgetIdentity Budget, WorkbookIdentity? Full, IReadOnlySet<FormId> Foreign)? Settle(string pack)
    {
        if (Winner(claims, _printed) is not var (unitCode, year)) return null;
        var full = claims.Where(claim => claim.UnitCode == unitCode && claim.Year == year).Select(claim => claim.Full)
            .OfType<WorkbookIdentity>()
            .GroupBy(identity => identity.Line).OrderByDescending(group => group.Count()).FirstOrDefault()?.First();
        var budget = full is not null ? full.Budget with { Pack = pack } : new BudgetIdentity(pack, unitCode, PrintedName(unitCode), year);
        var foreign = _forms.Where(form => IsForeign(form, budget)).Select(form => form.Form.Id).ToHashSet();
        Report(budget, foreign);
        return (budget, full, foreign);
    }

    private string PrintedName(string unitCode) => _printed.Where(line => line.UnitCode == unitCode)
        .GroupBy(line => line.Unit[unitCode.Length..].Trim()).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key ?? "";

    /// <summary>A sheet is another's when all it says of itself is another's; a second line typed over does not make it so.</summary>
    private bool IsForeign(FoundForm form, BudgetIdentity settled)
    {
        var code = CodeOn(form);
        var line = _printed.Find(line => line.Found == form);
        var isCodeForeign = code is not null && !Agrees(code, settled);
        var isLineForeign = line is not null && !AgreesOnUnitAndYear(line, settled);
        return code is null ? isLineForeign && line!.Year is not null : isCodeForeign && (line is null || isLineForeign);
    }

    private IdentityClaim? CodeOn(FoundForm form) =>
        claims.FirstOrDefault(claim => claim.Carrier == IdentityCarrier.VisibleCode && claim.Place.Sheet == form.Sheet.Name);

    private static bool Agrees(IdentityClaim claim, BudgetIdentity settled) =>
        claim.UnitCode == settled.UnitCode && claim.Year == settled.Year && claim.Pack == settled.Pack;

    private static bool AgreesOnUnitAndYear(PrintedLine line, BudgetIdentity settled) =>
        line.UnitCode == settled.UnitCode && (line.Year ?? settled.Year) == settled.Year;

    /// <summary>One finding for each thing that is said otherwise, at its first cell; a sheet is told once.</summary>
    private void Report(BudgetIdentity settled, HashSet<FormId> foreign)
    {
        var told = new HashSet<string>();
        ReportForeign(settled, foreign, told);
        ReportCarriers(settled, told);
        ReportPrint(settled, told);
        ReportTitles(settled, told);
    }

    private void ReportForeign(BudgetIdentity settled, HashSet<FormId> foreign, HashSet<string> told)
    {
        foreach (var group in _forms.Where(form => foreign.Contains(form.Form.Id)).GroupBy(form => Said(form)))
        {
            var places = group.Select(form => PlaceOn(form)).ToArray();
            foreach (var form in group) told.Add(form.Sheet.Name);
            Add(IdentityFindings.ForeignSheets, places, settled, ("sheets", Sheets(group)), ("actual", group.Key));
        }
    }

    /// <summary>Carriers no one sees have no cell of their own: the line everyone sees stands for them.</summary>
    private void ReportCarriers(BudgetIdentity settled, HashSet<string> told)
    {
        foreach (var group in claims.Where(
            claim => !Agrees(claim, settled) && (claim.Place.Sheet is null || !told.Contains(claim.Place.Sheet)))
            .GroupBy(claim => (Said(claim), claim.Carrier == IdentityCarrier.VisibleCode)))
        {
            var (said, isVisible) = group.Key;
            var on = _forms.Where(form => isVisible && group.Any(claim => claim.Place.Sheet == form.Sheet.Name)).ToArray();
            foreach (var form in on) told.Add(form.Sheet.Name);
            Place[] places = isVisible ? [.. group.Select(claim => claim.Place with { Address = AddressOn(claim.Place.Sheet) })]
                : [.. _forms.Take(1).Select(form => PlaceOn(form))];
            var where = isVisible ? (on.Length > 0 ? Sheets(on) : $"“{group.First().Place.Sheet}”") + "下方的表样编号" : "工作簿内部保存的下发信息";
            Add(IdentityFindings.CarrierDiffers, places, settled, ("where", where), ("actual", said));
        }
    }

    private void ReportPrint(BudgetIdentity settled, HashSet<string> told)
    {
        var expected = PlainText.Label(settled.UnitCode + settled.UnitName);
        var wrong = _printed.Where(
            line => !told.Contains(line.Found.Sheet.Name)
            && ((line.Year ?? settled.Year) != settled.Year || PlainText.Label(line.Unit) != expected)).ToArray();
        foreach (var group in wrong.GroupBy(
            line => (Unit: PlainText.Label(line.Unit) == expected ? "" : $"“{line.Unit}”",
            Year: (line.Year ?? settled.Year) == settled.Year ? "" : $" {line.Year} 年")))
        {
            foreach (var line in group) told.Add(line.Found.Sheet.Name);
            var said = group.Key.Unit.Length > 0 ? group.Key.Unit + group.Key.Year : group.Key.Year;
            Place[] places =
                [.. group.Select(line => PlaceAt(line.Found, group.Key.Unit.Length > 0 ? line.UnitAt : line.YearAt ?? line.UnitAt))];
            Add(IdentityFindings.LineDiffers, places, settled, ("sheets", Sheets(group.Select(line => line.Found))),
                ("actual", said.Trim()));
        }
    }

    private void ReportTitles(BudgetIdentity settled, HashSet<string> told)
    {
        foreach (var form in _forms.Where(form => !told.Contains(form.Sheet.Name)))
        {
            if (IdentityReading.TitleYear(form) is not var (year, at) || year == settled.Year) continue;
            Add(IdentityFindings.TitleDiffers, [PlaceAt(form, at)], settled, ("sheets", Sheets([form])), ("actual", $"{year} 年"));
        }
    }

    private string Said(FoundForm form) =>
        CodeOn(form) is { } code ? Said(code) : _printed.Find(line => line.Found == form) is { } line ? $"“{line.Unit}”{line.Year} 年" : "";

    private static string Said(IdentityClaim claim) => $"单位 {claim.UnitCode}、{claim.Year} 年";

    private static string Own(BudgetIdentity settled) => $"单位 {settled.UnitCode}{settled.UnitName}、{settled.Year} 年";

    private Place PlaceOn(FoundForm form) =>
        _printed.Find(line => line.Found == form) is { } line ? PlaceAt(form, line.UnitAt)
        : CodeOn(form) is { } code ? code.Place with { Address = new CellAddress(form.Form.Id, default, default) }
        : PlaceAt(form, new CellReference(Math.Max(1, form.TitleRow), 1));

    private static Place PlaceAt(FoundForm form, CellReference at) =>
        new(form.Sheet.Name, at.ToString(), new CellAddress(form.Form.Id, default, default));

    private CellAddress? AddressOn(string? sheet) =>
        Array.Find(_forms, form => form.Sheet.Name == sheet) is { } form ? new CellAddress(form.Form.Id, default, default) : null;

    private static string Sheets(IEnumerable<FoundForm> forms)
    {
        var names = forms.Select(form => $"“{form.Sheet.Name}”").ToArray();
        return names.Length <= 3 ? string.Join("、", names) : $"{string.Join("、", names.Take(3))}等 {names.Length} 张表";
    }

    private void Add(FindingKind kind, Place[] places, BudgetIdentity settled, params (string Slot, FindingValue? Value)[] values) =>
        log.Add(
        kind.At(places.FirstOrDefault() ?? new Place(),
            [.. values, ("own", Own(settled)), ("expected", $"{settled.UnitCode}{settled.UnitName} {settled.Year}")])
            with
        { Related = [.. places.Skip(1)] });
}
