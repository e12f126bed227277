namespace ExcelBudget.Worker.AddIn.Machine;

/// <summary>What kind of machine an accountant sits at.</summary>
internal enum MachineKind
{
    Windows,

    /// <summary>Linux, with UOS and Kylin.</summary>
    Linux,

    Mac,
}

/// <summary>The machine of one user, as far as add-ins are kept on it. Tests put another one in its place.</summary>
internal interface IMachine
{
    MachineKind Kind { get; }

    /// <summary>True when somebody runs this with the rights of another account, for which it is then installed.</summary>
    bool IsOfAnotherUser { get; }

    /// <summary>Home of the user; empty for an account without one.</summary>
    string Home { get; }

    /// <summary>%APPDATA% of the user; on other machines than Windows not used.</summary>
    string Roaming { get; }

    /// <summary>%LOCALAPPDATA% of the user; on other machines than Windows not used.</summary>
    string Local { get; }

    /// <summary>Root of absolute paths of the system, such as «/».</summary>
    string Root { get; }

    /// <summary>A text of the registry; null when there is none, and on machines without a registry.</summary>
    /// <param name="key">The key, beginning with HKCU or HKCR.</param>
    /// <param name="name">The value; empty for the one without a name.</param>
    string? Registered(string key, string name);

    /// <summary>Writes a text below HKCU.</summary>
    void Register(string key, string name, string text);

    /// <summary>Removes a value below HKCU, and its key when nothing else is left in it.</summary>
    void Unregister(string key, string name);
}
