using System.Globalization;
using System.Runtime.InteropServices;

namespace ExcelBudget.Worker.Ledger;

/// <summary>A row of project_print, with the unit's name where it was asked for.</summary>
internal sealed class PrintRow
{
    public long Number { get; init; }

    public string Name { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>The sketch of the goal, four bytes a number.</summary>
    public byte[] Goal { get; init; } = [];

    public long Indicators { get; init; }

    public string? Amount { get; init; }

    /// <summary>Since when the unit has had this goal, in UTC; later sorts after earlier.</summary>
    public string FirstAt { get; init; } = "";

    public string UnitName { get; init; } = "";

    public uint[] Sketch => MemoryMarshal.Cast<byte, uint>(Goal).ToArray();

    public decimal? Yuan => Amount is null ? null : decimal.Parse(Amount, CultureInfo.InvariantCulture);
}
