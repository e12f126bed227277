using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Http;

namespace ExcelBudget.Worker.Page;

/// <summary>The name of a unit, as a link for whoever may follow it.</summary>
internal static class UnitLink
{
    public static Html To(UnitStatus status, Desk who) => who.Visitor.Role == AccessRole.Reader
        ? Html.Of($"<span>{status.Unit.Name}</span>")
        : Html.Of($"""<a href="/units/{Uri.EscapeDataString(status.Unit.Code)}">{status.Unit.Name}</a>""");
}
