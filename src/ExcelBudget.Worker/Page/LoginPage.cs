namespace ExcelBudget.Worker.Page;

/// <summary>登录。Where a token is given.</summary>
internal static class LoginPage
{
    public static IResult Show(bool wasWrong) => Layout.Page("登录", null, "", Html.Of($"""
        <form class="login" method="post" action="/login"><h1>登录</h1>
        <p>请输入财政局发给的令牌。</p>
        {Html.When(wasWrong, () => Html.Of($"""<p class="wrong" role="alert">令牌不对，或已经撤销。请核对后再试，或联系财政局经办人另发。</p>"""))}
        <label>令牌 <input type="password" name="token" required autocomplete="current-password" autofocus></label>
        <button>登录</button></form>
        """));
}
