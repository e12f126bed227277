using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>A code that was mistyped: with the right one, relations hold that are broken now.</summary>
/// <param name="Check">What a check says of the code.</param>
/// <param name="Code">The right code.</param>
/// <param name="Ties">The relations that hold with it.</param>
internal sealed record MistypedCode(Finding Check, string Code, IReadOnlyList<RelationResult> Ties)
{
    /// <summary>The code the row had when it was issued, where that is why the code is known to be wrong; null otherwise.</summary>
    public string? Issued { get; init; }

    /// <summary>What checks no longer object to with the right code.</summary>
    public IReadOnlyList<Finding> Checks { get; init; } = [];
}

/// <summary>
/// 编码填错。Asks of rows whose code cannot be: would another code, one that the other forms have and this one lacks, mend what is broken?
/// Then the code is the cause, and the amounts that do not agree are its consequence.
/// </summary>
/// <param name="search">Looks for trouble.</param>
/// <param name="issued">What was issued: a code that was changed since is put back first.</param>
internal sealed class MistypedCodes(TroubleSearch search, IssuedFigures issued)
{
    private const int MostCodes = 10;
    private const int MostTries = 4;
    private const int FewestTogether = 3;

    private readonly List<MistypedCode> _found = [];

    /// <summary>The figures with the codes put right.</summary>
    public BudgetFigures Figures { get; private set; } = search.Figures;

    /// <summary>The mistyped codes among what checks say.</summary>
    public IReadOnlyList<MistypedCode> Find(IEnumerable<Finding> told)
    {
        var checks = told.ToArray();
        var trouble = PutBack(search.AsItStands(), checks);
        foreach (var check in checks.Where(IsOfCode).Take(MostCodes))
        {
            var at = check.Place.Address!.Value;
            var left = trouble.Ties.Count == 0 ? null : Issued(at).Concat(Candidates(at)).Distinct().Take(MostTries)
                .Select(code => Try(check, code, trouble)).FirstOrDefault(tried => tried is not null);
            trouble = left ?? Restored(check, trouble) ?? trouble;
        }

        return _found;
    }

    /// <summary>A code that no list has and that was another one when the workbook was issued.</summary>
    private Trouble? Restored(Finding check, Trouble before)
    {
        var at = check.Place.Address!.Value;
        if (issued[at] is not { Before.Length: > 0 } change || _found.Exists(code => code.Check.Place.Address == at)) return null;
        var mended = MendedBudget.WithCode(Figures, at.Form, at.Row, change.Before);
        var left = search.Of(mended, []);
        if (!before.Covers(left)) return null;
        _found.Add(new MistypedCode(Changed(at.Form, at.Row, change.Before, 1), change.Before, [])
        {
            Issued = change.Before,
            Checks = [check],
        });
        Figures = mended;
        return left;
    }

    /// <summary>Codes that were changed since the workbook was issued and with which, put back, something is no longer wrong.</summary>
    private Trouble PutBack(Trouble trouble, Finding[] told)
    {
        if (Together(trouble) is { } together) return together;
        var known = told.Where(IsOfCode).Select(finding => finding.Place.Address).ToHashSet();
        foreach (var (form, code, rows) in Recoded().Take(MostCodes).ToArray())
        {
            var column = Figures.Book.Pack[form].Tree!.Column;
            foreach (var row in rows.Where(row => Figures.Budget[form]?[row] is not null
                && !known.Contains(new CellAddress(form, row, column))).Take(MostTries))
            {
                var twice = told.Where(finding => finding is { Category: Category.DuplicateCode, Severity: Severity.Error }
                    && finding.Place.Address == new CellAddress(form, row, column)).ToArray();
                var mended = MendedBudget.WithCode(Figures, form, row, code);
                var left = search.Of(mended, []);
                var gone = trouble.Without(left);
                Finding[] checks = [.. twice, .. gone.Checks.Values.Except(twice)];
                if (!trouble.Covers(left)
                    || (gone.Ties.Count == 0 && Array.TrueForAll(checks, check => check.Severity != Severity.Error
                        && !IsOfName(check, form, row)))) continue;
                var changed = Changed(form, row, code, gone.Ties.Count + checks.Length);
                _found.Add(new MistypedCode(changed, code, [.. gone.Ties.Values])
                {
                    Issued = code,
                    Checks = checks,
                });
                (Figures, trouble) = (mended, left);
                break;
            }
        }

        return trouble;
    }

