using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Isolation.Wire;

/// <summary>
/// The settings by which files are opened, as they cross the pipe: the program has read and checked them, and the process it starts reads
/// no file of settings again.
/// </summary>
internal static class SettingsWire
{
    public static WireWriter Write(WireWriter to, WorkerSettings settings)
    {
        var limits = settings.Limits;
        to.Text(settings.PacksFolder).Flag(settings.PacksAreSound).Number(settings.MostFindings);
        return to.Size(limits.FileBytes).Number(limits.EntryBytes).Size(limits.TotalBytes).Number(limits.Entries)
            .Number(limits.ExpansionRatio).Number(limits.XmlDepth).Number(limits.TreeNodes).Number(limits.TextCharacters)
            .Number(limits.Rows).Number(limits.Columns).Number(limits.Cells);
    }

    public static WorkerSettings Read(WireReader from) => new()
    {
        Root = "",
        LedgerFile = "",
        LogFolder = "",
        PacksFolder = from.Words(),
        PacksAreSound = from.Flag(),
        MostFindings = from.Number(),
        Limits = new PackageLimits
        {
            FileBytes = from.Size(),
            EntryBytes = from.Number(),
            TotalBytes = from.Size(),
            Entries = from.Number(),
            ExpansionRatio = from.Number(),
            XmlDepth = from.Number(),
            TreeNodes = from.Number(),
            TextCharacters = from.Number(),
            Rows = from.Number(),
            Columns = from.Number(),
            Cells = from.Number(),
        },
    };
}
