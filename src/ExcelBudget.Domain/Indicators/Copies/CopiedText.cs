using ExcelBudget.Domain.Indicators.Markup;

namespace ExcelBudget.Domain.Indicators.Copies;

/// <summary>
/// 复制来的文字。Undoes what copying and review did to a text before it is read: remarks of reviewers, points between the words, words and
/// figures torn apart, targets that stand before the next level, titles and signatures of the
/// form. Nothing is dropped: what is left out stays in its segment.
/// </summary>
internal static class CopiedText
{
    /// <summary>The text as its author meant it, in time linear to its length.</summary>
    public static CellText Mend(CellText cell) => MendWords(TornTable.Mend(MixedColumns.Mend(WithoutForm(ReviewRemarks.Remove(cell)))));

    private static CellText WithoutForm(CellText cell) => PrintedHead.Remove(TitleLines.Remove(LeaderDots.Blank(cell)));

    private static CellText MendWords(CellText cell) => LooseTargets.Move(TornWords.Mend(PrintedPoints.Remove(cell)));
}
