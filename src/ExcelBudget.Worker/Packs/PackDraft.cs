using System.Text;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Workbooks.Build;
using ExcelBudget.Workbooks.Drafting;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Packs;

/// <summary>Reads an official Excel form into the draft of a pack.</summary>
internal static class PackDraft
{
    private const string WordsFile = "draft-words.csv";
    private const string FieldsFile = "draft-fields.csv";
    private const string HeadingsFile = "draft-headings.txt";
    private const string CodesFile = "functional.csv";

    /// <summary>Writes pack.yaml, forms and rules into a new folder.</summary>
    /// <param name="folder">Folder of the packs.</param>
    /// <param name="file">The official workbook.</param>
    /// <param name="id">Id of the new pack.</param>
    /// <param name="forms">The forms that were read.</param>
    /// <returns>Why it was not done; null when it was.</returns>
    public static string? Write(string folder, string file, string id, out IReadOnlyList<DraftForm> forms)
    {
        forms = [];
        var target = Path.Combine(folder, id);
        if (Directory.Exists(target)) return $"{target} 已经有了，没有改动。请换一个 --id，或先移走原来的文件夹。";
        if (!File.Exists(file)) return $"找不到文件 {file}。";
        var bytes = File.ReadAllBytes(file);
        var opened = WorkbookGuard.Open(bytes);
        if (opened.Package is not { } workbook) return $"{file} 打不开：{Why(opened)}请在 Excel 或 WPS 中打开，另存为 xlsx 后再试。";
        var words = Words(folder);
        forms = DraftBook.Read(workbook, words);
        if (forms.Count == 0) return $"{file} 里没有认出表样：每张表应有表名（以“表”字结尾的一行）和表头。";
        Put(target, "pack.yaml", DraftPackFile.Pack(id, Path.GetFileNameWithoutExtension(file), forms, words));
        foreach (var (name, text) in forms.SelectMany(DraftWriter.Forms)) Put(target, $"forms/{name}.yaml", text);
        Put(target, "rules.yaml", DraftTies.Rules(forms, words.Patterns));
        Put(target, "note.yaml", DraftPackFile.Note(forms));
        Put(target, "note-check.yaml", DraftPackFile.NoteCheck);
        FileOperations.Replace(Path.Combine(target, PackFiles.Original), bytes);
        return null;
    }

    private static string Why(GuardResult<GuardedWorkbook> opened) => opened.Reason is { } reason ? $"{reason.Sentence}。" : "";

    /// <summary>What headings say, from the data that packs share.</summary>
    public static DraftWords Words(string folder)
    {
        var common = Path.Combine(folder, "common");
        var codes = Path.Combine(common, "codes", CodesFile);
        var list = File.Exists(codes) ? CodeListFile.Read(codes, [3, 5, 7]) : new CodeList("functional", [3, 5, 7], []);
        var classes = CodeNames.Of(list, 0).GroupBy(entry => PlainText.Label(entry.Name)).ToDictionary(entry => entry.Key, entry =>
            entry.First().Code);
        return DraftWords.Read(Text(common, WordsFile), Text(common, FieldsFile), Text(common, HeadingsFile), classes);
    }

    /// <summary>The look of the official workbook that the pack was drafted from; null for a pack that has none.</summary>
    public static WorkbookDress? Look(string folder, LoadedPack pack)
    {
        var file = Path.Combine(pack.Folder, PackFiles.Original);
        return File.Exists(file) && WorkbookGuard.Open(File.ReadAllBytes(file)).Package is { } original
            ? new OriginalLook(original, Words(folder)) : null;
    }

    private static string Text(string folder, string name) => Path.Combine(folder, name) is var file && File.Exists(file)
        ? File.ReadAllText(file) : "";

    private static void Put(string folder, string name, string text) =>
        FileOperations.Replace(Path.Combine(folder, name), Encoding.UTF8.GetBytes(text));
}
