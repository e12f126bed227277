using System.Buffers.Text;
using System.Text;
using ExcelBudget.Benchmarks.Materials;

namespace ExcelBudget.Benchmarks.Peers.VerbFloors;

/// <summary>
/// The floor of the verb fill with its check of the data: the unit's rows of each table cut into fields, amounts parsed and added up by
/// their codes, each text gone through once as <see cref="CheckFloor"/> does, the workbook put together of ready pieces, deflated,
/// written to disk. Nothing is told, projected, worked out or laid out.
/// </summary>
internal sealed class FillVerbFloor : IPeer
{
    private readonly string[] _tables = Directory.GetFiles(Path.Combine(Sample.Pack, "sample", "clean"), "*.csv");
    private readonly WordScan _words = new();
    private readonly Dictionary<string, decimal> _sums = new(StringComparer.Ordinal);
    private readonly WrittenFloor _workbook;
    private readonly string _target;

    /// <param name="folder">The materials.</param>
    public FillVerbFloor(MaterialFolder folder)
    {
        _workbook = new WrittenFloor(folder, isWoven: false);
        _target = folder.Output("fill-verb-file");
    }

    public void Once()
    {
        _sums.Clear();
        foreach (var table in _tables)
        {
            foreach (var line in File.ReadLines(table, Encoding.UTF8)) Row(line);
        }

        _workbook.Once();
        File.WriteAllBytes(_target, _workbook.Written);
    }

    public byte[] Output() => _workbook.Output();

    private void Row(string line)
    {
        var fields = line.Split(',');
        for (var at = 1; at < fields.Length; at++)
        {
            if (decimal.TryParse(fields[at], out var amount))
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_sums, fields[at - 1], out _) += amount;
            else _words.Count(fields[at]);
        }
    }
}
