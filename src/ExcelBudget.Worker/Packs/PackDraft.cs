using System.Text;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Workbooks.Drafting;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Packs;

/// <summary>Reads an official Excel form into the draft of a pack.</summary>
internal static class PackDraft
{
    private const string WordsFile = "draft-words.csv";
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
        if (WorkbookGuard.Open(File.ReadAllBytes(file)).Package is not { } workbook) return $"{file} 打不开。请在 Excel 中另存为 xlsx 后再试。";
        forms = DraftBook.Read(workbook, Words(folder));
        if (forms.Count == 0) return $"{file} 里没有认出表样：每张表应有表名（以“表”字结尾的一行）和表头。";
        Put(target, "pack.yaml", DraftWriter.Pack(id, Path.GetFileNameWithoutExtension(file), forms));
        foreach (var form in forms) Put(target, $"forms/{form.Id}.yaml", DraftWriter.Form(form));
        Put(target, "rules.yaml", DraftWriter.Rules(forms));
        Put(target, "note.yaml", DraftWriter.Note(forms));
        Put(target, "note-check.yaml", DraftWriter.NoteCheck);
        return null;
    }

    /// <summary>What headings say, from the data that packs share.</summary>
    public static DraftWords Words(string folder)
    {
        var common = Path.Combine(folder, "common");
        var words = Path.Combine(common, WordsFile);
        var codes = Path.Combine(common, "codes", CodesFile);
        var list = File.Exists(codes) ? CodeListFile.Read(codes, [3, 5, 7]) : new CodeList("functional", [3, 5, 7], []);
        var classes = CodeNames.Of(list, 0).GroupBy(entry => PlainText.Label(entry.Name)).ToDictionary(entry => entry.Key, entry =>
            entry.First().Code);
        return DraftWords.Read(File.Exists(words) ? File.ReadAllText(words) : "", classes);
    }

    private static void Put(string folder, string name, string text) =>
        FileOperations.Replace(Path.Combine(folder, name), Encoding.UTF8.GetBytes(text));
}
