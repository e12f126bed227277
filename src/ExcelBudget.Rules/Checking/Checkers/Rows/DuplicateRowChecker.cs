using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Rows;

/// <summary>duplicateRow：重复列示。Rows that agree with an earlier row in every declared column, none of them blank.</summary>
internal sealed class DuplicateRowChecker : ITextChecker
{
    public string Name => "duplicateRow";

    public bool LooksAt(FormDefinition form) => form.Tree is null;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var columns = scope.Columns(static _ => true);
        foreach (var row in scope.Rows)
        {
            var values = Array.ConvertAll(columns, column => row.Row![column.Id]);
            if (Array.Exists(values, value => value is null)) continue;
            // how exactly an amount is known does not make it another one
            var key = string.Join(
                '\u001f', values.Select(
                value => value?.AsText() ?? value?.AsMeasure()?.Value.ToString("G29", CultureInfo.InvariantCulture)));
            if (seen.Add(key)) continue;
            var first = columns[0].Id;
            yield return new Hit(row.Key, first, row.Row!.Text(first.Value));
        }
    }
}
