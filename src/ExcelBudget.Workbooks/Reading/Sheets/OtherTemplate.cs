using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>
/// 别的表样。Says of a workbook that is none of ours which tables were seen in it, so that its sender knows which file it was.
/// </summary>
internal static class OtherTemplate
{
    private const int DeepestTitle = 5;
    private const int ShortestTitle = 4;
    private const int LongestTitle = 40;
    private const int MostNamed = 3;

    /// <summary>The refusal, with the titles of the first sheets.</summary>
    public static UnreadableReason Of(FlatWorkbook workbook)
    {
        string[] titles = [.. workbook.Sheets.Where(sheet => sheet.Visibility == SheetVisibility.Visible).Select(Title).OfType<string>()
            .Distinct(StringComparer.Ordinal)];
        if (titles.Length == 0) return UnreadableReason.WrongTemplate;
        var named = string.Join('、', titles.Take(MostNamed).Select(title => $"“{title}”")) + (titles.Length > MostNamed ? "等" : "");
        return UnreadableReason.WrongTemplate.As(
            $"这是别的表样（看到的是{named}），不是本程序下发的部门预算公开工作簿", "请检查是否选错了文件，用财政局下发的工作簿填报后重新报送。");
    }

    /// <summary>The first line of a sheet that reads like a title; null when none does.</summary>
    private static string? Title(FlatSheet sheet)
    {
        for (var row = 1; row <= Math.Min(DeepestTitle, sheet.LastRow); row++)
        {
            foreach (var cell in sheet.Row(row))
            {
                if (cell.Kind == FlatCellKind.Text && PlainTitle(cell.Text) is { Length: >= ShortestTitle and <= LongestTitle } title
                    && IsTitle(title)) return title;
            }
        }

        return null;
    }

    private static string PlainTitle(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    private static bool IsTitle(string text) => text[^1] is '表' or '册' or '书' or '单' || text.Contains('表', StringComparison.Ordinal);
}
