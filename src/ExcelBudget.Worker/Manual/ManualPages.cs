using System.Diagnostics;
using System.Text;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Manual;

/// <summary>用户手册. The pages that are shipped beside the program, made from Markdown and opened.</summary>
internal sealed class ManualPages(Terminal terminal)
{
    private const string First = "clerk";

    private static readonly (string File, string Title)[] Pages = [(First, "用户手册"), ("accountant", "填报说明"), ("findings", "检查发现一览")];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "manual");

    /// <summary>Writes the pages.</summary>
    /// <param name="folder">Where.</param>
    /// <returns>The exit code.</returns>
    public int Write(string folder)
    {
        try
        {
            foreach (var (file, title) in Pages)
            {
                var html = Page(title, Markdown.ToHtml(File.ReadAllText(Path.Combine(Folder, file + ".md"), Encoding.UTF8)));
                FileOperations.Replace(Path.GetFullPath(Path.Combine(folder, file + ".html")), Encoding.UTF8.GetBytes(html));
            }

            var pictures = Path.Combine(Folder, "pictures");
            foreach (var picture in Directory.Exists(pictures) ? Directory.EnumerateFiles(pictures) : [])
                FileOperations.Replace(Path.GetFullPath(Path.Combine(folder, "pictures", Path.GetFileName(picture))),
                    File.ReadAllBytes(picture));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"写不出手册：{DiskTrouble.Sentence(fault)}。");
            return ExitCode.NotDone;
        }

        terminal.Say($"用户手册：{Path.GetFullPath(Path.Combine(folder, First + ".html"))}");
        return ExitCode.Clean;
    }

    /// <summary>Opens the manual with the machine's browser; says where it is when there is none.</summary>
    /// <returns>The exit code.</returns>
    public int Open()
    {
        var page = Path.Combine(Folder, First + ".html");
        if (!File.Exists(page))
        {
            terminal.Complain("程序旁边没有做好的手册。请用 manual --out 文件夹 生成。");
            return ExitCode.NotDone;
        }

        terminal.Say($"用户手册：{page}");
        try
        {
            // on a server without a browser the path that was just said is all there is
            using var browser = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            terminal.Say("这台机器没有能打开网页的程序，请把上面的文件复制到有浏览器的机器上打开。");
        }

        return ExitCode.Clean;
    }

    private static string Page(string title, string body) => $$"""
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>ExcelBudget {{title}}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>
        body { font: 16px/1.75 "Microsoft YaHei", "Noto Sans CJK SC",
            sans-serif; color: #222; max-width: 54em; margin: 0 auto; padding: 1em 2em 4em; }
        nav { border-bottom: 1px solid #d5dbe5; padding-bottom: .5em; } nav a { margin-right: 1.5em; }
        h1 { font-size: 1.7em; } h2 { font-size: 1.3em; border-left: 5px solid #2f5d9b; padding-left: .5em; margin-top: 2em; }
        h3 { font-size: 1.1em; } a { color: #2f5d9b; }
        table { border-collapse: collapse; margin: 1em 0; } th,
            td { border: 1px solid #c4ccd8; padding: .3em .7em; text-align: left; vertical-align: top; }
        th { background: #eef1f6; } pre { background: #f5f6f8; border: 1px solid #dde1e8; padding: .7em 1em; overflow: auto; }
        code, pre { font-family: Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .92em; }
        img { max-width: 100%; border: 1px solid #d5dbe5; box-shadow: 0 1px 5px #0002; }
        @media print { nav { display: none; } body { max-width: none; } }
        </style></head><body>
        <nav>{{string.Concat(Pages.Select(page => $"<a href=\"{page.File}.html\">{page.Title}</a>"))}}</nav>
        {{body}}
        </body></html>
        """;
}
