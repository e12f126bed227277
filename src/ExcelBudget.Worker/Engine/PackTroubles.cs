using ExcelBudget.Packs.Reading;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Worker.Engine;

/// <summary>Why the program must not open files with the packs it has: every valid workbook would be refused as not ours.</summary>
internal static class PackTroubles
{
    /// <summary>True when it is remembered beside the packs that they have no fault.</summary>
    public static bool AreNone(string folder) => PackStore.FoldersIn(folder).Any() && SoundMark.Fits(folder);

    /// <summary>One sentence each, naming pack, file and line; empty when all packs can be used.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="withNotes">True to compile the note templates too.</param>
    public static IReadOnlyList<string> Find(PackStore packs, bool withNotes)
    {
        if (packs.Readings.Count == 0) return [$"没有可用的表样包：{packs.Folder}。请检查设置 Packs:Folder。"];
        var broken = packs.Readings.Where(reading => reading.RuleBook is null)
            .Select(reading => $"表样包 {Path.GetFileName(reading.Folder)} 有误，不能使用：{string.Join("；", reading.Faults)}");
        return [.. broken, .. withNotes ? packs.Packs.Select(NoteTrouble).OfType<string>() : []];
    }

    private static string? NoteTrouble(LoadedPack pack)
    {
        if (!File.Exists(pack.NoteFile)) return null;
        try
        {
            pack.Note();
            return null;
        }
        catch (TemplateException broken)
        {
            return $"表样包 {pack.RuleBook.Pack.Id} 有误，不能使用：{broken.Message}";
        }
    }
}
