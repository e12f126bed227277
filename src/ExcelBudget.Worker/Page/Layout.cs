using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Http;

namespace ExcelBudget.Worker.Page;

/// <summary>What stands around every page.</summary>
internal static class Layout
{
    /// <summary>A whole page.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="who">Who looks at it; null before anybody has logged in.</param>
    /// <param name="here">Path of the entry of the navigation it belongs to.</param>
    /// <param name="body">What it says.</param>
    public static IResult Page(string title, Desk? who, string here, Html body)
    {
        var county = who?.County;
        var name = county is null ? "部门预算公开" : $"{county.Name} {county.Year} 年部门预算";
        var page = Html.Of($"""
            <!doctype html>
            <html lang="zh-Hans">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}　{name}</title>
            <link rel="icon" href="{Assets.Address("icon.svg")}">
            <link rel="stylesheet" href="{Assets.Address("site.css")}">
            <script type="module" src="{Assets.Address("site.js")}"></script>
            </head>
            <body class="{(who?.Visitor.Token > 0 ? "has-token" : "")}">
            <a class="skip" href="#main">跳到正文</a>
            <header class="top"><div class="bar"><span class="name">{name}</span>{Navigation(who, here)}</div></header>
            <main id="main" tabindex="-1">
            {body}
            </main>
            <p id="offline" class="offline" role="alert" hidden>与接收程序的连接断开了，正在重新连接……</p>
            <p id="live" class="live" role="status" aria-live="polite"></p>
            </body>
            </html>
            """);
        return Results.Content(page.ToString(), "text/html; charset=utf-8");
    }

    /// <summary>A piece of a page, which a module puts where it belongs.</summary>
    public static IResult Piece(Html piece, int status = StatusCodes.Status200OK) =>
        Results.Content(piece.ToString(), "text/html; charset=utf-8", statusCode: status);

    /// <summary>What is asked for is not there, or not for this visitor.</summary>
    public static IResult NotFound(Desk who, string what) => new WithStatus(
        StatusCodes.Status404NotFound, Page("找不到", who, "", Html.Of($"""<h1>没有这样的{what}</h1><p><a href="/">回到首页</a></p>""")));

    private static readonly (string Path, string Title) AddIn = ("/addin/", "加载项");

    private static Html Navigation(Desk? who, string here)
    {
        if (who is null) return Html.Nothing;
        (string Path, string Title)[] entries = who.Visitor.Role switch
        {
            AccessRole.Clerk =>
            [
                ("/", "总览"), ("/departments", "部门"), ("/units", "单位"), ("/findings", "问题"), ("/records", "记录"), ("/check", "试检"),
                ("/codes", "查科目"), AddIn,
            ],
            AccessRole.Department => [("/", "本部门"), ("/check", "试检"), ("/codes", "查科目"), AddIn],
            _ => [("/", "总览"), ("/departments", "部门"), ("/units", "单位"), ("/codes", "查科目")],
        };
        // without a county they would lead back to where one stands
        if (who.County is null) entries = [.. entries.Where(entry => entry.Path is not ("/departments" or "/units" or "/findings"))];
        return Html.Of($"""
            <nav aria-label="主导航"><ul>{Html.Each(entries, entry => Entry(entry.Path, entry.Title, here))}</ul></nav>
            <span class="who">{who.Visitor.Name}{Leaving(who)}</span>
            """);
    }

    private static Html Entry(string path, string title, string here) => path == here
        ? Html.Of($"""<li><a href="{path}" aria-current="page">{title}</a></li>""")
        : Html.Of($"""<li><a href="{path}">{title}</a></li>""");

    private static Html Leaving(Desk who) => Html.When(who.Visitor.Token > 0, () => Html.Of($"""
        <form method="post" action="/logout"><button class="plain">退出</button></form>
        """));

    /// <summary>A result under another status.</summary>
    private sealed class WithStatus(int status, IResult result) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            return result.ExecuteAsync(httpContext);
        }
    }
}
