namespace ExcelBudget.Domain.Findings;

/// <summary>Why a dropped file cannot be read: a closed list with stable codes and one sentence each for the sender.</summary>
public sealed record UnreadableReason
{
    /// <summary>A workbook that opens with a password only.</summary>
    public static readonly UnreadableReason Encrypted =
        new("encrypted", "文件设有打开密码，程序无法读取", "请在 Excel 或 WPS 中取消密码（文件→信息→保护工作簿→用密码进行加密，清空密码），保存后重新报送。");

    /// <summary>.xls or .et, the binary format before 2007.</summary>
    public static readonly UnreadableReason OldBinaryFormat =
        new("old_binary_format", "文件是旧版格式（.xls 或 .et）", "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后重新报送。");

    /// <summary>Not an Excel workbook, whatever its name says, or an empty file.</summary>
    public static readonly UnreadableReason NotAWorkbook =
        new("not_a_workbook", "文件不是 Excel 工作簿（内容与扩展名不符，或是空文件）", "请检查是否选错了文件，重新报送下发的工作簿。");

    /// <summary>A workbook with macros, which nobody here runs.</summary>
    public static readonly UnreadableReason Macro = new("macro", "文件含有宏", "请另存为不含宏的“Excel 工作簿（*.xlsx）”后重新报送。");

    /// <summary>Beyond the size limits.</summary>
    public static readonly UnreadableReason TooLarge = new("too_large", "文件过大，超出了预算工作簿应有的大小", "请删除与预算无关的工作表、图片和多余的空行空列后重新报送。");

    /// <summary>Unpacks to far more than it should.</summary>
    public static readonly UnreadableReason ZipBomb = new("zip_bomb", "文件解压后异常庞大，为安全起见未予读取", "请用下发的工作簿重新填写后报送。");

    /// <summary>Broken zip or XML.</summary>
    public static readonly UnreadableReason Damaged = new("damaged", "文件已损坏或不完整（可能是复制未完成）", "请在 Excel 或 WPS 中确认能正常打开，另存一份后重新报送。");

    /// <summary>No worksheet in it.</summary>
    public static readonly UnreadableReason NoWorksheets = new("no_worksheets", "工作簿里没有工作表", "请检查是否选错了文件，重新报送下发的工作簿。");

    /// <summary>None of the known packs' forms are in it.</summary>
    public static readonly UnreadableReason WrongTemplate = new("wrong_template", "文件不是本程序下发的部门预算工作簿，找不到任何一张预算表", "请用财政局下发的工作簿填报。");

    /// <summary>Issued by a pack version this program does not know.</summary>
    public static readonly UnreadableReason UnknownVersion = new("unknown_version", "工作簿所用的表样版本不在本程序的表样包中", "请向财政局索取最新的工作簿。");

    /// <summary>Identical to an earlier drop.</summary>
    public static readonly UnreadableReason Duplicate = new("duplicate", "该文件与此前报送的文件内容完全相同，未重复处理", "");

    /// <summary>The program failed at this file; the log has why and the original is kept.</summary>
    public static readonly UnreadableReason InternalError = new("internal_error", "程序处理该文件时出错，原文件已保留", "请将文件和日志交给管理员。");

    internal UnreadableReason(string code, string problem, string remedy)
    {
        Code = code;
        Problem = problem;
        Remedy = remedy;
    }

    /// <summary>The code in JSON and ledger, which never changes: encrypted, macro.</summary>
    public string Code { get; }

    /// <summary>What is wrong, in Chinese, without a full stop.</summary>
    public string Problem { get; private init; }

    /// <summary>What the sender can do, in Chinese.</summary>
    public string Remedy { get; private init; }

    /// <summary>What exactly was found, in Chinese, such as a size and its limit; empty when there is nothing to add.</summary>
    public string Detail { get; private init; } = "";

    /// <summary>The sentences for the sender.</summary>
    public string Sentence => $"{Problem}{(Detail.Length > 0 ? $"：{Detail}" : "")}。{Remedy}";

    /// <summary>The same reason with what exactly was found.</summary>
    public UnreadableReason With(string detail) => this with { Detail = detail };

    /// <summary>The same code for a kind of file that has its own words.</summary>
    public UnreadableReason As(string problem, string remedy) => this with { Problem = problem, Remedy = remedy };

    /// <summary>Two reasons are the same when their codes are.</summary>
    public bool Equals(UnreadableReason? other) => other is not null && Code == other.Code;

    /// <inheritdoc />
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}
