using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>A code that was mistyped: with the right one, relations hold that are broken now.</summary>
/// <param name="Check">What a check says of the code.</param>
/// <param name="Code">The right code.</param>
/// <param name="Ties">The relations that hold with it.</param>
internal sealed record MistypedCode(Finding Check, string Code, IReadOnlyList<RelationResult> Ties);

/// <summary>
/// 编码填错。Asks of rows whose code cannot be: would another code, one that the other forms have and this one lacks, mend what is broken?
/// Then the code is the cause, and the amounts that do not agree are its consequence.
/// </summary>
/// <param name="search">Looks for trouble.</param>
internal sealed class MistypedCodes(TroubleSearch search)
{
    private const int MostCodes = 10;
    private const int MostTries = 4;

    private readonly List<MistypedCode> _found = [];

    /// <summary>The figures with the codes put right.</summary>
    public BudgetFigures Figures { get; private set; } = search.Figures;

    /// <summary>The mistyped codes among what checks say.</summary>
    public IReadOnlyList<MistypedCode> Find(IEnumerable<Finding> told)
    {
        var trouble = search.AsItStands();
        foreach (var check in told.Where(IsOfCode).Take(MostCodes))
        {
            if (trouble.Ties.Count == 0) break;
            foreach (var code in Candidates(check.Place.Address!.Value).Take(MostTries))
            {
                if (Try(check, code, trouble) is not { } left) continue;
                trouble = left;
                break;
            }
        }

        return _found;
    }

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
