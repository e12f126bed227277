using System.Globalization;
using ExcelBudget.OfficePackages.Limits;
using Serilog.Events;

namespace ExcelBudget.Worker.Settings;

/// <summary>Reads the settings; every fault is one Chinese sentence that names the key, its value and what is allowed.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "DropFolder:Root", "DropFolder:ListIntervalSeconds", "DropFolder:QuietSeconds", "DropFolder:IncompleteSeconds",
        "DropFolder:Watch", "DropFolder:MaxAttempts", "DropFolder:MinFreeMegabytes", "Limits:MaxFileMegabytes",
        "Limits:MaxPartMegabytes", "Limits:MaxUnpackedMegabytes", "Limits:MaxEntries", "Limits:MaxExpansionRatio", "Limits:MaxXmlDepth",
        "Limits:MaxXmlNodes", "Limits:MaxTextCharacters", "Limits:MaxRows", "Limits:MaxColumns", "Limits:MaxCells",
        "Limits:MaxFindings",
        "Inspection:Seconds", "Inspection:MaxMegabytes", "Inspection:OwnProcess", "Inspection:LibreOffice",
        "Packs:Folder", "County:File", "Ledger:File", "Logs:Folder", "Logs:KeepDays",
        "Page:Port", "Page:ExcelPort", "Page:Network", "Page:Certificate", "Page:CertificatePassword", "Page:RequestsPerMinute",
    };

    private readonly List<string> _problems = [];

    /// <summary>What is wrong with the settings; empty when they can be used.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The settings; a faulty one has its default, and <see cref="Problems"/> says so.</summary>
    public WorkerSettings Read()
    {
        FindUnknownKeys();
        FindUnknownLevels();
        var root = Folder("DropFolder:Root", "excelbudget-data");
        var work = Path.Combine(root, "work");
        var quiet = Seconds("DropFolder:QuietSeconds", 3m, 0.05m, 600m);
        return new WorkerSettings
        {
            Root = root,
            PacksFolder = Folder("Packs:Folder", DefaultPacks()),
            ListInterval = Seconds("DropFolder:ListIntervalSeconds", 2m, 0.05m, 60m),
            Quiet = quiet,
            Incomplete = Seconds("DropFolder:IncompleteSeconds", 120m, 0.05m, 86_400m),
            Watch = Flag("DropFolder:Watch", true),
            MaxAttempts = (int)Number("DropFolder:MaxAttempts", 3m, 1m, 10m, "整数（次）"),
            MinFreeBytes = (long)Number("DropFolder:MinFreeMegabytes", 200m, 0m, 1_048_576m, "整数（MB）") << 20,
            Inspection = new InspectionLimits(
                Seconds("Inspection:Seconds", 30m, 1m, 3_600m), (long)Number("Inspection:MaxMegabytes", 512m, 128m, 16_384m,
                    "整数（MB）") << 20),
            LibreOffice = configuration["Inspection:LibreOffice"]?.Trim() ?? "",
            IsolatesFiles = Flag("Inspection:OwnProcess", true),
            MostFindings = (int)Number("Limits:MaxFindings", 1_000m, 100m, 100_000m, "整数（处）"),
            Limits = Limits(),
            LedgerFile = Folder("Ledger:File", Path.Combine(work, "ledger.db")),
            CountyFile = string.IsNullOrWhiteSpace(configuration["County:File"]) ? "" : Folder("County:File", root),
            LogFolder = Folder("Logs:Folder", Path.Combine(work, "logs")),
            LogDays = (int)Number("Logs:KeepDays", 90m, 1m, 3650m, "整数（天）"),
            Page = Page(work),
        };
    }

    private PageSettings Page(string work) => new()
    {
        Port = (int)Number("Page:Port", 8_650m, 0m, 65_535m, "整数（端口，0 表示不开网页）"),
        ExcelPort = (int)Number("Page:ExcelPort", 8_651m, 0m, 65_535m, "整数（端口，0 表示不开）"),
        OpensNetwork = Flag("Page:Network", false),
        CertificateFile = Folder("Page:Certificate", Path.Combine(work, "certificate", "server.pfx")),
        CertificatePassword = configuration["Page:CertificatePassword"] ?? "",
        RequestsPerMinute = (int)Number("Page:RequestsPerMinute", 1_200m, 10m, 1_000_000m, "整数（次）"),
    };

    private PackageLimits Limits() => new()
    {
        FileBytes = (long)Number("Limits:MaxFileMegabytes", 50m, 1m, 1024m, "整数（MB）") << 20,
        EntryBytes = (int)Number("Limits:MaxPartMegabytes", 64m, 1m, 1024m, "整数（MB）") << 20,
        TotalBytes = (long)Number("Limits:MaxUnpackedMegabytes", 256m, 1m, 8192m, "整数（MB）") << 20,
        Entries = (int)Number("Limits:MaxEntries", 2_000m, 20m, 65_535m, "整数（个）"),
        ExpansionRatio = (int)Number("Limits:MaxExpansionRatio", 100m, 10m, 1_000m, "整数（倍）"),
        XmlDepth = (int)Number("Limits:MaxXmlDepth", 256m, 64m, 1_000m, "整数（层）"),
        TreeNodes = (int)Number("Limits:MaxXmlNodes", 500_000m, 10_000m, 10_000_000m, "整数（个）"),
        TextCharacters = (int)Number("Limits:MaxTextCharacters", 32_767m, 1_000m, 32_767m, "整数（个字符）"),
        Rows = (int)Number("Limits:MaxRows", 20_000m, 1_000m, 1_048_576m, "整数（行）"),
        Columns = (int)Number("Limits:MaxColumns", 500m, 50m, 16_384m, "整数（列）"),
        Cells = (int)Number("Limits:MaxCells", 2_000_000m, 10_000m, 20_000_000m, "整数（个）"),
    };

    /// <summary>In the source tree the packs people edit; installed, those beside the program.</summary>
    private static string DefaultPacks() =>
        Directory.Exists("templates") ? "templates" : Path.Combine(AppContext.BaseDirectory, "templates");

    private string Folder(string key, string byDefault)
    {
        var text = configuration[key]?.Trim();
        if (text?.Contains('\0', StringComparison.Ordinal) != true) return Path.GetFullPath(string.IsNullOrEmpty(text) ? byDefault : text);
        _problems.Add($"设置 {key} 不是有效的路径。");
        return Path.GetFullPath(byDefault);
    }

    private TimeSpan Seconds(string key, decimal byDefault, decimal min, decimal max) =>
        TimeSpan.FromMilliseconds((double)(Number(key, byDefault, min, max, "数（秒）") * 1000m));

    private decimal Number(string key, decimal byDefault, decimal min, decimal max, string kind)
    {
        var text = configuration[key]?.Trim();
        if (string.IsNullOrEmpty(text)) return byDefault;
        var whole = kind.StartsWith("整数", StringComparison.Ordinal);
        var read = decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
        if (read && value >= min && value <= max && !(whole && value != decimal.Truncate(value))) return value;
        _problems.Add(string.Create(CultureInfo.InvariantCulture, $"设置 {key} 的值“{text}”无效：应为 {min} 到 {max} 之间的{kind}，默认 {byDefault}。"));
        return byDefault;
    }

    private bool Flag(string key, bool byDefault)
    {
        var text = configuration[key]?.Trim();
        if (string.IsNullOrEmpty(text)) return byDefault;
        if (bool.TryParse(text, out var value)) return value;
        _problems.Add($"设置 {key} 的值“{text}”无效：应为 true 或 false。");
        return byDefault;
    }

    // a misspelt key would otherwise be ignored in silence
    private void FindUnknownKeys()
    {
        var sections = Known.Select(key => key.Split(':')[0]).Distinct();
        foreach (var child in sections.SelectMany(section => configuration.GetSection(section).GetChildren()))
        {
            if (!Known.Contains(child.Path)) _problems.Add($"设置 {child.Path} 不存在，请检查拼写。");
        }
    }

    private void FindUnknownLevels()
    {
        var levels = configuration.GetSection("Serilog:MinimumLevel");
        foreach (var level in levels.GetSection("Override").GetChildren().Append(levels.GetSection("Default")))
        {
            if (level.Value is null || Enum.TryParse<LogEventLevel>(level.Value, ignoreCase: true, out _)) continue;
            _problems.Add($"设置 {level.Path} 的值“{level.Value}”无效：应为 {string.Join("、", Enum.GetNames<LogEventLevel>())} 之一。");
        }
    }
}
