using ExcelBudget.Benchmarks.Materials;

namespace ExcelBudget.Benchmarks.Peers.VerbFloors;

/// <summary>
/// The floor of the verb note: a workbook gone through as <see cref="CheckFloor"/> does, and a note of ready words written to disk.
/// </summary>
/// <param name="folder">The materials.</param>
internal sealed class NoteVerbFloor(MaterialFolder folder) : CheckFloor(folder)
{
    private readonly NoteFloor _note = new(folder, isWoven: false);
    private readonly string _target = folder.Output("note-verb-file");

    public override void Once()
    {
        base.Once();
        _note.Once();
        File.WriteAllBytes(_target, _note.Output());
    }

    public override byte[] Output() => _note.Output();
}
