using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.TestSupport;

/// <summary>
/// Copies of the pack hebei in which some forms print money in another way, made as finance staff make them: a line in the form's file.
/// </summary>
public static class PackInYuan
{
    /// <summary>元 with two decimals.</summary>
    public const string Yuan = "money: 元";

    /// <summary>Whole yuan.</summary>
    public const string WholeYuan = "money: 元\ndecimals: 0";

    /// <summary>Forms of hebei that hold money.</summary>
    public static IReadOnlyList<string> Forms { get; } =
        [.. Hebei.Book.Pack.Forms.Where(form => form.Columns.Any(column => column.Kind == Domain.Forms.CellKind.Amount))
            .Select(form => form.Id.Value)];

    /// <summary>The rule book of such a copy.</summary>
    public static RuleBook Book(string lines, params IReadOnlyList<string> forms)
    {
        using var folder = new TempFolder();
        Write(folder.Path, lines, forms);
        var reading = PackReader.Read(folder.In("hebei"));
        return reading.RuleBook ?? throw new InvalidDataException(string.Join('\n', reading.Faults));
    }

    /// <summary>Writes such a copy, without samples, as «hebei» into a folder.</summary>
    public static void Write(string folder, string lines, params IReadOnlyList<string> forms)
    {
        foreach (var file in Directory.EnumerateFiles(Hebei.Folder, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Hebei.Folder, file);
            if (relative.StartsWith("sample", StringComparison.Ordinal)) continue;
            var target = Path.Combine(folder, "hebei", relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (Path.GetDirectoryName(relative) == "forms" && forms.Contains(Path.GetFileNameWithoutExtension(relative)))
            {
                var text = File.ReadAllLines(file);
                File.WriteAllLines(target, [text[0], .. lines.Split('\n'), .. text[1..]]);
            }
            else File.WriteAllBytes(target, File.ReadAllBytes(file));
        }
    }
}