    /// <summary>Several rows of one form recoded in one go: each alone seems to mend little, together they mend everything.</summary>
    private Trouble? Together(Trouble trouble)
    {
        if (trouble.Ties.Count == 0) return null;
        foreach (var form in issued.Cells.Where(cell => issued[cell] is { Before.Length: > 0, After.Length: > 0 } && IsCode(cell))
            .GroupBy(cell => cell.Form).Where(form => form.Count() >= FewestTogether))
        {
            CellAddress[] cells = [.. form.Where(cell => Figures.Budget[cell.Form]?[cell.Row] is not null)];
            var mended = cells.Aggregate(Figures, (figures, cell) =>
                MendedBudget.WithCode(figures, cell.Form, cell.Row, issued[cell]!.Before));
            var left = search.Of(mended, []);
            var gone = trouble.Without(left);
            if (cells.Length < FewestTogether || left.Ties.Count > 0 || !trouble.Covers(left)) continue;
            var first = cells[0];
            var one = Changed(first.Form, first.Row, issued[first]!.Before, gone.Ties.Count + gone.Checks.Count);
            var codes = Figures.Book.Codes(Figures.Book.Pack[first.Form])!;
            var found = CodeFindings.ChangedMany.At(one.Place, ("rows", new FindingValue.Count(cells.Length)), ("expected", one.Expected),
                ("issued", $"{one.Expected} {codes.NameOf(issued[first]!.Before)}".TrimEnd()), ("actual", one.Actual),
                ("count", new FindingValue.Count(gone.Ties.Count + gone.Checks.Count))) with
            {
                Related = [.. cells.Skip(1).Select(cell => new Place(Address: cell))],
            };
            _found.Add(new MistypedCode(found, issued[first]!.Before, [.. gone.Ties.Values])
            {
                Issued = issued[first]!.Before,
                Checks = [.. gone.Checks.Values],
            });
            Figures = mended;
            return left;
        }

        return null;
    }

    private bool IsCode(CellAddress cell) => Figures.Book.Pack.Form(cell.Form) is { Tree: { } tree } && tree.Column == cell.Column;

    /// <summary>
    /// Issued codes that a form no longer has, with the rows that may have had them: one found again, or one of two alike.
    /// </summary>
    private IEnumerable<(FormId Form, string Code, IReadOnlyList<RowKey> Rows)> Recoded()
    {
        foreach (var cell in issued.Cells)
        {
            if (Figures.Book.Pack.Form(cell.Form) is not { Tree: { } tree } || tree.Column != cell.Column
                || issued[cell] is not { Before.Length: > 0 } change) continue;
            if (change.After.Length > 0) yield return (cell.Form, change.Before, [cell.Row]);
            else if (Figures.Budget[cell.Form] is { } content)
                yield return (cell.Form, change.Before, Likest(content, change.Before));
        }
    }

    /// <summary>Rows that stand twice first, then those whose code of the same length looks most like the lost one.</summary>
    private static IReadOnlyList<RowKey> Likest(FormContent content, string code)
    {
        var twice = content.Rows.GroupBy(row => row.Key.Value).Where(same => same.Count() > 1).SelectMany(same => same);
        var alike = content.Rows.Where(row => row.Key.Value.Length == code.Length && Distance(row.Key.Value, code) <= 2)
            .OrderBy(row => Distance(row.Key.Value, code));
        return [.. twice.Concat(alike).Select(row => row.Key).Distinct()];
    }

