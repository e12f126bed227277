using ExcelBudget.Workbooks.Drafting;

namespace ExcelBudget.Worker.Packs;

/// <summary>What is told of a form that was read into a draft.</summary>
internal static class DraftReport
{
    /// <summary>In one line: how many columns, which rows.</summary>
    public static string Of(DraftForm form) => form.Block is { } block
        ? $"一个项目一块，{form.Columns.Count} 个填报项，{block.Inner.Count} 栏指标"
        : $"{form.Columns.Count} 栏，{(form.Sides.Count > 0 ? $"{form.Sides.Count} 边并列，" : "")}{form.Rows.Count} 个固定行"
            + (form.Tree is null ? "" : "，科目行") + (form.List is null ? "" : "，逐行列表");
}
