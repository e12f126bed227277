namespace ExcelBudget.Worker.TestHost;

/// <summary>A zip file that tells <see cref="FakeEngine"/> what to make of it as a note.</summary>
public static class FakeNote
{
    /// <summary>A note of a unit; the same arguments give the same bytes.</summary>
    /// <param name="order">accepted, returned, lacking (returned without a spot to comment), encrypted, poison, crash, sleep, eat.</param>
    /// <param name="unit">单位编码; its title names the unit and the year 2023.</param>
    /// <param name="version">Anything that tells two notes of one unit apart.</param>
    public static byte[] Create(string order, string unit = "201", string version = "1") =>
        FakeWorkbook.Create(order, unit, "note " + version);
}
