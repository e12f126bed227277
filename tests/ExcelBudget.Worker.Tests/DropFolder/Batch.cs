using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.DropFolder;

/// <summary>A mixed batch of files, and what must be true of it after any number of crashes.</summary>
internal sealed class Batch(TempFolder temp)
{
    private static readonly (string Name, byte[] Content)[] Files =
    [
        ("1好.xlsx", FakeWorkbook.Create("accepted", "201")),
        ("2错.xlsx", FakeWorkbook.Create("returned", "202")),
        ("3重复.xlsx", FakeWorkbook.Create("accepted", "201")),
        ("4加密.xlsx", FakeWorkbook.Create("encrypted", "203")),
        ("5文字.xlsx", "这不是工作簿"u8.ToArray()),
        ("6更正.xlsx", FakeWorkbook.Create("accepted", "201", version: "2")),
        ("教育局/2错.xlsx", FakeWorkbook.Create("returned", "204")),
        ("7说明.docx", FakeNote.Create("accepted", "201")),
        ("8错说明.docx", FakeNote.Create("returned", "201")),
        ("9孤说明.docx", FakeNote.Create("accepted", "209")),
    ];

    private static readonly string[] Superseded =
    [
        "1好.xlsx", "1好.检查报告.txt", "1好.检查结果.json", "201单位2012023年度部门预算公开情况说明.docx", "201单位2012023年度部门预算公开情况说明（第2版）.docx",
    ];

    private static readonly string[] Expected =
    [
        .. Superseded.Select(file => "accepted/201 单位201 2023年/旧版/" + file),
        "accepted/201 单位201 2023年/6更正（第2版）.xlsx", "accepted/201 单位201 2023年/6更正（第2版）.检查报告.txt",
            "accepted/201 单位201 2023年/6更正（第2版）.检查结果.json",
        "accepted/201 单位201 2023年/7说明.docx", "accepted/201 单位201 2023年/7说明.检查报告.txt", "accepted/201 单位201 2023年/7说明.检查结果.json",
        "refused/9孤说明.docx", "refused/9孤说明.docx.原因.txt", "returned/8错说明.docx", "returned/8错说明.退回通知.html", "returned/8错说明.检查报告.txt",
            "returned/8错说明.检查结果.json",
        "refused/3重复.xlsx", "refused/3重复.xlsx.原因.txt", "refused/4加密.xlsx", "refused/4加密.xlsx.原因.txt", "refused/5文字.xlsx",
        "refused/5文字.xlsx.原因.txt", "returned/2错.xlsx", "returned/2错.退回通知.html", "returned/2错.检查报告.txt", "returned/2错.检查结果.json",
        "returned/教育局/2错.xlsx", "returned/教育局/2错.退回通知.html", "returned/教育局/2错.检查报告.txt", "returned/教育局/2错.检查结果.json",
    ];

    public void Drop()
    {
        foreach (var (name, content) in Files) temp.Write("根/inbox/" + name, content);
    }

    /// <summary>
    /// At every moment: each dropped content stands, unchanged, in exactly one of inbox, work and archive; what is in the archive already
    /// may wait in work to be cleared.
    /// </summary>
    public void EachOriginalStandsInOnePlace()
    {
        var archived = temp.Files("根").Where(file => file.StartsWith("archive/", StringComparison.Ordinal)).ToArray();
        var places = archived.Concat(temp.Files("根").Where(file => file.StartsWith("inbox/", StringComparison.Ordinal)
            || (file.Split('/') is ["work", var id, var name] && name.StartsWith("original", StringComparison.Ordinal)
                && !archived.Any(copy => copy.Contains(id, StringComparison.Ordinal)))));
        places.Select(file => FileOperations.Hash(temp.In("根/" + file))).Order()
            .ShouldBe(Files.Select(file => FileOperations.Hash(file.Content)).Order());
    }

    /// <summary>At every moment: what is published is part of what an undisturbed run publishes, now or on the way.</summary>
    public void NothingUnexpectedIsPublished() =>
        Published().Except(Expected).Except(Superseded.Select(file => "accepted/201 单位201 2023年/" + file)).ShouldBeEmpty();

    /// <summary>In the end: as if nothing had happened.</summary>
    public void AllIsDone()
    {
        EachOriginalStandsInOnePlace();
        Published().ShouldBe(Expected, ignoreOrder: true);
        temp.Files("根/inbox").ShouldBeEmpty();
        Directory.GetDirectories(temp.In("根/work")).ShouldBeEmpty();
        temp.Files("根/archive").Count.ShouldBe(Files.Length);
        using var ledger = new SqliteLedger(temp.In("根/work/ledger.db"), TimeProvider.System);
        ledger.Open().ShouldBeEmpty();
    }

    /// <summary>Every file of the folders by name; logs and the ledger's own files change at any time and do not count.</summary>
    public IReadOnlyList<string> Everything() =>
        [.. temp.Files("根")
            .Where(file => !file.StartsWith("work/ledger", StringComparison.Ordinal) && !file.StartsWith("work/troubles",
                StringComparison.Ordinal))];

    /// <summary>Waits until the worker has moved or made a file.</summary>
    /// <returns>False when it does not within the time a start may take.</returns>
    public async Task<bool> HasChangedAsync(IReadOnlyList<string> before)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(60))
        {
            try
            {
                if (!Everything().SequenceEqual(before)) return true;
            }
            catch (DirectoryNotFoundException)
            {
                // a folder went while it was listed: something happens
                return true;
            }

            await Task.Delay(2);
        }

        return false;
    }

    /// <summary>Is anything between its claim and its place in the archive?</summary>
    public bool IsHalfDone()
    {
        using var ledger = new SqliteLedger(temp.In("根/work/ledger.db"), TimeProvider.System);
        return ledger.Open().Count > 0;
    }

    /// <summary>Is every file in the archive?</summary>
    public bool IsDone() => temp.Files("根/archive").Count == Files.Length && Directory.GetDirectories(temp.In("根/work")).Length == 0;

    private IEnumerable<string> Published() =>
        new[] { "accepted", "returned", "refused" }.SelectMany(folder => temp.Files("根/" + folder).Select(file => $"{folder}/{file}"));
}
