using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>
/// 先后。Is a workbook newer than the accepted one? By when it was issued and after what; of one and the same workbook by what was
/// changed in it since issue: a draft that says what an overtaken one said is older, and so is one that only lacks changes the accepted
/// one has, unless that settles a 疑点.
/// </summary>
internal sealed class DraftOrder(ILedger ledger)
{
    /// <summary>What stands against its taking the place of the current one; null when nothing does.</summary>
    public HoldReason? Against(WorkbookLineage lineage, CheckReport report, Submission? current, ResultKey key)
    {
        if (current is null) return null;
        var accepted = $"本单位已有通过的“{current.Name}”（{Moments.Told(current.ReceivedAt)} 收到，编号 {current.Id}）";
        var isSameWorkbook = lineage.WorkbookId == current.WorkbookId;
        return isSameWorkbook ? OfDrafts(lineage, report, current, key, accepted) : OfIssues(lineage, current, accepted);
    }

    private HoldReason? OfDrafts(WorkbookLineage lineage, CheckReport report, Submission current, ResultKey key, string accepted)
    {
        if (lineage.Content.Length == 0 || lineage.Content == current.Content) return null;
        var before = ledger.Earlier(key.UnitCode, key.Year)
            .FirstOrDefault(earlier => ResultKey.Of(earlier) == key && earlier.Content == lineage.Content && earlier.Id != current.Id);
        if (before is not null)
            return new(HoldReason.OlderDraft, $"{accepted}，这一份与更早报送的“{before.Name}”（{Moments.Told(before.ReceivedAt)} 收到）内容相同，是旧稿。");
        return lineage.IsEarlierStageOf(current.Changes) && report.Count(Severity.Warning) >= current.Warnings
            ? new(HoldReason.OlderDraft, $"{accepted}，这一份只是缺少其中的一部分修改，像是它的旧稿。") : null;
    }

    private HoldReason? OfIssues(WorkbookLineage lineage, Submission current, string accepted)
    {
        if (current.WorkbookId.Length > 0 && lineage.After == current.WorkbookId) return null;
        if (lineage.WorkbookId.Length > 0 && current.IssuedAfter == lineage.WorkbookId)
            return new(HoldReason.OlderDraft, $"{accepted}，它是在这一份（工作簿编号 {lineage.WorkbookId}）之后重新下发的。");
        return (lineage.IssuedAt.Length > 0, current.IssuedAt.Length > 0) switch
        {
            (true, true) when string.CompareOrdinal(lineage.IssuedAt, current.IssuedAt) > 0 => null,
            (true, false) => null,
            (true, true) or (false, true) => new(HoldReason.OlderDraft, $"{accepted}，它所用的工作簿下发在后，这一份（工作簿编号 {lineage.WorkbookId}）下发在前。"),
            _ when ledger.OfWorkbook(lineage.WorkbookId).Any() =>
                new(HoldReason.OlderDraft, $"{accepted}，这一份所用的工作簿（编号 {lineage.WorkbookId}）更早就报送过。"),
            _ => new(HoldReason.OrderUnclear, $"{accepted}，它的工作簿编号是 {Named(current.WorkbookId)}，这一份是 {Named(lineage.WorkbookId)}，"
                + $"看不出哪一份下发在后。"),
        };
    }

    private static string Named(string id) => id.Length == 0 ? "（没有）" : id;
}
