using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Files;

/// <summary>
/// Why a disk, a folder or a file did not do what was asked, in words for people. The system's own words are often English.
/// </summary>
internal static class DiskTrouble
{
    private const string Locked = "文件正被其他程序打开，请关闭后重试";
    private const string NoRight = "没有权限，请检查文件夹的权限，或文件是否设为只读";
    private const string Full = "磁盘已满，请清理后重试";
    private const string ReadOnlyDisk = "磁盘或共享文件夹是只读的";
    private const string Gone = "磁盘或共享文件夹已断开，请检查网络和连接";
    private const string NoFolder = "文件夹不存在";
    private const string NoFile = "文件不存在，可能已被移走";
    private const string TooLong = "路径或文件名太长，请缩短文件夹或文件的名称";
    private const string Exists = "已有同名的文件或文件夹";

    // Windows reports 0x8007 and its error number; Linux and macOS the number of errno, of which these are alike on both
    private static readonly Dictionary<int, string> Numbers = new()
    {
        [unchecked((int)0x80070020)] = Locked,
        [unchecked((int)0x80070021)] = Locked,
        [unchecked((int)0x80070005)] = NoRight,
        [unchecked((int)0x80070070)] = Full,
        [unchecked((int)0x80070027)] = Full,
        [unchecked((int)0x80070013)] = ReadOnlyDisk,
        [unchecked((int)0x80070015)] = Gone,
        [unchecked((int)0x80070035)] = Gone,
        [unchecked((int)0x80070040)] = Gone,
        [unchecked((int)0x80070050)] = Exists,
        [unchecked((int)0x800700B7)] = Exists,
        [unchecked((int)0x800700CE)] = TooLong,
        [1] = NoRight,
        [5] = Gone,
        [11] = Locked,
        [13] = NoRight,
        [16] = Locked,
        [17] = Exists,
        [26] = Locked,
        [28] = Full,
        [30] = ReadOnlyDisk,
        [36] = TooLong,
        [63] = TooLong,
        [122] = Full,
    };

    /// <summary>
    /// True for what stops all work and not one file: a full or read-only disk, a share that is gone, a ledger that cannot be written.
    /// </summary>
    public static bool IsOfTheMachine(Exception fault) => fault is SqliteException
        || (fault is IOException and not FileNotFoundException && Numbers.GetValueOrDefault(fault.HResult) is Full or ReadOnlyDisk
            or Gone);

    /// <summary>The sentence, without a full stop; what the system says when it is nothing common.</summary>
    public static string Sentence(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => "台账正被其他程序使用",
        SqliteException { SqliteErrorCode: 8 or 14 or 23 } => NoRight,
        SqliteException { SqliteErrorCode: 10 } => Gone,
        SqliteException { SqliteErrorCode: 11 or 26 } => "台账文件已损坏或不是台账，请把它移到别处保存，再从备份恢复",
        SqliteException { SqliteErrorCode: 13 } => Full,
        FileNotFoundException => NoFile,
        DirectoryNotFoundException => NoFolder,
        PathTooLongException => TooLong,
        UnauthorizedAccessException => NoRight,
        IOException when Numbers.TryGetValue(fault.HResult, out var words) => words,
        _ => $"系统提示：{fault.Message.TrimEnd('.')}",
    };
}
