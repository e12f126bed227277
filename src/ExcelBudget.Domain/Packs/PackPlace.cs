namespace ExcelBudget.Domain.Packs;

/// <summary>
/// Where in a pack the program was when something went wrong that it did not expect: whoever writes the pack must at least learn which
/// file to look at.
/// </summary>
public static class PackPlace
{
    private const string Key = "ExcelBudget.PackPlace";

    /// <summary>Notes the place with a problem that passes by, unless a narrower one is noted; false, for exception filters.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="file">File within the pack.</param>
    /// <param name="line">Line from 1; 0 where it is not known.</param>
    public static bool Noted(Exception problem, string file, int line = 0)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (!problem.Data.Contains(Key)) problem.Data[Key] = (file, line);
        return false;
    }

    /// <summary>Reads something of a file; what goes wrong is known to have gone wrong there.</summary>
    public static T In<T>(string file, Func<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return read();
        }
        catch (Exception problem) when (Noted(problem, file))
        {
            throw;
        }
    }

    /// <summary>The place noted with a problem; null for none.</summary>
    public static (string File, int Line)? Of(Exception problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Data[Key] is (string file, int line) ? (file, line) : null;
    }
}
