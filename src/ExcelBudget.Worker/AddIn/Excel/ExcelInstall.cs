using System.Text.RegularExpressions;
using ExcelBudget.Worker.AddIn.HandOut;
using ExcelBudget.Worker.AddIn.Machine;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.AddIn.Excel;

/// <summary>Tells Excel of the add-in: on Windows by the user's registry, on a Mac by the folder Excel looks into.</summary>
internal sealed partial class ExcelInstall(IMachine machine)
{
    /// <summary>Where Excel for Windows looks for add-ins that a user has told it of.</summary>
    public const string Developer = @"HKCU\Software\Microsoft\Office\16.0\WEF\Developer";

    /// <summary>Name of our value there.</summary>
    public const string ValueName = "ExcelBudget";

    /// <summary>The manifest as it is handed out.</summary>
    public const string Resource = "excel/manifest.xml";

    private const string FileName = "excelbudget-manifest.xml";

    /// <summary>The user's own manifest; null on a machine that Excel does not run on.</summary>
    public string? Manifest => machine.Kind switch
    {
        MachineKind.Windows => Path.Combine(machine.Local, "ExcelBudget", FileName),
        MachineKind.Mac => Path.Combine(
            machine.Home, "Library", "Containers", "com.microsoft.Excel", "Data", "Documents", "wef", FileName),
        _ => null,
    };

    /// <summary>True when the user's Excel was told of the manifest that stands there.</summary>
    public bool IsTold => Manifest is { } path && File.Exists(path)
        && (machine.Kind != MachineKind.Windows || machine.Registered(Developer, ValueName) == path);

    /// <summary>The server whose manifest Excel was told of; null for one of this machine, and for none.</summary>
    public Uri? Server => IsTold && Pane().Match(File.ReadAllText(Manifest!)) is { Success: true } match
        && Uri.TryCreate(match.Groups[1].Value, UriKind.Absolute, out var server) && !server.IsLoopback ? server : null;

    /// <summary>Tells Excel.</summary>
    /// <param name="addresses">Where the worker is.</param>
    public Step Install(AddInAddresses addresses)
    {
        if (Manifest is not { } path) return Step.Note("这台机器（Linux）没有 Excel，跳过。");
        var content = AddInFiles.Filled(Resource, addresses)!;
        if (IsTold && FileOperations.ReadShared(path).AsSpan().SequenceEqual(content))
            return Step.Good($"Excel 早已登记好，没有改动：{path}");
        Receipt(path).MakeFolder(Path.GetDirectoryName(path)!);
        FileOperations.Replace(path, content);
        machine.Register(Developer, ValueName, path);
        return Step.Good(
            $"Excel 已登记：{path}",
            "请退出 Excel 再打开，“开始”选项卡右边就有“部门预算”。没有的：插入 → 我的加载项 → 开发人员加载项。");
    }

    /// <summary>Takes it back.</summary>
    public Step Uninstall()
    {
        if (Manifest is not { } path) return Step.Note("这台机器（Linux）没有 Excel，跳过。");
        if (machine.Kind == MachineKind.Windows && machine.Registered(Developer, ValueName) is { } told)
        {
            if (told != path) return Step.Note($"Excel 登记的是另一份清单，没有动：{told}");
            machine.Unregister(Developer, ValueName);
        }
        else if (!File.Exists(path))
        {
            return Step.Good("Excel 没有登记过，不用卸载。");
        }

        File.Delete(path);
        Receipt(path).Settle();
        return Step.Good("Excel 已卸载。", "请退出 Excel 再打开；还看得见按钮的，清空 Office 加载项缓存（Office\\16.0\\Wef 文件夹）。");
    }

    /// <summary>Puts the manifest into a shared folder, from which all Excels of a network can be told of it.</summary>
    /// <param name="folder">The folder, as this machine sees it.</param>
    /// <param name="addresses">Where the worker is.</param>
    public static Step Share(string folder, AddInAddresses addresses)
    {
        var path = Path.GetFullPath(Path.Combine(folder, FileName));
        FileOperations.Replace(path, AddInFiles.Filled(Resource, addresses)!);
        return Step.Good($"共享清单已写好：{path}", """
            每台电脑做一次：Excel → 文件 → 选项 → 信任中心 → 信任中心设置 → 受信任的加载项目录，
                  填这个文件夹的网络地址（\\计算机\共享名，不能填 C:\ 这样的本机路径），勾选“在菜单中显示”，确定，重新打开 Excel；
                  然后 插入 → 我的加载项 → 共享文件夹 → 部门预算校验 → 添加。
            """);
    }

    [GeneratedRegex("SourceLocation DefaultValue=\"(https://[^/\"]+/)pane/\"")]
    private static partial Regex Pane();

    private static Receipt Receipt(string manifest) => new(manifest + ".installed.txt");
}
