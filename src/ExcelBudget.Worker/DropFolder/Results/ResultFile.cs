namespace ExcelBudget.Worker.DropFolder.Results;

/// <summary>A file to be published.</summary>
/// <param name="Kind">note, annotated, findings, report, original or reason; once per submission.</param>
/// <param name="Folder">Folder relative to the root, with «/».</param>
/// <param name="Stem">Beginning of the name; a version mark may follow it.</param>
/// <param name="Suffix">End of the name with its extension.</param>
/// <param name="Content">The content; null for a copy of the original.</param>
internal sealed record ResultFile(string Kind, string Folder, string Stem, string Suffix, byte[]? Content)
{
    /// <summary>Path relative to the root: the first version carries no mark, later ones «（第2版）».</summary>
    public string PathOf(int version) => $"{Folder}/{Stem}{(version == 1 ? "" : $"（第{version}版）")}{Suffix}";
}
