using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.Http;

/// <summary>One request of a visitor: who asks, what he may see, and the note in the ledger of what he does.</summary>
internal sealed class Desk(HttpContext context, CountyBoard board, ReturnShelf shelf, AccessLedger access)
{
    public Visitor Visitor { get; } = Http.Visitor.Of(context)!;

    public CountyBoard Board => board;

    public ReturnShelf Shelf => shelf;

    /// <summary>The county; null while there is no county file that can be used.</summary>
    public CountyRegister? County => board.County;

    /// <summary>The answers to 疑点 in the county's year.</summary>
    public AnswerShelf Answers => new(shelf, County is { } county ? board.Ledger.AcceptedAnswers(county.Year) : []);

    /// <summary>A unit he may see; null when there is none.</summary>
    public CountyUnit? Unit(string code) => County?.Unit(code) is { } unit && Visitor.Sees(County, code) ? unit : null;

    /// <summary>A submission he may see; null when there is none.</summary>
    public Submission? Submission(string id)
    {
        if (shelf.Find(id) is not { } found) return null;
        return Visitor.IsClerk || (Visitor.Role == AccessRole.Department && IsOwn(found)) ? found : null;
    }

    /// <summary>Notes what he did.</summary>
    /// <param name="act">What, a word in Chinese.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">More of it; may be empty.</param>
    /// <param name="person">Who, where it is not the holder of a token.</param>
    public void Note(string act, string subject, string detail = "", string? person = null) => access.Add(new ActionTaken
    {
        Person = person ?? Visitor.Name,
        Role = Visitor.Role.Code(),
        Token = Visitor.Token,
        Act = act,
        Subject = subject,
        Detail = detail,
        Request = context.TraceIdentifier,
    });

    /// <summary>Who answers for what is done: the holder of the token, or at the machine itself whoever gives a name.</summary>
    /// <returns>The name; null when none was given.</returns>
    public string? Person(string? given) =>
        Visitor.Token > 0 ? Visitor.Name : string.IsNullOrWhiteSpace(given) ? null : Files.SafeText.Line(given.Trim());

    // a file of another unit in the own folder, and one of the own unit in another's, are the clerk's business
    private bool IsOwn(Submission found)
    {
        var folder = County?.Department(Visitor.Department)?.Folder;
        var isInOwnFolder = found.Department == folder;
        return found.UnitCode is null ? isInOwnFolder
            : Visitor.Sees(County, found.UnitCode) && (found.Department.Length == 0 || isInOwnFolder);
    }
}
