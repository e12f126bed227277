using System.Globalization;

namespace ExcelBudget.Worker.Packs;

/// <summary>Whether the files of a pack have changed since somebody looked.</summary>
internal static class PackWatch
{
    /// <summary>A text that differs as soon as a file of the pack, or one that packs share, is written, added or removed.</summary>
    /// <param name="folder">Folder of the packs.</param>
    /// <param name="id">The pack; null for all.</param>
    public static string StateOf(string folder, string? id) => string.Join('\n', new[] { id is null ? folder : Path.Combine(folder, id),
            Path.Combine(folder, "common") }
        .Where(Directory.Exists).SelectMany(watched => new DirectoryInfo(watched).EnumerateFiles("*", SearchOption.AllDirectories))
        .Where(file => !file.Name.StartsWith('~') && !file.Name.StartsWith('.'))
        .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}"))
        .Order(StringComparer.Ordinal));
}
