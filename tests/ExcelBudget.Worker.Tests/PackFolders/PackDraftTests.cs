using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Packs;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Tests.PackFolders;

/// <summary><c>packs draft</c> makes a whole pack of an official form, which verifies at once and tells what it guessed.</summary>
public sealed class PackDraftTests : IDisposable
{
    private readonly TempFolder _root = new();
    private readonly StringWriter _said = new();

    public PackDraftTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("templates", "common"), "*", SearchOption.AllDirectories))
            Put(Path.Combine("packs", Path.GetRelativePath(Repository.PathOf("templates"), file)), File.ReadAllBytes(file));
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public void OfficialForm_Drafted_VerifiesAndItsGuessesAreCountedByFileAndLine()
    {
        Commands.Draft(Official("city"), "caogao").ShouldBe(ExitCode.Clean, _said.ToString());
        foreach (var file in new[] { "workbook.xlsx", "note.docx", "original.xlsx", "forms/B1.yaml", "rules.yaml" })
            File.Exists(In("packs", "caogao", file)).ShouldBeTrue(file);
        _said.GetStringBuilder().Clear();
        Commands.Verify("caogao").ShouldBe(ExitCode.Clean, _said.ToString());
        var said = _said.ToString();
        said.ShouldContain("caogao：没有问题");
        var marks = Directory.EnumerateFiles(In("packs", "caogao"), "*.yaml", SearchOption.AllDirectories)
            .Sum(file => File.ReadLines(file).Count(line => line.Contains("# 猜：", StringComparison.Ordinal)));
        said.ShouldContain($"还有 {marks} 处是猜的");
        said.ShouldContain("forms/B1.yaml：取数来源（第 ");
    }

    [Fact]
    public void GuessThatWasLookedAt_IsNotCountedAnyMore()
    {
        Put("packs/zi/forms/B1.yaml", "id: B1   # 猜：表号\nrows: []   # 猜：合计公式、取数来源\n"u8.ToArray());
        OpenGuesses.In(In("packs", "zi")).ShouldBe(["还有 2 处是猜的，核对后删去“猜”字：", "forms/B1.yaml：表号（第 1 行）",
            "forms/B1.yaml：合计公式（第 2 行）", "forms/B1.yaml：取数来源（第 2 行）"]);
        Put("packs/zi/forms/B1.yaml", "id: B1\nrows: []\n"u8.ToArray());
        OpenGuesses.In(In("packs", "zi")).ShouldBeEmpty();
    }

    [Fact]
    public void FormInTheOldFormat_Drafted_IsRefusedWithWhatToDo()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2_000]];
        Put("表样.xls", compound);
        Commands.Draft(In("表样.xls"), "caogao").ShouldBe(ExitCode.NotDone);
        _said.ToString().ShouldContain("打不开");
        _said.ToString().ShouldContain("另存为 xlsx");
        Directory.Exists(In("packs", "caogao")).ShouldBeFalse();
    }

    [Fact]
    public void DraftBuiltAnewAfterItsFormsChanged_KeepsTheLookOfTheOriginal()
    {
        Commands.Draft(Official("guangdong"), "caogao").ShouldBe(ExitCode.Clean, _said.ToString());
        var form = In("packs", "caogao", "forms", "B1.yaml");
        File.WriteAllText(form, File.ReadAllText(form).Replace("labels: { 收入项目: 收入总计", "labels: { 收入项目: 收入合计",
            StringComparison.Ordinal));
        Commands.Build("caogao", force: false).ShouldBe(ExitCode.Clean, _said.ToString());
        using var package = new OfficeOpenXml.ExcelPackage(new MemoryStream(File.ReadAllBytes(In("packs", "caogao", "workbook.xlsx"))));
        var sheet = package.Workbook.Worksheets.First(sheet => sheet.Name.StartsWith("表1收支", StringComparison.Ordinal));
        var title = package.Workbook.Names["EB_B1_title"].Start;
        var heading = package.Workbook.Names["EB_B1_columns"].Start;
        sheet.Cells[title.Row, 1].Style.Font.Size.ShouldBe(20);
        sheet.Cells[title.Row, 1].Style.Font.Name.ShouldBe("方正小标宋简体");
        sheet.Cells[heading.Row, 1].Style.Fill.BackgroundColor.Rgb.ShouldEndWith("DDEBF7");
        sheet.Row(title.Row).Height.ShouldBe(32);
    }

    private PackCommands Commands => new(PackStore.Of(In("packs")), new Terminal(_said, _said));

    private static string Official(string place) => Repository.PathOf("tests", "data", "drafts", "official", place + ".xlsx");

    private string In(params string[] parts) => Path.Combine([_root.Path, .. parts]);

    private void Put(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.WriteAllBytes(In(name), content);
    }
}
