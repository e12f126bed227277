using ExcelBudget.Worker.AddIn.HandOut;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.AddIn.Wps;

/// <summary>Puts the add-in into the list of WPS, and takes it out again. Nothing but our own entry is ever changed.</summary>
internal sealed class WpsInstall(WpsPlaces places)
{
    private const string Broken = "不是能读懂的加载项清单（可能写坏了，或被别的程序占用）";

    private string Backup => Path.Combine(places.Folder, "publish.xml.excelbudget.bak");

    private Receipt Receipt => new(Path.Combine(places.Folder, "excelbudget-install.txt"));

    /// <summary>The server whose add-in is in the list; null for one of this machine, and for none.</summary>
    public Uri? Server => File.Exists(places.List)
        && PublishList.Read(FileOperations.ReadShared(places.List)) is { Ours: [var only] }
        && Uri.TryCreate(only.Url, UriKind.Absolute, out var url) && url is { Scheme: "https", IsLoopback: false }
        ? new Uri(url, "/") : null;

    /// <summary>Puts it in.</summary>
    /// <param name="url">Where the shell of the add-in is, with «/» at its end.</param>
    public Step Install(Uri url)
    {
        var before = File.Exists(places.List) ? FileOperations.ReadShared(places.List) : null;
        if (PublishList.Read(before ?? []) is not { } list) return Step.Bad(
            $"{places.List} {Broken}，没有改动它。", "请把这个文件改名留存，再安装一次；原来登记过的其他加载项要重新安装。");
        var after = list.With(url);
        if (before is not null && after.AsSpan().SequenceEqual(before)) return Step.Good($"WPS 表格早已登记好，没有改动：{places.List}");
        if (before is not null && IsReadOnly) return Step.Bad(
            $"{places.List} 是只读的，没有改动它。", "请去掉它的“只读”属性，或请信息科处理，再安装一次。");
        Receipt.MakeFolder(places.Folder);
        if (before is null) Receipt.Note(Receipt.OwnFile);
        else if (list.Ours.Count == 0 || !File.Exists(Backup)) FileOperations.Replace(Backup, before);
        FileOperations.Replace(places.List, after);
        var others = list.Entries.Count - list.Ours.Count;
        return Step.Good(
            $"WPS 表格已登记：{places.List}" + (others > 0 ? $"（其中别的加载项 {others} 个，原样未动）" : "")
                + (before is null ? "" : $"；原来的清单留在 {Path.GetFileName(Backup)}"),
            "请退出 WPS 再打开表格；问“是否信任”时点“允许”，然后再退出、打开一次，就有“部门预算”选项卡。");
    }

    /// <summary>Takes it out.</summary>
    public Step Uninstall()
    {
        if (!File.Exists(places.List)) return Step.Good("WPS 表格没有登记过，不用卸载。");
        var before = FileOperations.ReadShared(places.List);
        if (PublishList.Read(before) is not { } list)
            return Step.Bad($"{places.List} {Broken}，没有改动它。", "请信息科看一下这个文件。");
        if (list.Ours.Count == 0) return Step.Good("WPS 表格没有登记过，不用卸载；清单没有改动。");
        if (IsReadOnly) return Step.Bad($"{places.List} 是只读的，没有改动它。", "请去掉它的“只读”属性，再卸载一次。");
        var receipt = Receipt;
        if (receipt.Has(Receipt.OwnFile) && list.Entries.Count == list.Ours.Count) File.Delete(places.List);
        else FileOperations.Replace(places.List, Former(before) ?? list.Without());
        File.Delete(Backup);
        receipt.Settle();
        return Step.Good("WPS 表格已卸载，别的加载项没有动。", "请退出 WPS 再打开。");
    }

    /// <summary>The list before the installation, byte for byte; null when something else was written to it since.</summary>
    private byte[]? Former(byte[] now)
    {
        if (!File.Exists(Backup)) return null;
        var former = FileOperations.ReadShared(Backup);
        var ours = PublishList.Read(now)!.Ours;
        return ours is [var only] && Uri.TryCreate(only.Url, UriKind.Absolute, out var url)
            && PublishList.Read(former)?.With(url).AsSpan().SequenceEqual(now) == true ? former : null;
    }

    private bool IsReadOnly => File.GetAttributes(places.List).HasFlag(FileAttributes.ReadOnly);
}
