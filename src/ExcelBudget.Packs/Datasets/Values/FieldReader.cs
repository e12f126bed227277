using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Datasets.Values;

/// <summary>
/// Reads a cell as what its column holds. What a spelling means is known to <see cref="Domain.Spelling"/>; here stands what a dataset
/// accepts.
/// </summary>
internal static class FieldReader
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>The reading of a cell that is not blank.</summary>
    public static FieldReading Read(ColumnSchema column, RawCell cell) => cell.Kind switch
    {
        RawCellKind.Error => FieldReading.Wrong("是公式错误。请改正公式，或直接填写结果。"),
        RawCellKind.NotCalculated => FieldReading.Wrong("这个公式没有计算结果。请在 Excel 中打开、保存一次，或直接填写结果。"),
        RawCellKind.Date when column.Kind is ColumnKind.Amount or ColumnKind.Number or ColumnKind.Year =>
            FieldReading.Wrong("是日期格式的单元格。请把单元格设为常规格式后重新填写。"),
        _ when cell.Number is { } number && column.Kind is ColumnKind.Amount or ColumnKind.Number =>
            FigureFields.Typed(number, column.Kind == ColumnKind.Amount),
        _ => Read(column, cell.Text),
    };

    private static FieldReading Read(ColumnSchema column, string text) => column.Kind switch
    {
        ColumnKind.Amount => FigureFields.Amount(text, column.Need == ColumnNeed.Required),
        ColumnKind.Number => FigureFields.Number(text, column.Need == ColumnNeed.Required),
        ColumnKind.Year => Year(text),
        ColumnKind.Date => Day(text),
        ColumnKind.Code or ColumnKind.UnitReference => Code(text),
        ColumnKind.FunctionCode => CodeOf(text, [3, 5, 7], "功能科目编码", "如 201、20131 或 2013101"),
        ColumnKind.EconomicCode => CodeOf(text, [3, 5], "经济科目编码", "如 301 或 30101"),
        ColumnKind.Choice => Choice(column.Choices!, text),
        ColumnKind.Members => Members(text),
        _ => Text(text),
    };

    /// <summary>A year from 2000 to 2100.</summary>
    private static FieldReading Year(string text)
    {
        var read = YearReader.Read(text);
        if (read.Year is not { } year) return FieldReading.Wrong("不是年度。请填写四位数的预算年度，如 2023。");
        if (year is < FirstYear or > LastYear) return FieldReading.Wrong($"不在 {FirstYear} 至 {LastYear} 年之间。请填写四位数的预算年度，如 2023。");
        var value = FieldValue.OfYear(year);
        return read.Untidy == Untidiness.None ? FieldReading.Clean(value) : FieldReading.Messy(value, $"写法不规范，已按 {year} 读取。请只填四位数的年度。");
    }

    private static FieldReading Day(string text)
    {
        var read = DayReader.Read(text);
        if (read.Day is not { } day) return FieldReading.Wrong("不是日期。请填写年月日，如 2022-12-31。");
        var value = FieldValue.Of(day);
        return read.Untidy == Untidiness.None
            ? FieldReading.Clean(value)
            : FieldReading.Messy(value, $"写法不规范，已按 {value} 读取。请填写年月日，如 2022-12-31。");
    }

    private static FieldReading Code(string text)
    {
        var read = CodeReader.Read(text);
        if (read.Code is not { } code) return FieldReading.Wrong($"{read.Reason}。请把这一列设为文本格式，再重新填写编码。");
        return code == TextFolding.Trimmed(text)
            ? FieldReading.Clean(FieldValue.Of(code))
            : FieldReading.Messy(FieldValue.Of(code), $"写法不规范，已按编码 {code} 读取。请把这一列设为文本格式，只填编码。");
    }

    private static FieldReading CodeOf(string text, int[] lengths, string what, string examples)
    {
        var read = Code(text);
        if (read.IsWrong) return read;
        var code = read.Value.Text;
        return lengths.Contains(code.Length) && code.All(char.IsAsciiDigit)
            ? read
            : FieldReading.Wrong($"不是{what}。请填写 {string.Join("、", lengths)} 位数字的编码，{examples}，并把这一列设为文本格式。");
    }

    private static FieldReading Choice(ClosedList choices, string text) => choices.Find(ExcelTextMarks.Without(text, out _)) is { } value
        ? FieldReading.Clean(FieldValue.Of(value))
        : FieldReading.Wrong($"不在可选的词中。{NearestWord.Question(text, choices.Values)}请从下列词中选填：{string.Join("、", choices.Values)}。");

    private static FieldReading Members(string text) => MemberRow.ReadAll(text) is null
        ? FieldReading.Wrong($"读不出机构设置。格式：{MemberRow.Format}。")
        : Text(text);

    private static FieldReading Text(string text)
    {
        var bare = ExcelTextMarks.WithoutFormula(text, out var hadMarks);
        return hadMarks
            ? FieldReading.Messy(FieldValue.Of(bare), $"是 Excel 保留文本的写法，已按“{TextCut.Beginning(bare, 20)}”读取。请去掉引号和等号。")
            : FieldReading.Clean(FieldValue.Of(bare));
    }
}
