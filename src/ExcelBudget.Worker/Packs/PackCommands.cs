using System.Text.RegularExpressions;
using ExcelBudget.Notes.Building;
using ExcelBudget.Notes.Outline;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Build;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Verbs;

namespace ExcelBudget.Worker.Packs;

/// <summary>What can be done with packs from the command line.</summary>
/// <param name="store">The packs.</param>
/// <param name="terminal">Where it is told.</param>
/// <param name="log">Takes what the program did not expect, for its keepers; null for nowhere.</param>
internal sealed partial class PackCommands(PackStore store, Terminal terminal, ILogger<PackCommands>? log = null)
{
    public int List()
    {
        foreach (var reading in store.Readings)
        {
            var words = reading.RuleBook is { } book
                ? $"{book.Pack.Title}，第 {book.Pack.Version} 版，{book.Pack.Years.First}—{book.Pack.Years.Last} 年，{book.Pack.Forms.Count} 张表，"
                    + $"{book.Relations.Count + book.Pack.TextChecks.Count} 条规则"
                : $"有 {reading.Faults.Count} 处错误，不能使用（packs verify 查看）";
            terminal.Say($"{Path.GetFileName(reading.Folder)}　{words}");
        }

        if (store.Readings.Count == 0) terminal.Complain("没有找到任何表样包。请检查设置 Packs:Folder。");
        return store.Readings.Count == 0 ? ExitCode.NotDone : ExitCode.Clean;
    }

    /// <summary>Explains what is wrong with a pack, or with all.</summary>
    public int Verify(string? id)
    {
        var state = store.StateUnread();
        var readings = store.Readings.Where(reading => id is null || Path.GetFileName(reading.Folder) == id).ToArray();
        if (readings.Length == 0) return Refuse(id is null ? "没有找到任何表样包。请检查设置 Packs:Folder。" : $"没有表样包“{id}”。");
        var faulty = 0;
        foreach (var reading in readings)
        {
            var faults = Faults(reading);
            foreach (var fault in faults) terminal.Say($"{Path.GetFileName(reading.Folder)}/{fault}");
            foreach (var note in reading.RuleBook is { } rules ? Untold(rules) : [])
                terminal.Say($"{Path.GetFileName(reading.Folder)}/{note}");
            foreach (var guess in OpenGuesses.In(reading.Folder)) terminal.Say($"{Path.GetFileName(reading.Folder)}/{guess}");
            if (reading.RuleBook is { } known) Derived(known);
            terminal.Say(
                faults.Length == 0 ? $"{Path.GetFileName(reading.Folder)}：没有问题"
                : $"{Path.GetFileName(reading.Folder)}：{faults.Length} 处问题");
            faulty += faults.Length == 0 ? 0 : 1;
        }

        // of packs that nobody asked for at least their templates are looked at: the mark speaks for all
        var others = store.Packs.Where(pack => readings.All(reading => reading.Folder != pack.Folder));
        if (faulty == 0 && !others.SelectMany(Templates).Any()) store.MarkSound(state);
        return faulty == 0 ? ExitCode.Clean : ExitCode.ErrorsFound;
    }

    /// <summary>Relations that nobody wrote: whoever makes a pack should see which there are.</summary>
    private void Derived(RuleBook book)
    {
        if (book.Pack.Ties is not { } words) return;
        var ties = book.Relations.Select(relation => relation.Declaration)
            .Where(rule => rule.Id.StartsWith(words.Id + "-", StringComparison.Ordinal)).ToArray();
        if (ties.Length == 0) return;
        terminal.Say($"{book.Pack.Id}：由取数推出 {ties.Length} 条两表相等的关系（rules.yaml 里不用再写）：");
        foreach (var tie in ties) terminal.Say($"　{tie.Id}　{tie.Title}");
    }

    /// <summary>
    /// Everything wrong with one pack. What our own program cannot cope with is told like a fault of the pack: whoever writes it sees no
    /// stack trace, and the other packs are verified all the same.
    /// </summary>
    private string[] Faults(PackReading reading)
    {
        var found = reading.Faults.Select(fault => fault.ToString()).ToList();
        try
        {
            if (reading.RuleBook is { } book) found.AddRange(Templates(new LoadedPack(reading.Folder, book)));
            if (found.Count == 0 && reading.RuleBook is not null) found.AddRange(Samples(reading));
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            log?.LogError(problem, "检查表样包 {Pack} 时出错", reading.Folder);
            found.Add(PackReader.Unexpected(problem, reading.Folder).ToString());
        }

        return [.. found];
    }

    /// <summary>Reads an official Excel form into the draft of a pack, and says how much of it is a guess.</summary>
    public int Draft(string file, string id)
    {
        if (!Ids().IsMatch(id)) return Refuse($"--id 应为小写拼音字母和数字，不能是“{id}”。");
        if (PackDraft.Write(store.Folder, file, id, out var forms) is { } problem) return Refuse(problem);
        foreach (var form in forms) terminal.Say($"{form.Id}　{form.Title}　{DraftReport.Of(form)}");
        terminal.Say($"草稿已写入 {Path.Combine(store.Folder, id)}，表样原件存为其中的 {PackFiles.Original}。");
        var drafted = new PackCommands(PackStore.Of(store.Folder), terminal, log);
        if (drafted.Build(id, force: false) != ExitCode.Clean) return ExitCode.ErrorsFound;
        terminal.Say($"请照下面列出的地方逐处核对，改好后删去“猜”字，再运行 packs build {id} 和 packs verify {id}。");
        foreach (var line in OpenGuesses.In(Path.Combine(store.Folder, id))) terminal.Say(line);
        return ExitCode.Clean;
    }

