namespace ExcelBudget.Domain.Spelling;

/// <summary>What had to be cleaned before a text could be read. More than one may apply; <see cref="None"/> is plain digits.</summary>
[Flags]
public enum Untidiness
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Blanks or invisible signs around or inside.</summary>
    Blanks = 1,

    /// <summary>Full-width or small forms.</summary>
    FullWidth = 2,

    /// <summary>千分位。Separators between thousands.</summary>
    Separators = 4,

    /// <summary>A plus sign, or another sign for minus than the hyphen.</summary>
    Sign = 8,

    /// <summary>Brackets for a negative figure.</summary>
    Brackets = 16,

    /// <summary>¥, 人民币 and the like.</summary>
    Currency = 32,

    /// <summary>A unit or 万, 亿 behind the figure.</summary>
    UnitWords = 64,

    /// <summary>科学计数法。All digits stand there.</summary>
    Scientific = 128,

    /// <summary>中文数字，大写或小写。</summary>
    Numerals = 256,

    /// <summary>An apostrophe before the text, or ="…" around it: Excel's ways to keep a text.</summary>
    TextMark = 512,

    /// <summary>«2024.0»: a whole number that a program wrote with decimals.</summary>
    FloatTail = 1024,

    /// <summary>«31802.000000000004»: what is left of binary arithmetic.</summary>
    BinaryNoise = 2048,

    /// <summary>A point before, behind or instead of digits: «.5», «12.», «12。5».</summary>
    Point = 4096,

    /// <summary>A day as Excel's serial number.</summary>
    Serial = 8192,

    /// <summary>A time of day behind a day.</summary>
    TimeOfDay = 16384,
}
