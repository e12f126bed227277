namespace ExcelBudget.Domain.Findings;

/// <summary>Why a dropped note cannot be read: the codes of <see cref="UnreadableReason"/> with sentences that speak of Word.</summary>
public static class UnreadableNote
{
    /// <summary>A note that opens with a password only.</summary>
    public static readonly UnreadableReason Encrypted =
        new(UnreadableReason.Encrypted.Code, "情况说明设有打开密码，程序无法读取", "请在 Word 或 WPS 中取消密码，保存后重新报送。");

    /// <summary>.doc or .wps, the binary format before 2007.</summary>
    public static readonly UnreadableReason OldBinaryFormat =
        new(UnreadableReason.OldBinaryFormat.Code, "情况说明是旧版格式（.doc 或 .wps）", "请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后重新报送。");

    /// <summary>Not a Word document, whatever its name says, or an empty file.</summary>
    public static readonly UnreadableReason NotANote = new("not_a_note", "文件不是 Word 文档（内容与扩展名不符，或是空文件）", "请检查是否选错了文件，重新报送情况说明。");

    /// <summary>A note with macros, which nobody here runs and none is published with.</summary>
    public static readonly UnreadableReason Macro = new(UnreadableReason.Macro.Code, "情况说明含有宏", "请另存为不含宏的“Word 文档（*.docx）”后重新报送。");

    /// <summary>Beyond the size limits.</summary>
    public static readonly UnreadableReason TooLarge = new(UnreadableReason.TooLarge.Code, "情况说明过大，超出了应有的大小", "请删除与预算无关的图片和附件后重新报送。");

    /// <summary>Unpacks to far more than it should.</summary>
    public static readonly UnreadableReason ZipBomb =
        new(UnreadableReason.ZipBomb.Code, "情况说明解压后异常庞大，为安全起见未予读取", "请把文字复制到新的 Word 文档后重新报送。");

    /// <summary>Broken zip or XML.</summary>
    public static readonly UnreadableReason Damaged =
        new(UnreadableReason.Damaged.Code, "情况说明已损坏或不完整（可能是复制未完成）", "请在 Word 或 WPS 中确认能正常打开，另存一份后重新报送。");

    private static readonly UnreadableReason[] All = [Encrypted, OldBinaryFormat, NotANote, Macro, TooLarge, ZipBomb, Damaged];

    /// <summary>A reason in words that speak of Word; one without such words stays as it is.</summary>
    public static UnreadableReason Of(UnreadableReason reason) =>
        Array.Find(All, known => known.Code == reason.Code) is { } known ? known.With(reason.Detail) : reason;
}
