namespace ExcelBudget.OfficePackages.Formats;

/// <summary>The number formats that have a number and no text in the file, as Chinese Excel and WPS show them.</summary>
internal static class BuiltInFormats
{
    private const string YearMonth = "yyyy\"年\"m\"月\"";
    private const string MonthDay = "m\"月\"d\"日\"";
    private const string YearMonthDay = "yyyy\"年\"m\"月\"d\"日\"";
    private const string HourMinute = "h\"时\"mm\"分\"";
    private const string HourMinuteSecond = "h\"时\"mm\"分\"ss\"秒\"";

    /// <summary>The format's text; null for General and numbers that mean nothing.</summary>
    public static string? Find(int id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 or 48 => "0.00E+00",
        12 or 13 => "# ?/?",
        14 or 30 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 or 36 or 50 or 52 or 57 => YearMonth,
        28 or 29 or 51 or 53 or 54 or 58 => MonthDay,
        31 => YearMonthDay,
        32 or 55 => HourMinute,
        33 or 56 => HourMinuteSecond,
        34 => "上午/下午" + HourMinute,
        35 => "上午/下午" + HourMinuteSecond,
        37 or 38 => "#,##0;-#,##0",
        39 or 40 => "#,##0.00;-#,##0.00",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        49 => "@",
        _ => null,
    };
}
