using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>
/// numbering：序号连续。Items «1、» or «1.» at the beginning of paragraphs, and glued behind a full stop, must run 1, 2, 3. A heading
/// («一、…», «（一）…», a line that ends in a colon, a short line without punctuation) may begin a new list at 1. After a wrong
/// number both ways of going on are accepted, so that one slip is one finding.
/// </summary>
internal sealed partial class NumberingChecker : ITextChecker
{
    public string Name => "numbering";

    public bool LooksAt(FormDefinition form) => form.Columns.Any(column => column.Kind == CellKind.Text);

    public IEnumerable<Hit> Check(CheckScope scope) =>
        from cell in scope.Texts()
        from slip in Slips(cell.Text)
        select new Hit(
            cell.Row.Key,
            cell.Column,
            slip.Passage.Number!.Value.ToString(CultureInfo.InvariantCulture),
            slip.Expected.ToString(CultureInfo.InvariantCulture),
            slip.Passage.Beginning);

    internal static IEnumerable<(Passage Passage, int Expected)> Slips(string text) => Slips(Paragraphs.Of(text));

    internal static IEnumerable<(Passage Passage, int Expected)> Slips(IEnumerable<Passage> passages)
    {
        var (expected, orElse, afterHeading) = (1, 1, true);
        foreach (var passage in passages)
        {
            if (passage.Number is not { } number)
            {
                afterHeading = afterHeading || Heading().IsMatch(passage.Text);
                continue;
            }

            if (number == expected || number == orElse || (number == 1 && afterHeading))
            {
                (expected, orElse) = (number + 1, number + 1);
            }
            else
            {
                yield return (passage, expected);
                orElse = number + 1;
            }

            afterHeading = false;
        }
    }

    [GeneratedRegex(@"^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+)|[：:]$|^[^，。；：、！？]{1,20}$")]
    private static partial Regex Heading();
}
