using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Excel;
using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Excel;

public sealed class UnitScaleTests
{
    [Fact]
    public void Reference_ToAmountsOfAnotherUnit_IsScaledToTheFormulas()
    {
        UnitScale.Of("D9", MoneyUnit.Yuan, MoneyUnit.TenThousandYuan).ShouldBe("(D9/10000)");
        UnitScale.Of("D9", MoneyUnit.TenThousandYuan, MoneyUnit.Yuan).ShouldBe("(D9*10000)");
        UnitScale.Of("D9", MoneyUnit.Yuan, MoneyUnit.Yuan).ShouldBe("D9");
    }

    [Fact]
    public void HalfOfTheLastDigit_OfAForm_StandsInTheUnitOfTheFormula()
    {
        UnitScale.HalfLastDigit(Form(MoneyUnit.TenThousandYuan, 2), MoneyUnit.TenThousandYuan).ShouldBe("0.005");
        UnitScale.HalfLastDigit(Form(MoneyUnit.TenThousandYuan, 2), MoneyUnit.Yuan).ShouldBe("50");
        UnitScale.HalfLastDigit(Form(MoneyUnit.Yuan, 0), MoneyUnit.TenThousandYuan).ShouldBe("0.00005");
        UnitScale.HalfLastDigit(Form(MoneyUnit.Yuan, 2), MoneyUnit.TenThousandYuan).ShouldBe("0");
    }

    private static FormDefinition Form(MoneyUnit unit, int decimals) =>
        new(new FormId("T1"), [], []) { Title = "", Sheet = "T1", Amounts = new AmountFormat { Unit = unit, Decimals = decimals } };
}
