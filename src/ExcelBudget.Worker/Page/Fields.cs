namespace ExcelBudget.Worker.Page;

/// <summary>Fields of forms that occur more than once.</summary>
internal static class Fields
{
    /// <summary>Why.</summary>
    public static Html Reason(string label) => Html.Of($"""<label>{label} <input name="reason" required maxlength="500"></label>""");

    /// <summary>Who answers for it: only asked where no token tells.</summary>
    public static Html Person() => Html.Of($"""
        <label class="person">姓名 <input name="person" maxlength="50" autocomplete="name"></label>
        """);
}
