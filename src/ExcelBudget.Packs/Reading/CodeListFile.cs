using ExcelBudget.Domain.Codes;

namespace ExcelBudget.Packs.Reading;

/// <summary>A code list outside any pack, for programs that draft packs.</summary>
public static class CodeListFile
{
    /// <summary>The codes of a file; lines that are no codes are left out.</summary>
    /// <param name="file">A file with the columns code and name.</param>
    /// <param name="levelLengths">Code length of each level.</param>
    public static CodeList Read(string file, IReadOnlyList<int> levelLengths) =>
        CodeListReader.Read(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file), Path.GetFileName(file), levelLengths, [])
        ?? new CodeList(Path.GetFileNameWithoutExtension(file), levelLengths, []);
}
