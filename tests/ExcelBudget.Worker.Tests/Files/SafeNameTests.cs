using System.Text;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Tests.Files;

public sealed class SafeNameTests
{
    [Theory]
    [InlineData("魏县县委办公室", "魏县县委办公室")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j")]
    [InlineData("..\\..\\etc", "_.._etc")]
    [InlineData("com1", "_com1")]
    [InlineData("末尾有点. ", "末尾有点")]
    [InlineData("  ", "未命名")]
    [InlineData("换\n行", "换_行")]
    public void Text_MadeAName_IsSafe(string text, string name) => SafeName.Of(text).ShouldBe(name);

    [Fact]
    public void LongText_MadeAName_LeavesRoomForItsEnding()
    {
        var name = SafeName.Of(new string('局', 300));
        Encoding.UTF8.GetByteCount(name).ShouldBeLessThanOrEqualTo(180);
        name.ShouldAllBe(letter => letter == '局');
    }

    [Theory]
    [InlineData("预算.XLSX", "预算.xlsx")]
    [InlineData("预算.et", "预算.et")]
    [InlineData("预算", "预算")]
    [InlineData("预算.第一稿", "预算")]
    public void FileName_MadeSafe_KeepsAPlainExtension(string given, string name) => SafeName.OfFile(given).ShouldBe(name);
}
