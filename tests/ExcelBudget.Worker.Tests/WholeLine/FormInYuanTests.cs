using System.Text.Json;

namespace ExcelBudget.Worker.Tests.WholeLine;

/// <summary>A clerk sets «money: 元» in one form: the pack is sound, and a right budget stays right from the dataset to the note.</summary>
[Trait("Category", "Slow")]
public sealed class FormInYuanTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData(PackInYuan.Yuan)]
    [InlineData(PackInYuan.WholeYuan)]
    public async Task PackWithAFormInYuan_VerifiedBuiltFilledCheckedAndNoted_HasNothingWrong(string lines)
    {
        PackInYuan.Write(_temp.In("templates"), lines, "T2");
        var (stale, faults, said) = await RealProgram.RunWithPacksAsync(_temp.Path, _temp.In("templates"), "packs", "verify", "hebei");
        stale.ShouldBe(1, said);
        faults.ShouldContain("hebei/workbook.xlsx 不是由现在的表样生成的");
        faults.ShouldContain("1 处问题");
        await Run("packs", "build", "hebei", "--force");
        (await Run("packs", "verify", "hebei")).ShouldContain("没有问题");
        await Run("fill", "--pack", "hebei", "--data", Path.Combine(Hebei.Folder, "sample", "full"), "--year", "2024", "--out", "下发");
        using var checkedFiles = JsonDocument.Parse(await Run("check", "下发", "--json", "-"));
        foreach (var file in checkedFiles.RootElement.GetProperty("files").EnumerateArray())
        {
            file.GetProperty("verdict").GetString().ShouldBe("accepted");
            file.GetProperty("errors").GetInt32().ShouldBe(0);
            file.GetProperty("warnings").GetInt32().ShouldBe(0);
        }

        await Run("note", "下发", "--out", "说明");
        Directory.GetFiles(_temp.In("说明"), "*.docx").Length.ShouldBe(2);
        var (note, workbook) = (OfUnit("说明", "305001"), OfUnit("下发", "305001"));
        (await Run("check-note", note, "--workbook", workbook)).ShouldContain("通过");
    }

    private string OfUnit(string folder, string unit) =>
        Directory.GetFiles(_temp.In(folder)).Single(file => Path.GetFileName(file).StartsWith(unit, StringComparison.Ordinal));

    private async Task<string> Run(params string[] arguments)
    {
        var (code, output, error) = await RealProgram.RunWithPacksAsync(_temp.Path, _temp.In("templates"), arguments);
        code.ShouldBe(0, string.Join(' ', arguments) + "\n" + output + error);
        return output;
    }
}