    private Finding Changed(FormId form, RowKey row, string code, int count)
    {
        var (column, labels) = (Figures.Book.Pack[form].Tree!.Column, new CellLabels(Figures));
        var definition = Figures.Book.Pack[form];
        var shown = labels.Code(definition, new RowKey(code));
        var isTwice = Figures.Budget[form]!.Rows.Count(other => other.Key.Value == row.Value) > 1;
        return (isTwice ? CodeFindings.ChangedTwice : CodeFindings.Changed).At(new Place(Address: new CellAddress(form, row, column)),
            ("expected", shown), ("issued", $"{shown} {Figures.Book.Codes(definition)!.NameOf(code)}".TrimEnd()),
            ("actual", labels.Code(definition, row)), ("count", new FindingValue.Count(count)));
    }

    /// <summary>The name beside the code is still that of the code which was issued.</summary>
    private static bool IsOfName(Finding check, FormId form, RowKey row) => check.Category == Category.CodeNameMismatch
        && check.Place.Address is { } cell && cell.Form == form && cell.Row == row;

    private bool IsOfCode(Finding finding) =>
        finding.Category == Category.UnknownCode && finding.Place.Address is { } cell
        && Figures.Book.Pack.Form(cell.Form) is { Tree: { } tree } && tree.Column == cell.Column;

    private Trouble? Try(Finding check, string code, Trouble before)
    {
        var at = check.Place.Address!.Value;
        var mended = MendedBudget.WithCode(Figures, at.Form, at.Row, code);
        var left = search.Of(mended, []);
        var gone = before.Without(left);
        if (gone.Ties.Count == 0 || left.Ties.Keys.Any(tie => !before.Ties.ContainsKey(tie))) return null;
        _found.Add(new MistypedCode(check, code, [.. gone.Ties.Values]));
        Figures = mended;
        return left;
    }

    /// <summary>The code a row had when it was issued; where that was not found again, an issued code like it that is gone.</summary>
    private IEnumerable<string> Issued(CellAddress at) => issued[at] is { Before.Length: > 0 } change ? [change.Before]
        : issued.Cells.Where(cell => cell.Form == at.Form && cell.Column == at.Column && issued[cell] is { After.Length: 0 })
            .Select(cell => issued[cell]!.Before)
            .Where(code => code.Length == at.Row.Value.Length && Distance(at.Row.Value, code) <= 2)
            .OrderBy(code => Distance(at.Row.Value, code));

    /// <summary>Codes of the other forms that this one lacks and that look like what was typed, the likest first.</summary>
    private IEnumerable<string> Candidates(CellAddress at)
    {
        var form = Figures.Book.Pack[at.Form];
        var (codes, view) = (Figures.Book.Codes(form)!, Figures.View(form));
        var own = view.Rows.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        var name = view[at.Row]?.Row is { } row ? TypedName(form, row) : "";
        return Figures.Book.Pack.Forms
            .Where(other => other.Tree is not null && other.Id != at.Form && ReferenceEquals(Figures.Book.Codes(other), codes))
            .SelectMany(other => Figures.View(other).Rows.Where(row => row is { Fixed: null, Row: not null }))
            .Select(row => row.Code!).Where(code => codes.IsLeaf(code) && !own.Contains(code)).Distinct(StringComparer.Ordinal)
            .Select(code => (code, distance: Distance(at.Row.Value, code) - (name.Length > 0 && codes.NameOf(code) == name ? 1 : 0)))
            .Where(candidate => candidate.distance <= 2).OrderBy(candidate => candidate.distance).Select(candidate => candidate.code);
    }

    private static string TypedName(FormDefinition form, Domain.Budgets.FormRow row) => form.Columns
        .Where(column => column.Kind == CellKind.CodeName).Select(column => row.Text(column.Id.Value)).FirstOrDefault() ?? "";

    /// <summary>How many digits were typed wrong, left out or added; signs around the digits are no digits.</summary>
    private static int Distance(string typed, string code)
    {
        if (typed.Contains(code, StringComparison.Ordinal)) return 0;
        var above = Enumerable.Range(0, code.Length + 1).ToArray();
        foreach (var sign in typed)
        {
            var row = new int[code.Length + 1];
            row[0] = above[0] + 1;
            for (var at = 1; at <= code.Length; at++)
                row[at] = Math.Min(Math.Min(row[at - 1], above[at]) + 1, above[at - 1] + (code[at - 1] == sign ? 0 : 1));
            above = row;
        }

        return above[^1];
    }
}
