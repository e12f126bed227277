using ExcelBudget.Domain.Codes;

namespace ExcelBudget.Domain.Forms;

/// <summary>对照栏。What a column prints of the second classification that follows from the code of its row.</summary>
/// <param name="Codes">The table from codes to codes.</param>
/// <param name="First">First digit that is printed, from 0; -1 for the name.</param>
/// <param name="Length">How many digits are printed; 0 for all that follow.</param>
public sealed record ColumnMap(CodeMap Codes, int First, int Length)
{
    /// <summary>The words for a code; empty where the table knows none.</summary>
    /// <param name="code">Code of the row.</param>
    /// <param name="fact">What the unit says in the field that decides.</param>
    public string Of(string code, string fact)
    {
        if (Codes.Find(code, fact) is not { } entry) return "";
        if (First < 0) return entry.Name;
        var start = Math.Min(First, entry.To.Length);
        return Length == 0 ? entry.To[start..] : entry.To[start..Math.Min(entry.To.Length, start + Length)];
    }
}
