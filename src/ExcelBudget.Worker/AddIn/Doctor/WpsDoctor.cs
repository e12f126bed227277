using System.Text;
using ExcelBudget.Worker.AddIn.HandOut;
using ExcelBudget.Worker.AddIn.Machine;
using ExcelBudget.Worker.AddIn.Wps;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.AddIn.Doctor;

/// <summary>Why the tab does not appear in WPS: looks at everything that can be looked at, and changes nothing.</summary>
internal sealed class WpsDoctor(IMachine machine, IAddressProbe probe)
{
    private const string Reload = "请先 addin uninstall，再 addin install，然后退出 WPS、打开表格、点“允许”，再退出、打开一次。";
    private static readonly Uri LocalService = new("http://127.0.0.1:58890/version");

    private readonly WpsPlaces _places = new(machine);

    /// <summary>Looks.</summary>
    /// <param name="url">Where the shell of the add-in should be.</param>
    public IEnumerable<Step> Look(Uri url)
    {
        yield return Edition();
        foreach (var step in Served(url)) yield return step;
        foreach (var step in Listed(url)) yield return step;
        if (File.Exists(_places.Blocked) && Text(_places.Blocked) is { } blocked
            && (blocked.Contains("ExcelBudget", StringComparison.OrdinalIgnoreCase)
                || blocked.Contains(url.Authority, StringComparison.Ordinal)))
        {
            yield return Step.Bad(
                $"WPS 把它列入了拦截名单：{_places.Blocked}", "请在 WPS 表格 → 开发工具 → 加载项（或信任中心）里解除拦截；不行的请信息科处理。");
        }

        yield return Trust(url);
        yield return Service();
    }

    private Step Edition()
    {
        if (!_places.IsThere) return Step.Bad("没有找到 WPS（这个账户下没有它的文件夹）。", "请先打开一次 WPS 表格再试；没有装 WPS 的不用管这一部分。");
        return WpsEdition.Of(machine) switch
        {
            { IsPersonal: true } personal => Step.Note(
                $"WPS 是个人版（{personal.Version}）：只能在本机逐个登记，不能由信息科统一下发。",
                "个人版有的版本连官方示例也不加载；一直不出来的，请用网页报送，工作簿里的“校验”表照常可用。"),
            { } office => Step.Good($"WPS 是企业版（{office.Version}），本机登记、统一下发都行（只用一种）。"),
            _ => Step.Good("找到了 WPS。"),
        };
    }

    /// <summary>Whether the worker answers as WPS will ask it.</summary>
    /// <param name="url">Where the shell of the add-in should be.</param>
    public IEnumerable<Step> Served(Uri url)
    {
        var answer = probe.Ask(new Uri(url, "ribbon.xml"));
        yield return answer.State switch
        {
            ProbeState.Answered when answer.Text.StartsWith("<customUI", StringComparison.Ordinal) => Step.Good($"服务在 {url} 应答。"),
            ProbeState.Silent => Step.Bad(
                $"{url} 没有应答：ExcelBudget 的服务没有启动，或端口不对。", "请运行 excelbudget run（或启动它的服务），再打开 WPS；端口见设置 Page:Port。"),
            ProbeState.Untrusted => Step.Bad($"本机不信任 {url} 的证书。", "请安装财政局发的根证书（受信任的根证书颁发机构）。"),
            _ => Step.Bad($"{url} 应答的不是 ExcelBudget：端口被别的程序占用了。", "请改设置 Page:Port，重新启动服务，再 addin install 一次。"),
        };
    }

    private IEnumerable<Step> Listed(Uri url)
    {
        if (!File.Exists(_places.List))
        {
            yield return Step.Bad($"还没有登记（没有 {_places.List}）。", "请运行 addin install，或打开安装页。");
            yield break;
        }

        if (PublishList.Read(FileOperations.ReadShared(_places.List)) is not { } list)
        {
            yield return Step.Bad($"加载项清单写坏了：{_places.List}", "请把这个文件改名留存，再 addin install；其他加载项要重新安装。");
            yield break;
        }

        yield return list.Ours switch
        {
            [] => Step.Bad($"清单里没有登记：{_places.List}", "请运行 addin install，或打开安装页。"),
            [{ Enable: "false" }] => Step.Bad("清单里登记了，但关掉了（enable=false）。", Reload),
            [var only] when only.IsAt(url) => Step.Good($"清单里登记好了：{_places.List}"),
            [var only] => Step.Bad($"清单里登记的是旧地址 {only.Url}，应为 {url}。", "请运行 addin install 更新。"),
            _ => Step.Bad($"清单里登记了 {list.Ours.Count} 次，会互相打架。", "请运行 addin install，只留一个。"),
        };
        var central = File.Exists(_places.CentralList) ? PublishList.Read(FileOperations.ReadShared(_places.CentralList)) : null;
        if (list.Ours.Count > 0 && central is { Ours.Count: > 0 })
        {
            yield return Step.Bad(
                $"统一下发的清单（{Path.GetFileName(_places.CentralList)}）里也有它，两种方式只有一种生效。", "统一下发的单位请 addin uninstall，只留下发的那一个。");
        }
    }

    private Step Trust(Uri url) => WpsTrust.Read(_places.Trust, url) switch
    {
        WpsTrustState.Loaded => Step.Good("WPS 上次启动时已加载它。", "选项卡仍看不见的：在功能区最右边找“部门预算”，窗口窄时收在“更多”里。"),
        WpsTrustState.NotMet => Step.Note(
            "WPS 还没有问过是否信任它。", "请退出 WPS、打开表格，问“是否信任”时点“允许”，再退出、打开一次。"),
        WpsTrustState.NotLoaded => Step.Bad("已允许，但 WPS 没有加载它：每次启动都会再问，选项卡不出现。", Reload),
        WpsTrustState.Disabled => Step.Bad("WPS 里把它关掉了，或问“是否信任”时点了“不允许”。", Reload),
        _ => Step.Note($"看不懂 {_places.Trust}，说不出 WPS 信任了没有。", "请按“允许，再重启一次”的办法试。"),
    };

    private Step Service() => probe.Ask(LocalService, asksByPost: true).State == ProbeState.Answered
        ? Step.Good("WPS 的本机服务（58890 端口）在运行，安装页能用。")
        : Step.Note("WPS 的本机服务（58890 端口）没有运行：安装页会先请浏览器启动它。", "用 addin install 安装的不需要它。");

    private static string? Text(string path)
    {
        try
        {
            return Encoding.UTF8.GetString(FileOperations.ReadShared(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
