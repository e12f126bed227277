using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>
/// repeatedParagraph：段落重复。A passage of at least 15 characters that the same text holds already, also when it is glued to the
/// end of another. Item numbers do not count. Passages pasted together are one finding, named by the first.
/// </summary>
internal sealed class RepeatedParagraphChecker : ITextChecker
{
    private const int ShortestRepetition = 15;

    public string Name => "repeatedParagraph";

    public bool LooksAt(FormDefinition form) => form.Columns.Any(column => column.Kind == CellKind.Text);

    public IEnumerable<Hit> Check(CheckScope scope) =>
        from cell in scope.Texts()
        from run in Runs([.. Paragraphs.Of(cell.Text)])
        select new Hit(cell.Row.Key, cell.Column, run[0].Text, Match: run[0].Beginning);

    /// <summary>Neighbouring passages that stand before, each run as one.</summary>
    internal static IEnumerable<List<Passage>> Runs(Passage[] passages)
    {
        // one alone repeats nothing
        if (passages.Length < 2) yield break;
        var run = new List<Passage>();
        for (var at = 0; at < passages.Length; at++)
        {
            if (IsRepeated(passages, at))
            {
                run.Add(passages[at]);
                continue;
            }

            if (IsWorthSaying(run)) yield return run;
            run = [];
        }

        if (IsWorthSaying(run)) yield return run;
    }

    private static bool IsRepeated(Passage[] passages, int at)
    {
        var body = passages[at].Body;
        for (var index = 0; index < passages.Length; index++)
        {
            var other = passages[index].Body;
            if (other.Length > body.Length || index == at) continue;
            if (other.Length == body.Length ? index < at && other == body
                : other.Length >= ShortestRepetition && other[^1] == body[^1]
                    && body.EndsWith(other, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsWorthSaying(List<Passage> run) => run.Exists(passage => passage.Body.Length >= ShortestRepetition);
}
