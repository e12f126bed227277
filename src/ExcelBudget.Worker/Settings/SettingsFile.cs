using System.Text.Json;

namespace ExcelBudget.Worker.Settings;

/// <summary>Where settings come from, later ones first: command line, environment (EXCELBUDGET_…), the settings file.</summary>
internal static class SettingsFile
{
    /// <summary>Begins every environment variable that is a setting: EXCELBUDGET_DropFolder__Root.</summary>
    public const string EnvironmentPrefix = "EXCELBUDGET_";

    /// <summary>The file used when none is named: appsettings.json beside the program.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "appsettings.json");

    /// <summary>Loads all sources.</summary>
    /// <param name="file">A settings file named on the command line; null for the default one.</param>
    /// <param name="overrides">Settings given on the command line.</param>
    /// <param name="problem">A Chinese sentence when the file is missing or not JSON; null otherwise.</param>
    /// <returns>The settings; null when there is a problem.</returns>
    public static IConfigurationRoot? Load(string? file, IReadOnlyDictionary<string, string?> overrides, out string? problem)
    {
        var path = Path.GetFullPath(file ?? Default);
        problem = File.Exists(path) || file is null ? null : $"找不到设置文件：{path}";
        if (problem is not null) return null;
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(path, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables(EnvironmentPrefix)
                .AddInMemoryCollection(overrides)
                .Build();
        }
        catch (InvalidDataException e)
        {
            var line = (e.InnerException?.InnerException as JsonException)?.LineNumber + 1;
            problem = $"设置文件不是有效的 JSON：{path}" + (line is null ? "。" : $"，第 {line} 行附近有误（常见的是缺少逗号、引号或括号）。");
            return null;
        }
    }
}
