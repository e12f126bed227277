using System.Security.Cryptography;
using System.Text;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Workbooks.Template;

/// <summary>
/// A fingerprint of what a workbook's forms are: their sheets, columns, rows and lists of choices, not their look. A template built from
/// other forms would put figures into the wrong cells.
/// </summary>
internal static class FormsFingerprint
{
    /// <summary>Custom property of a template that carries it.</summary>
    public const string Property = "eb.forms";

    /// <summary>Twelve hexadecimal digits.</summary>
    public static string Of(Pack pack)
    {
        var words = new StringBuilder();
        foreach (var form in pack.Forms) Add(words, form);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())))[..12];
    }

    private static void Add(StringBuilder words, FormDefinition form)
    {
        words.Append(form.Id).Append('|').Append(form.Sheet).Append('|').Append(form.Title).Append('|').Append(form.PrintsColumnNumbers);
        words.Append('|').Append(form.Money).Append('|').Append(form.Amounts.Decimals).Append('\n');
        foreach (var column in form.Columns)
        {
            words.Append(column.Id).Append('|').Append(column.Title).Append('|').AppendJoin('/', column.Groups);
            words.Append('|').Append(column.Kind);
            words.Append('|').AppendJoin('/', column.Choices).Append('|').Append(column.Compute is not null).Append('\n');
        }

        foreach (var prototype in Prototype.Of(form))
        {
            words.Append(prototype.Kind).Append('|').Append(prototype.Level);
            foreach (var (column, label) in prototype.Fixed?.Labels ?? new Dictionary<ColumnId, string>())
                words.Append('|').Append(column).Append('=').Append(label);
            foreach (var cell in prototype.Line?.Cells ?? []) words.Append('|').Append(cell.Label).Append(cell.Column).Append(cell.Span);
            words.Append('\n');
        }
    }
}
