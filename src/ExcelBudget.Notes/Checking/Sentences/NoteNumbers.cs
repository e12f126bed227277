using System.Globalization;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>Numbers as words.</summary>
internal static class NoteNumbers
{
    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
