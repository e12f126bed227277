namespace ExcelBudget.Packs.Datasets.Values;

/// <summary>Reads a cell as what its column holds.</summary>
internal static class CellReader
{
    /// <summary>The reading of a cell that is not blank.</summary>
    public static CellReading Read(ColumnSchema column, RawCell cell) => cell.Kind switch
    {
        RawCellKind.Error => CellReading.Wrong("是公式错误。请改正公式，或直接填写结果。"),
        RawCellKind.NotCalculated => CellReading.Wrong("这个公式没有计算结果。请在 Excel 中打开、保存一次，或直接填写结果。"),
        RawCellKind.Date when column.Kind is ColumnKind.Amount or ColumnKind.Number or ColumnKind.Year =>
            CellReading.Wrong("是日期格式的单元格。请把单元格设为常规格式后重新填写。"),
        _ when cell.Number is { } number && column.Kind is ColumnKind.Amount or ColumnKind.Number =>
            NumberText.Typed(number, column.Kind == ColumnKind.Amount),
        _ => Read(column, cell.Text),
    };

    private static CellReading Read(ColumnSchema column, string text) => column.Kind switch
    {
        ColumnKind.Amount => NumberText.Amount(text),
        ColumnKind.Number => NumberText.Number(text),
        ColumnKind.Year => TimeText.Year(text),
        ColumnKind.Date => TimeText.Date(text),
        ColumnKind.Code or ColumnKind.UnitReference => CodeText.Any(text),
        ColumnKind.FunctionCode => CodeText.Function(text),
        ColumnKind.EconomicCode => CodeText.Economic(text),
        ColumnKind.Choice => Choice(column.Choices!, text),
        ColumnKind.Members => Members(text),
        _ => CellReading.Clean(TextForms.Trimmed(text)),
    };

    private static CellReading Choice(ClosedList choices, string text) => choices.Find(text) is { } value
        ? CellReading.Clean(value)
        : CellReading.Wrong($"不在可选的词中。{NearestWord.Question(text, choices.Values)}请从下列词中选填：{string.Join("、", choices.Values)}。");

    private static CellReading Members(string text) => MemberRow.ReadAll(text) is null
        ? CellReading.Wrong($"读不出机构设置。格式：{MemberRow.Format}。")
        : CellReading.Clean(TextForms.Trimmed(text));
}
