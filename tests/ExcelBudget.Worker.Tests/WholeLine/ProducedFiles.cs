using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.WholeLine;

/// <summary>Every kind of file the program gives out, made once and left in a folder for other programs to open.</summary>
public sealed class ProducedFiles : IDisposable
{
    private readonly TempFolder _folder = new();

    public ProducedFiles()
    {
        foreach (var pack in Directory.EnumerateDirectories(Repository.Packs).Where(pack => File.Exists(Path.Combine(pack, "pack.yaml"))))
        {
            Add($"{Path.GetFileName(pack)}-template.xlsx", File.ReadAllBytes(Path.Combine(pack, "workbook.xlsx")));
            Add($"{Path.GetFileName(pack)}-template.docx", File.ReadAllBytes(Path.Combine(pack, "note.docx")));
        }

        foreach (var sample in (string[])["clean", "full", "blank"])
        {
            var file = RealEngine.File(sample);
            var workbook = RealEngine.Engine.Check("预算.xlsx", file);
            Add($"{sample}.xlsx", file);
            Add($"{sample}-returned.xlsx", RealEngine.Engine.Annotate(workbook, file)!);
            Add($"{sample}.docx", RealEngine.Engine.Note(workbook)!);
        }

        var retyped = DepartmentNote.Retyped(DepartmentNote.Of("clean"), "年收入预算总计", "1.23");
        Add("note-returned.docx", RealEngine.Engine.CheckNote("说明.docx", retyped, DepartmentNote.Workbook("clean")).Annotated!);
        Add("note-reissued.docx", RealEngine.Engine.Reissue(DepartmentNote.Workbook("clean"), retyped).Note!);
    }

    /// <summary>Paths of the workbooks.</summary>
    public IReadOnlyList<string> Workbooks => [.. Directory.EnumerateFiles(_folder.Path, "*.xlsx").Order(StringComparer.Ordinal)];

    /// <summary>Paths of the notes.</summary>
    public IReadOnlyList<string> Notes => [.. Directory.EnumerateFiles(_folder.Path, "*.docx").Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    private void Add(string name, byte[] content) => _folder.Write(name, content);
}
