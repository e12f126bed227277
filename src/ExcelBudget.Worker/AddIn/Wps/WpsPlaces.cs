using ExcelBudget.Worker.AddIn.Machine;

namespace ExcelBudget.Worker.AddIn.Wps;

/// <summary>Where WPS keeps the add-ins of a user. On Linux with a capital K: the folder in small letters is another one.</summary>
internal sealed class WpsPlaces(IMachine machine)
{
    private static readonly string[] Programs =
        ["opt/kingsoft/wps-office", "opt/apps/cn.wps.wps-office-pro", "opt/apps/cn.wps.wps-office"];

    private static readonly string[] MacEditions = ["com.kingsoft.wpsoffice.mac", "com.kingsoft.wpsoffice.mac.global"];

    /// <summary>Folder of the lists of add-ins.</summary>
    public string Folder => Path.Combine(Home, "jsaddons");

    /// <summary>The list that is written; where it is a link, what that points to, so that the link stays one.</summary>
    public string List
    {
        get
        {
            var path = Path.Combine(Folder, "publish.xml");
            return File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        }
    }

    /// <summary>The list that WPS fetches where a county hands add-ins out centrally.</summary>
    public string CentralList => Path.Combine(Folder, "jsplugins.xml");

    /// <summary>What WPS notes of trust; never written here.</summary>
    public string Trust => Path.Combine(Folder, "authaddin.json");

    /// <summary>What WPS blocks; never written here.</summary>
    public string Blocked => Path.Combine(Folder, "jsaddinblockhost.ini");

    /// <summary>True when WPS was used by this user, or stands on this machine.</summary>
    public bool IsThere => Directory.Exists(Home)
        || Array.Exists(Programs, program => Directory.Exists(Path.Combine(machine.Root, program)))
        || machine.Registered(WpsEdition.OpenCommand, "") is not null;

    private string OnMac(string edition) => Path.Combine(machine.Home, "Library", "Containers", edition, "Data", ".kingsoft", "wps");

    private string Home => machine.Kind switch
    {
        MachineKind.Windows => Path.Combine(machine.Roaming, "kingsoft", "wps"),
        MachineKind.Mac => Array.Find(MacEditions, edition => Directory.Exists(OnMac(edition))) is { } found ? OnMac(found)
            : OnMac(MacEditions[0]),
        _ => Path.Combine(machine.Home, ".local", "share", "Kingsoft", "wps"),
    };
}
