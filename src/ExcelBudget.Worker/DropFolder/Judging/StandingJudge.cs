using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>
/// Whose hands a workbook comes from and whether it is newer than what is there: seals, 编号, folder, county file and lineage must agree,
/// or the clerk looks at it first. Names and times of files are not asked.
/// </summary>
internal sealed class StandingJudge(ILedger ledger, IHandInRegister register, HomeFolder home, EarlierLineage earlier, TimeProvider time)
{
    /// <summary>Judges a workbook that was read.</summary>
    public Standing Of(Submission submission, CheckReport report, WorkbookLineage lineage)
    {
        var whose = report.Identity!;
        var key = new ResultKey(whose.Pack, whose.UnitCode, whose.Year, lineage.Step);
        var known = register.Covers(whose.Year) ? register.Unit(whose.UnitCode) : null;
        var current = ledger.Current(key);
        var standing = new Standing(known?.Folder ?? submission.Department) { Supersedes = current };
        if (submission.IsTrial) return standing with { Remarks = ["这是试检：只给出检查结果，不算报送。正式报送请把文件放进 inbox。"] };
        var remarks = new List<string>();
        var hold = Hands(submission, whose, lineage, known) ?? new DraftOrder(ledger).Against(lineage, report, earlier.Of(current),
            key) ?? Calendar(whose,
            lineage, remarks);
        if (hold is not null && ledger.ReleaseOf(submission.Sha256!) is { } release)
        {
            remarks.Add(
                $"{hold.Sentence}已由{SafeText.Line(release.Person)}于 {Moments.Told(release.At)} 放行，理由：{SafeText.Line(release.Reason)}");
            hold = null;
        }

        Renamed(whose, known, current, remarks);
        return standing with { Hold = hold, Remarks = remarks };
    }

    /// <summary>What is said of the results whose place a workbook takes, or that stay valid beside it.</summary>
    public static string? Told(Standing standing, Verdict verdict) => standing switch
    {
        { Hold: not null } or { Supersedes: null } => null,
        { Supersedes: var earlier } when verdict == Verdict.Accepted => $"本次通过后，取代此前通过的“{earlier.Name}"
            + $"”（{Moments.Told(earlier.ReceivedAt)} 收到，"
            + $"编号 {earlier.Id}）；它的结果已移入“旧版”。",
        { Supersedes: var earlier } => $"此前通过的“{earlier.Name}”（{Moments.Told(earlier.ReceivedAt)} 收到，编号 {earlier.Id}）仍然有效，直到改正后的一份通过。",
    };

    private HoldReason? Hands(Submission submission, BudgetIdentity whose, WorkbookLineage lineage, RegisteredUnit? known)
    {
        var unit = $"{whose.UnitCode} {whose.UnitName}";
        if (!lineage.IsIntact) return new(HoldReason.Relabelled, $"文件写的是单位 {unit}、{whose.Year} 年，但下发时的校验码对不上：它的单位、年度或编号被改过。");
        if (OfOther(whose, lineage, unit) is { } relabelled) return relabelled;
        if (register.Covers(whose.Year) && known is null) return new(HoldReason.UnknownUnit, $"县级名册中没有单位 {unit}。");
        if (known is { Pack.Length: > 0 } && known.Pack != whose.Pack)
            return new(HoldReason.OtherPack, $"按县级名册，单位 {unit} 用的是表样包 {known.Pack}，这份工作簿是 {whose.Pack} 的。");
        return home.Against(submission, whose.UnitCode, whose.UnitName, whose.Year);
    }

    /// <summary>
    /// Does its 编号 belong to another unit? The county knows whom it issued it to; else its check sum is a proof, which only another
    /// proof can shake; else who handed it in first. What is itself held proves nothing: a relabelled file that comes first must not keep
    /// the right one waiting.
    /// </summary>
    private HoldReason? OfOther(BudgetIdentity whose, WorkbookLineage lineage, string unit)
    {
        if (register.IssuedTo(lineage.WorkbookId) is { } issued)
        {
            return issued == whose.UnitCode ? null
                : new(HoldReason.Relabelled, $"文件写的是单位 {unit}，但编号 {lineage.WorkbookId} 的工作簿是下发给单位 {issued} 的。");
        }

        var isProven = lineage.IssuedAt.Length > 0;
        var other = ledger.OfWorkbook(lineage.WorkbookId)
            .FirstOrDefault(other => other.UnitCode != whose.UnitCode && other.Hold is null && (!isProven || other.IssuedAt.Length > 0));
        return other is null ? null : new(
            HoldReason.Relabelled,
            $"文件写的是单位 {unit}，但编号 {lineage.WorkbookId} 的工作簿是单位 {other.UnitCode} {other.UnitName} 的（“{other.Name}”）。");
    }

    private HoldReason? Calendar(BudgetIdentity whose, WorkbookLineage lineage, List<string> remarks)
    {
        if (lineage.Step.Length == 0 || !register.Covers(whose.Year)) return null;
        var steps = register.Steps(whose.UnitCode);
        if (steps.FirstOrDefault(step => step.Name == lineage.Step) is not { } own) return null;
        var today = DateOnly.FromDateTime(time.GetLocalNow().Date);
        if (today < own.Opens) return new(HoldReason.BeforeOpen, $"这是“{own.Name}”的工作簿，该环节 {Day(own.Opens)} 才开始，今天是 {Day(today)}。");
        if (steps.LastOrDefault(step => step.Opens <= today) is { } open && open.Name != own.Name)
            return new(HoldReason.OtherStep, $"这是“{own.Name}”的工作簿，现在进行的是“{open.Name}”（{Day(open.Opens)} 起）。");
        if (today > own.Due) remarks.Add($"迟报：“{own.Name}”的截止日期是 {Day(own.Due)}，迟了 {today.DayNumber - own.Due.DayNumber} 天。");
        return null;
    }

    private static void Renamed(BudgetIdentity whose, RegisteredUnit? known, Submission? current, List<string> remarks)
    {
        if (known is not null && known.UnitName != whose.UnitName) remarks.Add($"工作簿里的单位名称是“{whose.UnitName}”，县级名册中单位 {whose.UnitCode} "
            + $"的名称是“{known.UnitName}”。");
        else if (current?.UnitName is { } before && before != whose.UnitName) remarks.Add(
            $"单位 {whose.UnitCode} 此前的名称是“{before}”，这次是“{whose.UnitName}”；按单位编码算作同一单位。");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
