using ExcelBudget.Domain.Budgets;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;
using ExcelBudget.Worker.Answers;

namespace ExcelBudget.Worker.Ledger;

/// <summary>台账。The durable record of every dropped file. Each call is one transaction that is on the disk when it returns.</summary>
internal interface ILedger : IDisposable
{
    void Add(Submission submission, string note);

    /// <summary>Stores a submission's new state and notes the transition.</summary>
    void Save(Submission submission, string note);

    /// <summary>Stores a submission's new state together with all its outputs, replacing earlier ones.</summary>
    void Save(Submission submission, IReadOnlyList<Output> outputs, string note);

    /// <summary>
    /// Stores a submission's new state together with the answers it brought. Earlier answers stay as history; storing the same again adds
    /// nothing.
    /// </summary>
    void Save(Submission submission, BudgetIdentity whose, IReadOnlyList<GivenAnswer> answers, string note);

    /// <summary>
    /// 答复。The latest answer to each finding of a unit's budget, from whichever submission; an empty text was taken back.
    /// </summary>
    IReadOnlyList<GivenAnswer> Answers(BudgetIdentity whose);

    /// <summary>The submissions with work left, oldest first.</summary>
    IReadOnlyList<Submission> Open();

    /// <summary>A submission by id; null when there is none.</summary>
    Submission? Find(string id);

    /// <summary>The outputs of a submission.</summary>
    IReadOnlyList<Output> Outputs(string submission);

    /// <summary>
    /// The outputs in accepted and returned which a submission takes the place of, all of the same pack, unit, year and step: for an
    /// accepted workbook those of all that came before it, for a returned one those of earlier returns; for an accepted note those of
    /// earlier notes and the notes that were written from workbooks, for a returned one those of earlier returned notes.
    /// </summary>
    IReadOnlyList<Output> EarlierOutputs(Submission submission);

    /// <summary>The latest workbook that was accepted and counts; null when there is none.</summary>
    Submission? Current(ResultKey key);

    /// <summary>Earlier workbooks of a unit and year that were read and count, oldest first, of any step and pack.</summary>
    IReadOnlyList<Submission> Earlier(string unitCode, int year);

    /// <summary>
    /// Submissions that carry a 编号, oldest first, whoever they say they belong to; withdrawn ones and trials are left out.
    /// </summary>
    IReadOnlyList<Submission> OfWorkbook(string workbookId);

    /// <summary>
    /// The folder name of a key, given out once: a renamed unit keeps it, and two units whose names look alike never share one.
    /// </summary>
    /// <param name="key">Whose.</param>
    /// <param name="wanted">Candidates, the nicest first and the last one unique by itself.</param>
    string FolderOf(ResultKey key, IEnumerable<string> wanted);

    /// <summary>Notes that a held file is released.</summary>
    void Add(Release release);

    /// <summary>The latest release of a content; null when there is none.</summary>
    Release? ReleaseOf(string sha256);

    /// <summary>Held submissions that were neither released nor overtaken by a later one of the same content.</summary>
    IReadOnlyList<Submission> Held();

    /// <summary>
    /// The first submission of this content that got a verdict of its own from this engine version; null when it is new.
    /// </summary>
    /// <param name="sha256">The content.</param>
    /// <param name="engineVersion">The engine version.</param>
    /// <param name="workbook">The submission a note is checked against: with another workbook its verdict may be another. Null for
    /// workbooks.</param>
    Submission? FirstResult(string sha256, string engineVersion, string? workbook = null);

    /// <summary>通过的工作簿。The latest accepted and archived workbook of each pack, unit and year.</summary>
    IReadOnlyList<Submission> AcceptedWorkbooks();

    /// <summary>通过的情况说明。The latest accepted and archived note of a unit's budget; null when there is none.</summary>
    Submission? AcceptedNote(BudgetIdentity whose);

    /// <summary>
    /// 指纹。Keeps what an accepted workbook's goals and indicators are known again by, in place of those of the same unit, year and step.
    /// </summary>
    void Keep(Submission accepted, IReadOnlyList<ProjectPrint> prints);

    /// <summary>
    /// Projects accepted before whose texts stand in a budget: goals of another subject in other units of the year that had them first,
    /// and the unit's own indicators of last year where the amount is another. In time linear to the prints, however many units there are.
    /// </summary>
    IReadOnlyList<KnownProject> Known(BudgetIdentity whose, IReadOnlyList<ProjectPrint> prints);

    /// <summary>True when an output has, or will have, this final path. Case does not count.</summary>
    bool IsTaken(string finalPath);
}
