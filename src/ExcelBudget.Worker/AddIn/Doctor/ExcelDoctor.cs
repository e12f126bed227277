using ExcelBudget.Worker.AddIn.Excel;
using ExcelBudget.Worker.AddIn.HandOut;
using ExcelBudget.Worker.AddIn.Machine;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.AddIn.Doctor;

/// <summary>Why the buttons do not appear in Excel, or its pane stays empty.</summary>
internal sealed class ExcelDoctor(IMachine machine, IAddressProbe probe)
{
    private readonly ExcelInstall _install = new(machine);

    /// <summary>Looks.</summary>
    /// <param name="addresses">Where the worker should be.</param>
    /// <param name="authority">The bureau's root certificate on this machine; null when there is none.</param>
    public IEnumerable<Step> Look(AddInAddresses addresses, string? authority)
    {
        if (_install.Manifest is not { } manifest)
        {
            yield return Step.Note("这台机器（Linux）没有 Excel，不用查。");
            yield break;
        }

        foreach (var step in Served(addresses, authority)) yield return step;
        yield return Told(addresses, manifest);
        yield return Step.Note(
            "Excel 2016、2019 批量授权版没有功能区按钮，任务窗格也打不开（用的是 IE11）；Excel 2021 起都行。", "这些版本请在网页上试检、报送。");
    }

    /// <summary>Whether the worker answers as Excel will ask it; nothing on a machine that Excel does not run on.</summary>
    public IEnumerable<Step> Served(AddInAddresses addresses, string? authority)
    {
        if (_install.Manifest is null) yield break;
        var page = Page(addresses, authority);
        yield return page;
        // Microsoft's own script is not ours to ship; the pane says so too, but where nobody looks before
        if (page.State == StepState.Good && probe.Ask(addresses.ForExcel("pane/office/office.js")).State != ProbeState.Answered)
        {
            yield return Step.Bad(
                "服务上没有 Office 的脚本文件 office.js，Excel 的窗格打不开（WPS 不需要它）。",
                "请信息科把微软的 office-js 包里 dist 文件夹的内容放到程序旁边的 office-js 文件夹。");
        }
    }

    private Step Page(AddInAddresses addresses, string? authority) => probe.Ask(addresses.ForExcel("addin/manifest.xml")).State switch
    {
        ProbeState.Answered => Step.Good($"{addresses.Excel} 应答，本机信任它的证书。"),
        ProbeState.Untrusted => Step.Bad(
            $"本机不信任 {addresses.Excel} 的证书，Excel 会说打不开加载项。",
            authority is null ? "请安装财政局发的根证书 excelbudget-ca.crt 到“受信任的根证书颁发机构”。"
                : $"请安装根证书：certutil -user -addstore Root \"{authority}\"（会问一次是否安装，点“是”）。"),
        ProbeState.Silent => Step.Bad(
            $"{addresses.Excel} 没有应答。", authority is null
                ? "Excel 只接受 https：请先运行 excelbudget certificate 生成证书，重新启动服务。" : "请启动 excelbudget run（或它的服务）；端口见设置 Page:ExcelPort。"),
        _ => Step.Bad($"{addresses.Excel} 应答的不是 ExcelBudget：端口被别的程序占用了。", "请改设置 Page:ExcelPort，重新启动服务，再 addin install 一次。"),
    };

    private Step Told(AddInAddresses addresses, string manifest)
    {
        if (!_install.IsTold) return Step.Bad("Excel 还没有登记。", "请运行 addin install；由共享文件夹下发的，在 插入 → 我的加载项 → 共享文件夹 里添加。");
        var content = AddInFiles.Filled(ExcelInstall.Resource, addresses)!;
        return FileOperations.ReadShared(manifest).AsSpan().SequenceEqual(content)
            ? Step.Good($"Excel 已登记：{manifest}")
            : Step.Bad("Excel 登记的是旧的清单（端口或版本变了）。", "请运行 addin install 更新，退出 Excel 再打开。");
    }
}
