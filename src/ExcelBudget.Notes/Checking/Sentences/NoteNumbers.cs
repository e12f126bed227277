using System.Globalization;

namespace ExcelBudget.Notes.Checking.Sentences;

internal static class NoteNumbers
{
    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
