using System.IO.Compression;
using ExcelBudget.Benchmarks.Peers.VerbFloors;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>All peers. The first of a subject is the baseline of its ratios.</summary>
internal static class PeerList
{
    /// <summary>The peers by subject.</summary>
    public static readonly IReadOnlyList<PeerEntry> All =
    [
        new("fill", "epplus", "EPPlus naive: open the template, set the entered cells, save", folder =>
            new EpplusFill(folder, folder.Template, calculates: false)),
        new("fill", "epplus-laid", "EPPlus naive over a template with every row already in place", folder =>
            new EpplusFill(folder, folder.LaidOut, calculates: false)),
        new("fill", "epplus-calc", "the same and Calculate(): equal work", folder =>
            new EpplusFill(folder, folder.LaidOut, calculates: true)),
        new("fill", "fill", "ExcelBudget, Optimal", _ => new OurFill(isFast: false, projects: false)),
        new("fill", "fill-fast", "ExcelBudget, Fastest", _ => new OurFill(isFast: true, projects: false)),
        new("fill", "fill-line", "ExcelBudget, Optimal, projection of the dataset included", _ =>
            new OurFill(isFast: false, projects: true)),
        new("fill", "deflate", "floor: deflate the changed parts, Optimal", folder =>
            new DeflateOnly(folder.ChangedParts, CompressionLevel.Optimal)),
        new("fill", "deflate-fast", "floor: deflate the changed parts, Fastest", folder =>
            new DeflateOnly(folder.ChangedParts, CompressionLevel.Fastest)),
        new("fill", "floor", "floor: values parsed, changed parts put together and deflated, written", folder =>
            new WrittenFloor(folder, isWoven: false)),
        new("fill", "floor-woven", "floor: the same, woven", folder => new WrittenFloor(folder, isWoven: true)),
        new("fill", "fill-floor", "floor of the verb fill: rows parsed and added up, texts gone through, floor, written to disk", folder =>
            new FillVerbFloor(folder)),
        new("read", "epplus-read", "EPPlus: open, Value and Text of every cell into arrays", folder =>
            new EpplusRead(folder, formats: true)),
        new("read", "epplus-values", "EPPlus: open, Value of every cell into an array", folder => new EpplusRead(folder, formats: false)),
        new("read", "flat", "ExcelBudget, guard only: every cell of every sheet", folder => new OurGuard(folder)),
        new("read", "read-check", "ExcelBudget: guard, read into a budget, all checks", folder => new OurRead(folder)),
        new("read", "inflate", "floor: inflate every part", folder => new InflateOnly(folder)),
        new("read", "scan", "inflate, and a byte scan of every cell into arrays: the floor of reading", folder => new ByteScan(folder)),
        new("read", "check-floor", "floor of the verb check: file, cells, formulas, texts, each once, and an answer", folder =>
            new CheckFloor(folder)),
        new("check", "open", "large workbook: guard and read into a budget", folder => new OurOpen(folder)),
        new("check", "rules", "large workbook: the whole rule book on the budget read", folder => new OurRules(folder)),
        new("note", "sdk-dom", "Open XML SDK: the same note built as a DOM from ready words", folder => new SdkNote(folder)),
        new("note", "python-docx", "python-docx: the same note built from ready words", _ =>
            throw new NotSupportedException("a script")) { Script = "python_docx_note.py" },
        new("note", "note", "ExcelBudget: figures computed and the note written", _ => new OurNote()),
        new("note", "deflate-note", "floor: deflate document.xml, Optimal", folder =>
            new DeflateOnly(folder.NoteParts, CompressionLevel.Optimal)),
        new("note", "note-floor", "floor: ready words put between ready pieces, deflated, written", folder =>
            new NoteFloor(folder, isWoven: false)),
        new("note", "note-floor-woven", "floor: the same, woven", folder => new NoteFloor(folder, isWoven: true)),
        new("note", "note-verb-floor", "floor of the verb note: that of check, and a note of ready words written to disk", folder =>
            new NoteVerbFloor(folder)),
    ];
}
