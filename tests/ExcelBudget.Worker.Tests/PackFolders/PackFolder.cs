using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Packs;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Tests.PackFolders;

/// <summary>A copy of a pack's folder that a test changes as a clerk would.</summary>
internal sealed class PackFolder : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly string _id;

    public PackFolder(string id)
    {
        _id = id;
        foreach (var folder in new[] { id, "common" }) Copy(folder);
    }

    /// <summary>The packs as the program finds them now.</summary>
    public PackStore Store => new(Settings);

    /// <summary>The same, known to have no fault.</summary>
    public PackStore SoundStore => new(Settings with { PacksAreSound = true });

    private WorkerSettings Settings => new() { Root = _temp.Path, PacksFolder = _temp.In("packs"), LedgerFile = "", LogFolder = "" };

    /// <summary>What the commands said.</summary>
    public StringWriter Said { get; } = new();

    public PackCommands Commands => new(Store, new Terminal(Said, Said));

    public string In(string file) => _temp.In($"packs/{_id}/{file}");

    public byte[] Bytes(string file) => File.ReadAllBytes(In(file));

    public void Put(string file, byte[] content) => File.WriteAllBytes(In(file), content);

    /// <summary>Changes a text file; what is to be replaced must be there.</summary>
    public void Edit(string file, string before, string after)
    {
        var text = File.ReadAllText(In(file));
        text.ShouldContain(before);
        File.WriteAllText(In(file), text.Replace(before, after, StringComparison.Ordinal));
    }

    public void Dispose() => _temp.Dispose();

    private void Copy(string folder)
    {
        var source = Path.Combine(Repository.Packs, folder);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            _temp.Write(Path.Combine("packs", folder, Path.GetRelativePath(source, file)), File.ReadAllBytes(file));
    }
}
