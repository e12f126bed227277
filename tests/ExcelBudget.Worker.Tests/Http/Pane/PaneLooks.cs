using System.Text;
using ExcelBudget.Worker.Tests.Http.Browser;

namespace ExcelBudget.Worker.Tests.Http.Pane;

/// <summary>How the pane looks: at the width it has in the programs and beside a workbook, light and dark.</summary>
internal static class PaneLooks
{
    // names a folder to keep pictures of the pane in
    private const string Pictures = "EXCELBUDGET_PICTURES";

    private static readonly Lazy<string> Axe = new(() =>
        File.ReadAllText(Repository.PathOf("tests", "data", "axe", "axe.min.js"), Encoding.UTF8));

    /// <summary>
    /// No serious fault for those who hear it or use its keys, nothing wider than the pane, and pictures for eyes where they are wanted.
    /// </summary>
    public static async Task SeeAsync(Tab tab, string name)
    {
        foreach (var (width, dark) in new[] { (1280, false), (1280, true), (320, true), (320, false) })
        {
            await tab.ShowAsync(width, dark);
            var wide = await tab.EvaluateAsync("document.documentElement.scrollWidth");
            wide.GetInt32().ShouldBeLessThanOrEqualTo(width, $"{name} {width}");
            if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder)
            {
                await File.WriteAllBytesAsync(
                    Path.Combine(folder, $"pane-{name}-{width}-{(dark ? "dark" : "light")}.png"), await tab.PictureAsync());
            }

            // what a colour may hide is the same at every width; the drawn sheet has the colours of its workbook
            if (width != 320) continue;
            await tab.EvaluateAsync($"window.axe ? 0 : (() => {{ {Axe.Value} }})()");
            var faults = await tab.EvaluateAsync(
                "axe.run({ exclude: ['.place-of'] }).then(told => told.violations"
                    + ".filter(each => ['serious', 'critical'].includes(each.impact)).map(each => each.id + ' ' + each.nodes[0].html))");
            faults.EnumerateArray().Select(each => each.GetString()).ShouldBeEmpty($"{name} {width} {(dark ? "dark" : "light")}");
        }

        await tab.ShowAsync(1280, dark: false);
    }
}
