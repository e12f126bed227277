using ExcelBudget.Worker.AddIn.Doctor;
using ExcelBudget.Worker.AddIn.Machine;

namespace ExcelBudget.Worker.Tests.AddIn;

/// <summary>A machine whose folders stand below a temporary one and whose registry is a list.</summary>
internal sealed class FakeMachine(TempFolder temp, MachineKind kind) : IMachine
{
    private readonly Dictionary<(string Key, string Name), string> _registry = [];

    public MachineKind Kind => kind;

    public bool IsOfAnotherUser { get; init; }

    public string Home => temp.In("home");

    public string Roaming => temp.In("home/AppData/Roaming");

    public string Local => temp.In("home/AppData/Local");

    public string Root => temp.In("root");

    /// <summary>Everything in the registry, sorted.</summary>
    public IReadOnlyList<string> Registry =>
        [.. _registry.Select(pair => $"{pair.Key.Key} {pair.Key.Name}={pair.Value}").Order(StringComparer.Ordinal)];

    public string? Registered(string key, string name) => kind == MachineKind.Windows ? _registry.GetValueOrDefault((key, name)) : null;

    public void Register(string key, string name, string text)
    {
        if (kind == MachineKind.Windows) _registry[(key, name)] = text;
    }

    public void Unregister(string key, string name) => _registry.Remove((key, name));

    /// <summary>Every file and folder below, files with their bytes.</summary>
    public static IReadOnlyList<string> Tree(TempFolder of) =>
    [
        .. Directory.EnumerateFileSystemEntries(of.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => File.Exists(path) ? $"{path} {Convert.ToHexString(File.ReadAllBytes(path))}" : path),
    ];
}

/// <summary>Answers for addresses that were told to it; the others are silent.</summary>
internal sealed class FakeProbe : IAddressProbe
{
    public Dictionary<string, ProbeAnswer> Answers { get; } = [];

    public ProbeAnswer Ask(Uri address, bool asksByPost = false) =>
        Answers.GetValueOrDefault(address.ToString(), new ProbeAnswer(ProbeState.Silent));
}
