using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Template;

/// <summary>Defined names: the contract between the look of a workbook and its meaning.</summary>
public static class TemplateNames
{
    /// <summary>Prefix of every name of ours.</summary>
    public const string Prefix = "EB_";

    /// <summary>Name of the 校验 sheet.</summary>
    public const string CheckSheet = "校验";

    /// <summary>Name of the 填报说明 sheet.</summary>
    public const string GuideSheet = "填报说明";

    /// <summary>Name of the 科目目录 sheet.</summary>
    public const string CodeSheet = "科目目录";

    /// <summary>Name of the hidden sheet with the lists of dependent dropdowns.</summary>
    public const string ChoiceSheet = "填报选项";

    /// <summary>Name of the very hidden sheet with identity and seals.</summary>
    public const string SealSheet = "_excelbudget";

    /// <summary>Name of the hidden sheet with the formulas behind the 校验 sheet.</summary>
    public const string HelperSheet = Rules.Excel.HelperSheet.Name;

    /// <summary>Rows of the 校验 sheet that list what is to be mended.</summary>
    public const string CheckTop = "EB_check_top";

    /// <summary>Heading above that list.</summary>
    public const string CheckTopHeading = "EB_check_top_heading";

    /// <summary>Cell of the 填报说明 sheet with the state of the whole workbook.</summary>
    public const string GuideState = "EB_guide_state";

    /// <summary>Line prototype of the 校验 sheet.</summary>
    public const string CheckLines = "EB_check_lines";

    /// <summary>Cell of the 校验 sheet that counts the verdicts.</summary>
    public const string CheckSummary = "EB_check_summary";

    /// <summary>Line prototype of the hidden sheet.</summary>
    public const string SealLines = "EB_seal_lines";

    /// <summary>Constant name that carries the identity.</summary>
    public const string Identity = "EB_identity";

    /// <summary>Cell with the unit's name on the 填报说明 sheet.</summary>
    public const string GuideUnit = "EB_guide_unit";

    /// <summary>Cell above a form with the state of its checks.</summary>
    public static string Status(FormId form) => $"EB_{form}_status";

    /// <summary>Cell of the 填报说明 sheet with the state of a form.</summary>
    public static string GuideForm(FormId form) => $"EB_{form}_guide";

    /// <summary>Title row of a form.</summary>
    public static string Title(FormId form) => $"EB_{form}_title";

    /// <summary>True for the name of a form's title row.</summary>
    public static bool IsTitle(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith("_title", StringComparison.Ordinal);

    /// <summary>Name of the status cell of the form with this title row.</summary>
    public static string StatusBeside(string title) => title[..^"title".Length] + "status";

    /// <summary>Line above the title of a form: 部门公开表1.</summary>
    public static string NumberLine(FormId form) => $"EB_{form}_number";

    /// <summary>Second line of a form.</summary>
    public static string SecondLine(FormId form) => $"EB_{form}_second";

    /// <summary>The row of cells, one for each column, that fixes where columns stand: the 栏次 row, else the last header row.</summary>
    public static string Columns(FormId form) => $"EB_{form}_columns";

    /// <summary>Data region of a form; in a template its prototype rows.</summary>
    public static string Rows(FormId form) => $"EB_{form}_rows";

    /// <summary>Cell of the note under an empty form.</summary>
    public static string EmptyNote(FormId form) => $"EB_{form}_empty";

    /// <summary>Cell of the visible code of a form.</summary>
    public static string Code(FormId form) => $"EB_{form}_code";

    /// <summary>Two columns, code and name, of a code list.</summary>
    public static string CodeTable(string codeList) => $"EB_codetable_{codeList}";

    /// <summary>Codes of a code list.</summary>
    public static string Codes(string codeList) => $"EB_codes_{codeList}";

    /// <summary>Heads of the lists a column's dropdown chooses from, by what another column holds.</summary>
    public static string ChoiceHeads(FormId form, ColumnId column) => $"EB_choices_{form}_{column}";
}
