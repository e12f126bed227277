using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>Amounts written out in 万元 or 亿元: 二百二十五点七六万元 is two decimals of 万元, and not a figure exact to the yuan.</summary>
internal static class WrittenAmount
{
    /// <summary>The amount that begins at a character; null when none does.</summary>
    public static NoteToken? At(string text, int at)
    {
        var end = ChineseNumerals.End(text, at);
        if (end - at < 2 || end >= text.Length || text[end] != '元' || text[end - 1] is not ('万' or '亿')) return null;
        // the last 万 or 亿 belongs to the unit
        var numeral = text.AsSpan(at, end - 1 - at);
        // 一亿二千万元 is said in yuan, as the reader of figures has it
        if (numeral.IndexOf('点') is not (> 0 and var point) || numeral.IndexOfAny('万', '亿') >= 0
            || ChineseNumerals.Value(numeral) is not { } number) return null;
        return new NoteToken(SaidKind.Number, at, end + 1, text[at..(end + 1)])
        {
            Quantity = new SaidQuantity(number, numeral.Length - point - 1, text[end - 1] + "元", QuantityKind.Money),
        };
    }
}
