using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Notes.Checking.Tables;

/// <summary>The numbers in a text: what may not change when the text is reworded.</summary>
internal static class TextNumbers
{
    /// <summary>True when two texts hold the same numbers in the same order.</summary>
    public static bool AreSame(string one, string other) =>
        FigureReader.In(one).SequenceEqual(FigureReader.In(other));
}
