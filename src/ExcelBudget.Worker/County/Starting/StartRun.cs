using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.County.Starting;

/// <summary>One run of <c>county init</c> or <c>dataset init</c>: an empty workbook and one with an example, side by side.</summary>
internal sealed class StartRun(PackStore packs, Terminal terminal, bool overwrites)
{
    private const string Example = "（示例）";

    /// <summary>Writes the county file.</summary>
    /// <returns>The exit code.</returns>
    public int County(string folder, string? pack, int year)
    {
        var ids = packs.Packs.Select(each => each.RuleBook.Pack.Id).ToArray();
        if (pack is not null && !ids.Contains(pack)) return Refuse($"没有表样包“{pack}”。现有：{string.Join("、", ids)}");
        if (ids.Length == 0) return Refuse("没有可用的表样包。请先用 packs verify 检查。");
        var book = new CountyBook(ids);
        return Write(folder, CountyFileName.Stem, book.Empty(pack ?? (ids.Length == 1 ? ids[0] : null)),
            book.Example(pack ?? ids[0], year));
    }

    /// <summary>Writes the dataset of a pack.</summary>
    /// <returns>The exit code.</returns>
    public int Dataset(string folder, string pack, int year)
    {
        if (packs.Find(pack) is not { } found)
            return Refuse($"没有表样包“{pack}”。现有：{string.Join("、", packs.Packs.Select(each => each.RuleBook.Pack.Id))}");
        var book = new DatasetBook(found);
        return Write(folder, "数据集", book.Empty(), book.Example(year));
    }

    private int Write(string folder, string stem, byte[] empty, byte[]? example)
    {
        var files = new[] { (Name: stem, Content: empty), (Name: stem + Example, Content: example) }
            .Where(file => file.Content is not null)
            .Select(file => (Path: Path.GetFullPath(Path.Combine(folder, file.Name + ".xlsx")), Content: file.Content!)).ToArray();
        if (!overwrites && files.FirstOrDefault(file => Path.Exists(file.Path)).Path is { } present)
            return Refuse($"已有 {present}，没有覆盖。请另选 --out 文件夹；确认不再需要旧文件的，加 --force。");
        try
        {
            foreach (var (path, content) in files)
            {
                FileOperations.Replace(path, content);
                terminal.Say($"已生成 {path}");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refuse($"写不出文件：{DiskTrouble.Sentence(fault)}。");
        }

        return ExitCode.Clean;
    }

    private int Refuse(string problem)
    {
        terminal.Complain(problem);
        return ExitCode.NotDone;
    }
}
