namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Why a formula cannot be computed, in words that fit «因为…».</summary>
internal static class FormulaTroubles
{
    public const string External = "引用了别的文件";
    public const string TooDeep = "公式嵌套过深";
    public const string Circular = "公式循环引用";
    public const string TooMuch = "公式牵涉的单元格过多";
    public const string NotUnderstood = "公式的写法无法识别";
    public const string ArrayPart = "是数组公式的一部分";
    public const string HiddenRows = "区域里有隐藏的行，分类汇总的结果取决于筛选";
    public const string Unsorted = "近似查找的区域没有排序";

    /// <summary>Something that is not evaluated, by its name.</summary>
    public static string Unsupported(string name) => $"用到了程序不能计算的 {name}";

    /// <summary>A sheet of the program's own, which holds no figures of a budget.</summary>
    public static string OwnSheet(string name) => $"引用了程序自用的“{name}”表";

    /// <summary>A name that the workbook does not define.</summary>
    public static string NoSuchName(string name) => $"工作簿里没有名称“{name}”";
}
