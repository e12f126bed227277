using System.Text;

namespace ExcelBudget.Worker.Files;

/// <summary>Turns any text into a file or folder name that Windows, macOS and Linux accept.</summary>
internal static class SafeName
{
    // Linux allows 255 bytes; the rest is for «（第2版）.检查报告.txt»
    private const int MaxBytes = 180;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>The text as a name without extension: NFC, forbidden characters as «_», cut to 180 bytes, never empty.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in Normalised(text).EnumerateRunes())
        {
            var forbidden = SafeText.IsHidden(rune)
                || (rune.IsAscii && "\\/:*?\"<>|".Contains((char)rune.Value, StringComparison.Ordinal));
            clean.Append(forbidden ? "_" : rune.ToString());
        }

        var name = Cut(clean.ToString().TrimStart(' ', '.')).TrimEnd(' ', '.');
        if (name.Length == 0) return "未命名";
        return Reserved.Contains(name.Split('.')[0].TrimEnd()) ? "_" + name : name;
    }

    /// <summary>
    /// The folder a file was dropped into, below the inbox: its path with «/», each name made safe; empty for the inbox itself.
    /// </summary>
    /// <param name="source">Path of the file relative to the root, with «/».</param>
    public static string Department(string source) =>
        source.Split('/') is ["inbox" or "trial", .. var folders, _] ? string.Join('/', folders.Select(Of)) : "";

    /// <summary>The same for a whole file name: its extension is kept when it is a short plain one.</summary>
    public static string OfFile(string fileName) => Of(Path.GetFileNameWithoutExtension(fileName)) + Extension(fileName);

    /// <summary>The extension with its point, in lower case; empty when it is none we would write ourselves.</summary>
    public static string Extension(string fileName)
    {
        var extension = Path.GetExtension(fileName);
        var plain = extension.Length is > 1 and <= 9 && extension.Skip(1).All(char.IsAsciiLetterOrDigit);
        return plain ? extension.ToLowerInvariant() : "";
    }

    /// <summary>NFC form, so that a name typed on a Mac equals the one typed on Windows; broken surrogates become «�».</summary>
    public static string Normalised(string text) => Whole(text).Normalize(NormalizationForm.FormC);

    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    private static string Cut(string name)
    {
        var bytes = 0;
        var length = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxBytes) break;
            length += rune.Utf16SequenceLength;
        }

        return name[..length];
    }
}
