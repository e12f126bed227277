using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>The folder a unit hands in from: its department's by the county file, else the one it has always used.</summary>
internal sealed class HomeFolder(ILedger ledger, IHandInRegister register)
{
    /// <summary>Why a file must not be taken from where it was dropped; null when it lies at home, or in no folder.</summary>
    /// <param name="submission">The file.</param>
    /// <param name="unitCode">单位编码 of the unit whose file it is.</param>
    /// <param name="unitName">单位名称, for the sentence.</param>
    /// <param name="year">预算年度。</param>
    public HoldReason? Against(Submission submission, string unitCode, string? unitName, int year)
    {
        var folder = Outermost(submission);
        if (folder.Length == 0) return null;
        var unit = $"{unitCode} {unitName}";
        if (register.Covers(year) && register.Unit(unitCode) is { } known)
        {
            var isHome = folder == known.Folder || folder == known.Department || folder == known.Folder.Split(' ')[0];
            return isHome ? null : new(HoldReason.WrongFolder, $"单位 {unit} 属于“{known.Department}”，文件却放在“{folder}”的文件夹里。");
        }

        var homes = ledger.Earlier(unitCode, year).Select(Outermost).Where(home => home.Length > 0).ToArray();
        return homes.Length == 0 || homes.Contains(folder)
            ? null : new(HoldReason.WrongFolder, $"单位 {unit} 此前都在“{homes[^1]}”报送，这次却放在“{folder}”的文件夹里。");
    }

    private static string Outermost(Submission submission) => submission.Department.Split('/')[0];
}
