using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Verbs;

namespace ExcelBudget.Worker.Demo;

/// <summary>
/// One run of <c>demo</c>: fills the samples of every pack, drops the workbooks into a folder (and one with a slip in it), lets the
/// worker take them, and says where everything is.
/// </summary>
internal sealed class DemoRun(PackStore packs, Terminal terminal, string folder)
{
    private readonly string _issued = Path.Combine(folder, "1-下发的工作簿");
    private readonly string _root = Path.Combine(folder, "2-报送文件夹");

    /// <summary>Root of the drop folder that the worker is to drain.</summary>
    public string Root => _root;

    /// <summary>Fills and drops the samples.</summary>
    /// <returns>How many workbooks were dropped.</returns>
    public int Prepare()
    {
        var dropped = 0;
        foreach (var pack in packs.Packs)
        {
            terminal.Say($"表样包 {pack.RuleBook.Pack.Id}（{pack.RuleBook.Pack.Title}）");
            foreach (var sample in Samples(pack)) dropped += Fill(pack, sample, isFirst: dropped == 0);
        }

        terminal.Say($"已投入 {dropped} 个工作簿：{Path.Combine(_root, "inbox")}");
        return dropped;
    }

    /// <summary>Lists what the worker made.</summary>
    public void ShowResults()
    {
        foreach (var (name, words) in new[]
                 {
                     ("accepted", "通过：工作簿、情况说明和检查报告"), ("returned", "退回：标注了问题的工作簿、退回通知和检查报告"),
                     ("refused", "无法读取"), ("archive", "原件存档"),
                 })
        {
            var path = Path.Combine(_root, name);
            var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal).ToArray() : [];
            terminal.Say($"{words}（{files.Length} 个文件）");
            foreach (var file in files) terminal.Say("  " + file);
        }
    }

    private static IEnumerable<string> Samples(LoadedPack pack)
    {
        var samples = Path.Combine(pack.Folder, PackFiles.Samples);
        return Directory.Exists(samples) ? Directory.EnumerateDirectories(samples).Order(StringComparer.Ordinal) : [];
    }

    private int Fill(LoadedPack pack, string sample, bool isFirst)
    {
        var dataset = DatasetReader.Read(sample, pack.RuleBook.Pack).Dataset;
        var projection = new BudgetProjection(pack.RuleBook.Pack, dataset);
        var year = pack.RuleBook.Pack.Tables.SelectMany(table => dataset[table]).Max(row => row.Year ?? 0);
        var filler = pack.Filler();
        var count = 0;
        foreach (var (code, name) in projection.Units)
        {
            var bytes = filler.Fill(
                new BudgetFigures(pack.RuleBook, projection.Of(code, year)),
                new FillRequest(string.Create(CultureInfo.InvariantCulture, $"DEMO{code}")));
            var file = SafeName.Of($"{code}{name}{year}年{pack.RuleBook.Pack.Called}") + ".xlsx";
            FileOperations.Replace(Path.Combine(_issued, file), bytes);
            terminal.Say($"  已生成 {Path.Combine(_issued, file)}");
            FileOperations.Replace(Path.Combine(_root, "inbox", file), bytes);
            count++;
            if (isFirst && count == 1) count += DropWithSlip(pack, bytes, file);
        }

        return count;
    }

    /// <summary>The same workbook with one figure raised by a ten thousand yuan, so that a returned one can be seen too.</summary>
    private int DropWithSlip(LoadedPack pack, byte[] bytes, string file)
    {
        var slip = Slip.In(pack, bytes);
        var name = Path.GetFileNameWithoutExtension(file) + "（多填了1万元）.xlsx";
        FileOperations.Replace(Path.Combine(_root, "inbox", name), slip.Spoil(bytes));
        terminal.Say($"  另投入一份有错的：{slip.Sheet} 的 {slip.Cell} 多填了 1.00 万元");
        return 1;
    }
}
