using ExcelBudget.Worker.AddIn.Doctor;
using ExcelBudget.Worker.AddIn.Excel;
using ExcelBudget.Worker.AddIn.HandOut;
using ExcelBudget.Worker.AddIn.Machine;
using ExcelBudget.Worker.AddIn.Wps;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.AddIn;

/// <summary>The runs of <c>addin</c>: puts the add-in into the WPS and the Excel of the user, takes it out, tells why it fails.</summary>
internal sealed class AddInRun(Terminal terminal, IMachine machine, IAddressProbe probe)
{
    /// <summary>Which programs; empty for those that are there.</summary>
    public string Only { get; init; } = "";

    private bool ForWps => Only.Length == 0 ? new WpsPlaces(machine).IsThere : Only == "wps";

    private bool ForExcel => Only is "" or "excel";

    /// <summary>Puts it in.</summary>
    /// <param name="addresses">Where the worker is.</param>
    /// <param name="share">Shared folder to put Excel's manifest into instead; null for this user's own programs.</param>
    /// <param name="authority">The bureau's root certificate on this machine; null when there is none.</param>
    /// <returns>The exit code.</returns>
    public int Install(AddInAddresses addresses, string? share, string? authority)
    {
        if (share is not null) return Told([Tried(() => ExcelInstall.Share(share, addresses))]);
        if (machine.Home.Length == 0) return Told([Step.Bad("找不到当前账户的用户文件夹，没有安装。", "请用平时登录、打开表格的账户运行。")]);
        var steps = new List<Step>();
        if (machine.IsOfAnotherUser) steps.Add(Step.Note("现在用的是管理员的身份（sudo），装到的是管理员的账户。", "请不加 sudo，用平时登录的账户再运行一次。"));
        if (Server() is { } server && server != addresses.Excel)
            steps.Add(Step.Note($"原来连的是服务器 {server}，现在改成 {addresses.ForWps("")}。", $"要连回去：addin install --server {server.Authority}"));
        if (ForWps) steps.Add(Tried(() => new WpsInstall(new WpsPlaces(machine)).Install(addresses.ForWps("wps/"))));
        else if (Only.Length == 0) steps.Add(Step.Note("没有找到 WPS，跳过。", "装了 WPS 而没有用过的：先打开一次 WPS 表格，或加 --only wps。"));
        if (ForExcel) steps.Add(Tried(() => new ExcelInstall(machine).Install(addresses)));
        // what is missing yet is no fault of the installation
        IEnumerable<Step> ready = [.. ForWps ? new WpsDoctor(machine, probe).Served(addresses.ForWps("wps/")) : [],
            .. ForExcel ? new ExcelDoctor(machine, probe).Served(addresses, authority) : []];
        steps.AddRange(ready.Where(step => step.State == StepState.Bad).Select(step => step with { State = StepState.Note }));
        terminal.Say($"加载项的地址：WPS {addresses.ForWps("wps/")}　Excel {addresses.ForExcel("pane/")}");
        return Told(steps);
    }

    /// <summary>Takes it out.</summary>
    /// <returns>The exit code.</returns>
    public int Uninstall()
    {
        // the other way round, so that folders both stand in are empty when the last goes
        var steps = new List<Step>();
        if (ForExcel) steps.Add(Tried(new ExcelInstall(machine).Uninstall));
        if (Only is "" or "wps") steps.Add(Tried(new WpsInstall(new WpsPlaces(machine)).Uninstall));
        return Told(steps);
    }

    /// <summary>Tells which case it is, and what to do.</summary>
    /// <param name="addresses">Where the worker should be.</param>
    /// <param name="authority">The bureau's root certificate on this machine; null when there is none.</param>
    /// <param name="isGiven">True when the addresses are those of a server that was named.</param>
    /// <returns>The exit code: 1 when something keeps the add-in from working.</returns>
    public int Examine(AddInAddresses addresses, string? authority, bool isGiven = false)
    {
        // a department's machine runs no worker: what counts there is the server it was installed for
        if (!isGiven && Server() is { } server) addresses = AddInAddresses.OfServer(server);
        var isGood = true;
        if (!ForWps && Only.Length == 0) terminal.Say(Step.Note("没有找到 WPS（这个账户没有用过它），不查。").ToString());
        if (ForWps) isGood &= IsGood("WPS 表格", new WpsDoctor(machine, probe).Look(addresses.ForWps("wps/")));
        if (ForExcel) isGood &= IsGood("Excel", new ExcelDoctor(machine, probe).Look(addresses, authority));
        return isGood ? ExitCode.Clean : ExitCode.ErrorsFound;
    }

    private Uri? Server() => new WpsInstall(new WpsPlaces(machine)).Server ?? new ExcelInstall(machine).Server;

    private static Step Tried(Func<Step> act)
    {
        try
        {
            return act();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return Step.Bad($"没有办成：{DiskTrouble.Sentence(fault)}。", "请退出 WPS 和 Excel 再试；仍不行的请信息科处理。");
        }
    }

    private bool IsGood(string program, IEnumerable<Step> steps)
    {
        terminal.Say(program);
        return Told([.. steps]) == ExitCode.Clean;
    }

    private int Told(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps) terminal.Say(step.ToString());
        return steps.Any(step => step.State == StepState.Bad) ? ExitCode.ErrorsFound : ExitCode.Clean;
    }
}
