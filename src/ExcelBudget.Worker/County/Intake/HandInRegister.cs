using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.DropFolder.Judging;

namespace ExcelBudget.Worker.County.Intake;

/// <summary>The county file as the drop folder asks for it.</summary>
internal sealed class HandInRegister(RegisterSource source, CountyLedger ledger) : IHandInRegister
{
    private CountyRegister? County => source.Current?.Register;

    /// <inheritdoc />
    public bool Covers(int year) => County?.Year == year;

    /// <inheritdoc />
    public RegisteredUnit? Unit(string code)
    {
        if (County is not { } county || county.Unit(code) is not { } unit
            || county.Department(unit.Department) is not { } department) return null;
        return new RegisteredUnit(unit.Name, department.Name, department.Folder, unit.Pack);
    }

    /// <inheritdoc />
    public string? IssuedTo(string workbookId) => ledger.IssuedTo(workbookId);

    /// <inheritdoc />
    public IReadOnlyList<RegisteredStep> Steps(string unitCode)
    {
        if (County is not { } county || county.Unit(unitCode) is not { } unit) return [];
        return [.. county.Steps.Select(step => (step, dates: step.For(unit.Department)))
            .Select(pair => new RegisteredStep(pair.step.Name, pair.dates.Opens, pair.dates.Due))];
    }
}
