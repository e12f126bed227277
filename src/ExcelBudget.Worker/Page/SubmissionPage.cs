using ExcelBudget.Worker.Http;

namespace ExcelBudget.Worker.Page;

/// <summary>一次报送。One version of a unit by itself.</summary>
internal static class SubmissionPage
{
    public static IResult Show(Desk who, string id)
    {
        if (who.Submission(id) is not { UnitCode: { } code } || who.Unit(code) is not { } unit) return Layout.NotFound(who, "报送");
        var all = VersionPiece.Numbered(who, code);
        if (all.FirstOrDefault(each => each.File.Id == id) is not { File: not null } version) return Layout.NotFound(who, "报送");
        return Layout.Page($"{unit.Name} {VersionPiece.Title(version.Number)}", who, who.Visitor.IsClerk ? "/units" : "/", Html.Of($"""
            <div class="title"><h1>{unit.Name}　{VersionPiece.Title(version.Number)}</h1>
            <p><a href="/units/{Uri.EscapeDataString(code)}">历次报送和进度</a></p></div>
            <section class="card" id="version" data-live aria-label="这一版">{VersionPiece.One(who, version, all)}</section>
            """));
    }
}