    /// <summary>Verifies whenever a file of the pack changes, until the person stops it.</summary>
    public int Watch(string? id)
    {
        var last = ExitCode.NotDone;
        for (var seen = ""; ; Thread.Sleep(500))
        {
            var now = PackWatch.StateOf(store.Folder, id);
            if (now == seen) continue;
            seen = now;
            last = new PackCommands(PackStore.Of(store.Folder), terminal, log).Verify(id);
            terminal.Say("……等待文件改动（按 Ctrl+C 结束）");
            if (Console.IsOutputRedirected) return last;
        }
    }

    /// <summary>Rules without a line on the 校验 sheet: no fault, but whoever wrote them should know.</summary>
    private static IEnumerable<string> Untold(RuleBook book) =>
        from relation in book.Relations
        let reason = Untranslatable.Reason(book, relation)
        where reason is not null
        select $"{relation.Declaration.File}:{relation.Declaration.Line}：规则 {relation.Declaration.Id} 不能写进“校验”表：{reason}。报送以后由程序检查。";

    /// <summary>The versions a pack keeps must still be readable, and its samples come back as they were filled in.</summary>
    private IEnumerable<string> Samples(PackReading reading)
    {
        var pack = new LoadedPack(reading.Folder, reading.RuleBook!);
        var kept = store.EarlierReadings
            .Where(earlier => earlier.Folder.StartsWith(pack.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        foreach (var earlier in kept)
        {
            foreach (var fault in earlier.Faults) yield return $"{Path.GetRelativePath(pack.Folder, earlier.Folder)}/{fault}";
        }

        foreach (var problem in new PackSamples(pack, new BudgetEngine(store)).Problems()) yield return problem;
    }

    /// <summary>
    /// Keeps the forms as they are for the workbooks issued under them, and raises the version; the forms may then be changed.
    /// </summary>
    public int Release(string id)
    {
        if (store.Find(id) is not { } pack) return Verify(id);
        if (PackRelease.Keep(pack) is { } problem) return Refuse(problem);
        var version = pack.RuleBook.Pack.Version;
        var kept = Path.Combine(pack.Folder, PackFiles.Earlier, PackRelease.NameOf(version));
        terminal.Say($"第 {version} 版已存入 {kept}，pack.yaml 的版本已改为 {version + 1}。"
            + $"现在可以修改 forms；改好后运行 packs build {id}，再运行 packs verify {id}。");
        return ExitCode.Clean;
    }

    /// <summary>Writes the templates of a pack; one that people have changed is kept unless forced.</summary>
    public int Build(string id, bool force)
    {
        if (store.Find(id) is not { } pack)
        {
            return store.Readings.Any(reading => Path.GetFileName(reading.Folder) == id) ? Verify(id) : Refuse($"没有表样包“{id}”。");
        }

        var built = Write(pack.WorkbookFile, () => WorkbookBuilder.Build(pack.RuleBook.Pack, PackDraft.Look(store.Folder, pack)),
            WorkbookBuilder.IsAsBuilt, force);
        return (BuildNote(pack, force) && built) ? ExitCode.Clean : ExitCode.ErrorsFound;
    }

    private bool BuildNote(LoadedPack pack, bool force)
    {
        var outlineFile = Path.Combine(pack.Folder, PackFiles.NoteOutline);
        if (!File.Exists(outlineFile)) return true;
        var outline = NoteOutline.Read(File.ReadAllText(outlineFile), out var faults);
        foreach (var fault in faults) terminal.Complain($"{pack.RuleBook.Pack.Id}/{PackFiles.NoteOutline}:{fault.Line}：{fault.Problem}");
        return faults.Count == 0
            && Write(pack.NoteFile, () => NoteTemplateBuilder.Build(outline, pack.RuleBook.Pack), NoteTemplateBuilder.IsAsBuilt, force);
    }

    private bool Write(string path, Func<byte[]> build, Func<byte[], bool> isAsBuilt, bool force)
    {
        if (!force && File.Exists(path) && !isAsBuilt(File.ReadAllBytes(path)))
        {
            terminal.Complain($"{path} 已被人修改，没有重新生成。确实要重新生成（修改会丢失），请加 --force。");
            return false;
        }

        FileOperations.Replace(path, build());
        terminal.Say($"已生成 {path}");
        return true;
    }

    private static IEnumerable<string> Templates(LoadedPack pack)
    {
        foreach (var load in new Action[] { () => TryFill(pack), () => pack.Note() })
        {
            if (Problem(load) is { } problem) yield return problem;
        }
    }

    /// <summary>A template that can lay out an empty budget has every name and row it needs.</summary>
    private static void TryFill(LoadedPack pack)
    {
        var identity = new Domain.Budgets.BudgetIdentity(pack.RuleBook.Pack.Id, "0", "", pack.RuleBook.Pack.Years.First);
        var budget = ExcelBudget.Packs.Projection.BudgetProjection.Blank(pack.RuleBook.Pack, identity);
        pack.Filler().Fill(new BudgetFigures(pack.RuleBook, budget), new Workbooks.Fill.FillRequest("0", IsBlank: true, IsFast: true));
    }

    private static string? Problem(Action load)
    {
        try
        {
            load();
            return null;
        }
        catch (TemplateException broken)
        {
            return broken.Message;
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9]{1,30}$")]
    private static partial Regex Ids();

    private int Refuse(string problem)
    {
        terminal.Complain(problem);
        return ExitCode.NotDone;
    }
}
