using System.IO.Compression;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Isolation;

/// <summary>
/// What is kept of a checked workbook until the end of a run: the forms its goals stand in, packed. Unpacked, those of 25 projects take
/// 0.3 MB, and a run over a county would not fit into the memory the process may have.
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
        if (workbook is not { Budget: { } budget, Pack.Indicators.Places: { } places }) return null;
        var forms = budget.Forms.Where(form => form.Form.Value == places.Projects || form.Form.Value == places.Indicators).ToArray();
        var memory = new MemoryStream();
        using (var writer = new BinaryWriter(new DeflateStream(memory, CompressionLevel.Fastest))) Write(writer, forms);
        return new KeptGoals(workbook, memory.ToArray());
    }

    /// <summary>The workbook with nothing of its budget but what goals are compared by, made anew.</summary>
    public CheckedWorkbook Unpacked()
    {
        using var reader = new BinaryReader(new DeflateStream(new MemoryStream(_packed), CompressionMode.Decompress));
        return new CheckedWorkbook(_report, new Budget(_report.Identity!, Forms(reader))) { PackWhenNeeded = _pack };
    }

    private static void Write(BinaryWriter writer, FormContent[] forms)
    {
        writer.Write(forms.Length);
        foreach (var form in forms)
        {
            writer.Write(form.Form.Value);
            writer.Write(form.Rows.Count);
            foreach (var row in form.Rows) Write(writer, row);
        }
    }

    private static void Write(BinaryWriter writer, FormRow row)
    {
        writer.Write(row.Key.Value);
        writer.Write(row.Key.Repeat);
        writer.Write(row.Cells.Count);
        foreach (var (column, value) in row.Cells)
        {
            writer.Write(column.Value);
            Write(writer, value);
        }
    }

    private static void Write(BinaryWriter writer, CellValue value)
    {
        switch (value)
        {
            case CellValue.Amount amount:
                writer.Write((byte)1);
                writer.Write(amount.Yuan);
                writer.Write(amount.HalfWidth);
                break;
            case CellValue.Number number:
                writer.Write((byte)2);
                writer.Write(number.Value);
                break;
            default:
                writer.Write((byte)3);
                writer.Write(value.AsText()!);
                break;
        }
    }

    private static FormContent[] Forms(BinaryReader reader)
    {
        var forms = new FormContent[reader.ReadInt32()];
        for (var at = 0; at < forms.Length; at++)
        {
            var id = new FormId(reader.ReadString());
            var rows = new FormRow[reader.ReadInt32()];
            for (var row = 0; row < rows.Length; row++) rows[row] = Row(reader);
            forms[at] = new FormContent(id, rows);
        }

        return forms;
    }

    private static FormRow Row(BinaryReader reader)
    {
        var key = new RowKey(reader.ReadString()) { Repeat = reader.ReadInt32() };
        var cells = new Dictionary<ColumnId, CellValue>();
        for (var left = reader.ReadInt32(); left > 0; left--) cells[new ColumnId(reader.ReadString())] = Value(reader);
        return new FormRow(key, cells);
    }

    private static CellValue Value(BinaryReader reader) => reader.ReadByte() switch
    {
        1 => new CellValue.Amount(reader.ReadDecimal(), reader.ReadDecimal()),
        2 => new CellValue.Number(reader.ReadDecimal()),
        _ => new CellValue.Text(reader.ReadString()),
    };
}
