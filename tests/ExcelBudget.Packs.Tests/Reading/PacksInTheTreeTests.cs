using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Reading;

namespace ExcelBudget.Packs.Tests.Reading;

public sealed class PacksInTheTreeTests
{
    [Fact]
    public void HebeiPack_IsRead_HasNoFault() =>
        PackReader.Read(Repository.PathOf("templates", "hebei")).Faults.ShouldBeEmpty();

    [Fact]
    public void QinghaiPack_IsRead_HasNoFault() =>
        PackReader.Read(Repository.PathOf("templates", "qinghai")).Faults.ShouldBeEmpty();

    [Fact]
    public void HebeiPack_T1_PrintsThirtyFourRows()
    {
        var pack = PackReader.Read(Repository.PathOf("templates", "hebei")).RuleBook!.Pack;
        pack[new FormId("T1")].Rows.Count.ShouldBe(34);
        pack[new FormId("T4")].Rows.Count.ShouldBe(37);
    }
}
