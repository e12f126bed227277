using ExcelBudget.Worker.AddIn;
using ExcelBudget.Worker.AddIn.HandOut;
using ExcelBudget.Worker.Page;

namespace ExcelBudget.Worker.Http.AddIn;

/// <summary>安装页。How the add-in comes into WPS and Excel, each way, and what to do when its tab does not appear.</summary>
internal static class InstallPage
{
    // beside this origin the service of WPS on the visitor's own machine, which writes WPS' own list, and nothing else
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; report-uri /csp; "
        + "connect-src 'self' http://127.0.0.1:58890";

    /// <summary>The page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="addresses">Where Excel and WPS find the worker.</param>
    /// <param name="hasAuthority">True when the bureau's root certificate can be fetched here.</param>
    public static IResult Show(HttpContext context, AddInAddresses addresses, bool hasAuthority)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        // it is open to everybody; who is known keeps the way back to the other pages
        var who = Visitor.Of(context) is null ? null : context.RequestServices.GetRequiredService<Desk>();
        return Layout.Page("加载项", who, "/addin/", Html.Of($"""
            <link rel="stylesheet" href="/addin/assets/install.css">
            <div class="addin">
            <div class="title"><h1><img src="/addin/icons/check-48.png" width="48" height="48" alt=""> 在 WPS 和 Excel 里校验</h1>
            <p>装好以后，表格里多一个“部门预算”：一键校验，问题逐条列出，点一下就到单元格，改好直接交表。</p></div>
            <p class="calm">不装也行：工作簿里的“校验”表、收件文件夹和网页什么都能做；也可以<a href="/pane/preview.html">在浏览器里打开工作簿</a>，用的是同一个窗格。</p>
            {Wps(addresses)}{Excel(addresses, hasAuthority)}{Trouble()}{ForTheIt(addresses)}
            </div>
            <script type="module" src="/addin/assets/install.js"></script>
            """));
    }

    private static Html Wps(AddInAddresses addresses) => Html.Of($"""
        <section aria-labelledby="wps"><h2 id="wps">WPS 表格</h2>
        <div id="wps-now" class="now" data-url="{addresses.ForWps("wps/").ToString()}" data-state="asking">
        <p class="state" role="status">正在看这台电脑上的 WPS……</p><p class="hint"></p>
        <p class="buttons"><button type="button" data-do="install" hidden>安装</button>
        <button type="button" data-do="uninstall" class="plain" hidden>卸载</button>
        <a class="button" data-do="start" href="ksoWPSCloudSvr://start=RelayHttpServer" hidden>启动 WPS 的本机服务</a>
        <button type="button" data-do="again" class="plain" hidden>再看一次</button></p></div>
        <ol><li>按上面的“安装”。这里按不了的，在命令行运行 <code>excelbudget addin install</code>，效果一样。</li>
        <li>退出 WPS（右下角托盘里的也退出），再打开表格。问<strong>“是否信任”</strong>时点<strong>“允许”</strong>。</li>
        <li><strong>再退出、打开一次</strong>：第一次只是登记信任，第二次打开才有“部门预算”选项卡。</li></ol></section>
        """);

    private static Html Excel(AddInAddresses addresses, bool hasAuthority) => Html.Of($"""
        <section aria-labelledby="excel"><h2 id="excel">Excel</h2>
        <p class="quiet">Excel 2021 及以后、Microsoft 365 可以用。2016、2019 批量授权版请用网页报送。</p>
        <ol><li>装根证书（只装一次）：{Certificate(hasAuthority)}。双击它 → 安装证书 → 当前用户 → 将所有的证书都放入下列存储 →
        <strong>受信任的根证书颁发机构</strong>。</li>
        <li>打开 <a href="{addresses.ForExcel("addin/").ToString()}">{addresses.ForExcel("addin/").ToString()}</a>，浏览器不报证书错误就对了。</li>
        <li>在命令行运行 <code>excelbudget addin install</code>；或者由信息科放进共享文件夹（见下面“给信息科”）。</li>
        <li>退出 Excel 再打开，“开始”选项卡右边有“部门预算”：校验、上一个、下一个、交表。<br>没有按钮的版本：插入 →
        我的加载项，打开“部门预算校验”，窗格里什么都有。</li></ol></section>
        """);

    private static Html Certificate(bool hasAuthority) => hasAuthority
        ? Html.Of($"""<a href="/addin/excelbudget-ca.crt" download>下载根证书</a>""")
        : Html.Of($"""先在服务所在的电脑运行 <code>excelbudget certificate</code>，重新启动服务，再刷新本页下载""");

    private static Html Trouble() => Html.Of($"""
        <section aria-labelledby="trouble"><h2 id="trouble">选项卡不出现</h2>
        <p>先运行 <code>excelbudget addin doctor</code>：它看一遍，说出是哪一种、该怎么办。</p>
        <dl>
        <dt>WPS：装了，重启了，还是没有</dt><dd>多半是信任没有落实：卸载 → 安装 → 重启 WPS 点“允许” → 再重启一次。两次重启缺一不可。</dd>
        <dt>WPS：有选项卡，按了没反应，图标空白</dt><dd>同上；或服务没有启动：WPS 启动时服务要在运行。</dd>
        <dt>WPS：提示服务在另一台电脑上，读不出工作簿文件</dt><dd>这个版本的 WPS 不能把文件内容交给窗格，请用网页试检、报送。</dd>
        <dt>WPS：窗格打开以后功能区点不动</dt><dd>用窗格自己的“关闭”关掉它（有的 WPS 版本停靠窗格有此毛病）。</dd>
        <dt>WPS 个人版：怎么都没有</dt><dd>个人版有的版本连官方示例也不加载，不是本机的问题，请用网页报送。</dd>
        <dt>Excel：提示无法从 localhost 打开加载项</dt><dd>根证书没有装对位置，或服务没有启动。先做上面 Excel 的第 2 步。</dd>
        <dt>Excel：窗格一片空白，或提示“请升级”</dt><dd>这个版本用的是 IE11，不能用任务窗格，请用网页报送。</dd>
        <dt>换了端口或升级以后不灵了</dt><dd>再安装一次（只更新自己那一条），然后重启 WPS、Excel。</dd>
        </dl></section>
        """);

    private static Html ForTheIt(AddInAddresses addresses) => Html.Of($"""
        <section aria-labelledby="it"><h2 id="it">给信息科</h2>
        <h3>服务在一台机器上，大家用</h3><p>设置 <code>Page:Network</code> 为 true（https，凭令牌），各机运行
        <code>excelbudget addin install --server https://服务器:端口</code>，并装根证书。</p>
        <h3>Excel：微软的 office.js</h3><p>Excel 的窗格要用它（WPS 不用）。把微软 office-js 包里 dist 文件夹的内容放到程序旁边的
        <code>office-js</code> 文件夹，不用重新启动；<code>excelbudget addin doctor</code> 会查它在不在。</p>
        <h3>Excel：共享文件夹</h3><p><code>excelbudget addin install --share 文件夹</code>，或下载
        <a href="/addin/manifest.xml" download="excelbudget-manifest.xml">manifest.xml</a> 放进去。各机：文件 → 选项 → 信任中心 →
        受信任的加载项目录，填网络地址（\\计算机\共享名），勾选“在菜单中显示”；然后 插入 → 我的加载项 → 共享文件夹。</p>
        <h3>WPS 企业版：统一下发</h3><p>oem.ini 的 <code>[Support]</code> 写 <code>JsApiPlugin=true</code>，<code>[Server]</code> 写
        <code>JSPluginsServer={addresses.ForWps("wps/jsplugins.xml").ToString()}</code>。与逐台安装<strong>只用一种</strong>：两种都登记会打架。</p>
        <p class="quiet">安装只改当前用户的加载项清单中自己那一条，先备份，别的加载项不动；从不写 WPS 的信任记录。</p></section>
        """);
}
