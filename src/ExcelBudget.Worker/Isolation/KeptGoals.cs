using System.IO.Compression;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Isolation;

/// <summary>
/// What is kept of a checked workbook until the end of a run: its goals, packed. A run over a county would otherwise not fit into the
/// memory the process may have.
/// </summary>
internal sealed class KeptGoals
{
    private readonly CheckReport _report;
    private readonly Lazy<Pack?> _pack;
    private readonly byte[] _packed;

    private KeptGoals(CheckedWorkbook workbook, byte[] packed)
    {
        _report = workbook.Report with { Findings = [], Changes = [], Unchecked = [] };
        (_pack, _packed) = (workbook.PackWhenNeeded, packed);
    }

    /// <summary>The goals of a workbook; null where it has none.</summary>
    public static KeptGoals? Of(CheckedWorkbook workbook)
    {
        if (workbook is not { Budget: not null, Goals: { Count: > 0 } goals }) return null;
        var memory = new MemoryStream();
        using (var writer = new BinaryWriter(new DeflateStream(memory, CompressionLevel.Fastest)))
        {
            writer.Write(goals.Count);
            foreach (var goal in goals)
            {
                writer.Write(goal.Key.Value);
                writer.Write(goal.Key.Repeat);
                writer.Write(goal.Name);
                writer.Write(goal.Goal);
            }
        }

        return new KeptGoals(workbook, memory.ToArray());
    }

    /// <summary>The workbook with nothing of its budget but its goals.</summary>
    public CheckedWorkbook Unpacked()
    {
        using var reader = new BinaryReader(new DeflateStream(new MemoryStream(_packed), CompressionMode.Decompress));
        var goals = new ProjectGoal[reader.ReadInt32()];
        for (var at = 0; at < goals.Length; at++)
        {
            var key = new RowKey(reader.ReadString()) { Repeat = reader.ReadInt32() };
            goals[at] = new ProjectGoal(key, reader.ReadString(), reader.ReadString());
        }

        return new CheckedWorkbook(_report, new Budget(_report.Identity!, [])) { PackWhenNeeded = _pack, Goals = goals };
    }
}
