using ExcelBudget.Worker.County.Register;

namespace ExcelBudget.Worker.Page;

/// <summary>Fields of forms that occur more than once.</summary>
internal static class FormFields
{
    /// <summary>Why.</summary>
    public static Html Reason(string label) => Html.Of($"""<label>{label} <input name="reason" required maxlength="500"></label>""");

    /// <summary>Who answers for it: only asked where no token tells.</summary>
    public static Html Person() => Html.Of($"""
        <label class="person">姓名 <input name="person" maxlength="50" autocomplete="name"></label>
        """);

    /// <summary>A choice of a list.</summary>
    public static Html Option(string value, string title, bool isChosen) => isChosen
        ? Html.Of($"""<option value="{value}" selected>{title}</option>""") : Html.Of($"""<option value="{value}">{title}</option>""");

    /// <summary>Which step.</summary>
    public static Html Steps(IEnumerable<CalendarStep> steps, CalendarStep chosen) => Html.Of($"""
        <label>环节 <select name="step">{Html.Each(steps, step => Option(step.Name, step.Name, step == chosen))}</select></label>
        """);

    /// <summary>A count in a table; a nil steps back, and on a telephone it is left out.</summary>
    public static Html Number(string label, int count) => count == 0 ? Html.Of($"""<td class="number quiet nil">0</td>""")
        : Html.Of($"""<td class="number" data-label="{label}">{count}</td>""");

    /// <summary>The mark of a box that is ticked.</summary>
    public static Html Checked(bool isChecked) => Html.When(isChecked, () => Html.Of($" checked"));
}
