using System.Globalization;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Forms;
using ExcelBudget.Packs.Yaml;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Packs.Reading;

/// <summary>A pack that was read.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="RuleBook">The pack with its formulas and relations; null when it is too broken to use.</param>
/// <param name="Faults">Everything wrong with it; a pack with faults is not used.</param>
public sealed record PackReading(string Folder, RuleBook? RuleBook, IReadOnlyList<PackFault> Faults);

/// <summary>Reads a pack's folder. All faults are found in one run.</summary>
public static class PackReader
{
    /// <summary>Reads the pack in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isSound">
    /// True where <see cref="SoundMark.Fits"/>: whether its parts agree with each other was found out before, and is not looked at again.
    /// </param>
    public static PackReading Read(string folder, bool isSound = false) =>
        Read(folder, Path.GetFileName(Path.GetFullPath(folder)), isSound: isSound);

    /// <summary>Reads an earlier version that a pack keeps in a folder of another name.</summary>
    /// <param name="folder">The folder of the version.</param>
    /// <param name="id">Id of the pack.</param>
    /// <param name="counties">Folder of the county's own rules; they are left out where they do not fit the version.</param>
    /// <param name="isSound">True where it is known that its parts agree with each other.</param>
    public static PackReading Read(string folder, string id, string? counties = null, bool isSound = false)
    {
        if (counties is null) return ReadWith(folder, id, folder, isSound);
        var reading = ReadWith(folder, id, counties, isSound);
        return reading.Faults.Any(fault => fault.File == RuleFileReader.OfCounty) ? ReadWith(folder, id, folder, isSound) : reading;
    }

    /// <summary>
    /// A fault of ours that a pack brought to light, as its writer is told of it: at the file and line where it happened, else at the file
    /// that was changed last.
    /// </summary>
    /// <param name="problem">What went wrong.</param>
    /// <param name="folder">Folder of the pack.</param>
    public static PackFault Unexpected(Exception problem, string folder)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var said = $"（{problem.GetType().Name}：{problem.Message.ReplaceLineEndings(" ")}）。";
        const string Help = "并把这个文件夹发给维护人员";
        if (PackPlace.Of(problem) is var (file, line))
            return new PackFault(file, line, $"程序处理这里时出错{said}多半是这里有一处写法程序没有料到：请撤回对这个文件的改动再试，{Help}");
        return new PackFault(LastChanged(folder), 0, $"程序读这个表样包时出错{said}多半是一处写法程序没有料到，这个文件是最近改过的：请撤回最近的改动再试，{Help}");
    }

    private static string LastChanged(string folder) => Directory.Exists(folder)
        && new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Extension is ".yaml" or ".csv").MaxBy(file => file.LastWriteTimeUtc) is { } last
        ? Path.GetRelativePath(folder, last.FullName).Replace('\\', '/') : "pack.yaml";

    /// <summary>The edge of one pack: what goes wrong inside hides no other pack.</summary>
    private static PackReading ReadWith(string folder, string id, string counties, bool isSound)
    {
        var faults = new List<PackFault>();
        try
        {
            return ReadWith(folder, id, counties, isSound, faults);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            faults.Add(Unexpected(problem, folder));
            return new PackReading(folder, null, faults);
        }
    }

    private static PackReading ReadWith(string folder, string id, string counties, bool isSound, List<PackFault> faults)
    {
        var pack = ReadPack(folder, id, counties, isSound, faults, out var lost);
        if (pack is null || !HasCodes(pack)) return new PackReading(folder, null, faults);
        var book = RuleBook.Compile(pack, out var broken);
        // what is said of a form that could not be read is its fault, not the rule's
        faults.AddRange(broken.Where(fault => !lost.Any(form => fault.Expression.Contains(form + "[", StringComparison.Ordinal)))
            .Select(fault => ExpressionFaults.Locate(fault, folder)));
        if (lost.Count == 0 && !isSound) faults.AddRange(PackConsistency.Check(pack, folder));
        if (faults.Count == 0 && !isSound) faults.AddRange(NoteCheckReader.Problems(pack, book));
        return new PackReading(folder, faults.Count == 0 ? book : null, faults);
    }

    /// <summary>False when a form names a code list that could not be read: its formulas cannot be understood without.</summary>
    private static bool HasCodes(Pack pack) => pack.Forms.All(form => form.Tree is null || pack.CodeLists.ContainsKey(form.Tree.CodeList));

    /// <summary>The pack as far as it could be read; null without pack.yaml.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="expected">The id it must have.</param>
    /// <param name="counties">Folder of the county's own rules.</param>
    /// <param name="isSound">True where it is known that its parts agree with each other.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="lost">Forms that could not be read.</param>
    private static Pack? ReadPack(
        string folder, string expected, string counties, bool isSound, List<PackFault> faults, out IReadOnlyList<string> lost)
    {
        lost = [];
        if (YamlFile.Open(folder, "pack.yaml", faults) is not { } map) return null;
        var id = map.Required("id");
        if (id != expected) faults.Add(new PackFault("pack.yaml", map.LineOf("id"), $"id“{id}”应与文件夹同名"));
        var amounts = AmountFormatReader.Read(map, AmountFormat.TenThousandYuan);
        var lists = CodeLists(map, folder, faults);
        var context = new FormContext(lists, CodeMapReader.Read(map, folder));
        var forms = map.Texts("forms")
            .Select(form => PackPlace.In($"forms/{form}.yaml", () => FormReader.Read(folder, form, amounts, context, faults)))
            .OfType<FormDefinition>().ToArray();
        lost = [.. map.Texts("forms").Where(id => Array.TrueForAll(forms, form => form.Id.Value != id))];
        var (relations, checks, ties) = PackPlace.In(RuleFileReader.OfPack,
            () => RuleFileReader.Read(folder, counties, forms, faults));
        var noteCheck = PackPlace.In("note-check.yaml", () => NoteCheckReader.Read(folder, faults));
        var indicators = PackPlace.In("indicators.yaml", () => IndicatorFileReader.Read(folder, faults));
        var years = map.Texts("years");
        var hasYears = years is [var first, var last] && IsYear(first) && IsYear(last);
        if (!hasYears)
            faults.Add(new PackFault("pack.yaml", map.LineOf("years"), "years 应为起止年度，如 [2021, 2030]"));
        var (title, version) = (map.Required("title"), (int)map.Number("version", 1));
        var (limits, unanswered, classified, data) = (Limits(map), Unanswered(map, faults), ClassifiedReader.Read(map),
            DataTableReader.Read(map));
        var (signOff, words) = (SignOff(map, faults), PackWordReader.Read(map));
        var (called, asOf, noteBasis) = (map.Text("called"), AssetsAsOf(map, faults), map.Text("noteBasis"));
        map.RefuseOthers();
        foreach (var twice in forms.SelectMany(form => form.Parts).GroupBy(part => part.Id)
            .Where(group => group.Count() > 1 || forms.Any(form => form.Id == group.Key)))
            faults.Add(new PackFault(twice.First().File, twice.First().Rows[0].Line, $"as：已经有表叫“{twice.Key}”，请换一个名称"));
        FormDefinition[] known = [.. forms.SelectMany(form => form.Parts.Prepend(form)).DistinctBy(form => form.Id)];
        var tried = relations.Cast<RuleDeclaration>().Concat(checks).Any(rule => rule.IsTrial);
        return new Pack(id, known)
        {
            Trial = tried ? new Pack(id, known)
            {
                Title = title,
                Version = version,
                Years = hasYears ? (Year(years[0]), Year(years[1])) : default,
                CodeLists = lists,
                Limits = limits,
                Amounts = amounts,
                Relations = [.. relations.Where(rule => rule.IsTrial)],
                TextChecks = [.. checks.Where(rule => rule.IsTrial)],
                Indicators = indicators,
            } : null,
            Called = called ?? PublicationName.Usual,
            AssetsAsOf = asOf,
            NoteBasis = noteBasis,
            RequiresSignOff = signOff,
            UnansweredWarningsReturn = unanswered,
            Title = title,
            Version = version,
            // what is known to be sound is read by a short verb; a service outlives the files it has read
            FingerprintWhenNeeded = isSound ? new(() => PackFingerprint.Of(folder)) : new(PackFingerprint.Of(folder)),
            Years = hasYears ? (Year(years[0]), Year(years[1])) : default,
            CodeLists = lists,
            Limits = limits,
            Amounts = amounts,
            Relations = relations.Where(rule => !rule.IsTrial).ToArray(),
            TextChecks = checks.Where(rule => !rule.IsTrial).ToArray(),
            NoteCheck = noteCheck,
            Indicators = indicators,
            Classified = classified,
            Data = data,
            Words = words,
            Ties = ties.Words,
            Balance = ties.Balance,
            FieldsWhenNeeded = new(() => UsedColumns.Facts(data)),
            Coded = UsedColumns.Coded,
        };
    }

    /// <summary>limits: a figure by name. The names stand in expressions, where they must not be taken for something else.</summary>
    private static Dictionary<string, Limit> Limits(YamlMap pack)
    {
        var limits = new Dictionary<string, Limit>(StringComparer.Ordinal);
        if (pack.Map("limits") is not { } map) return limits;
        foreach (var name in map.Keys)
        {
            var unit = MoneyUnits.Split(map.Text(name)?.Trim() ?? "", out var text);
            if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                limits[name] = new Limit(number, unit);
            else map.Faults.Add(new PackFault(map.File, map.LineOf(name), $"{name} 应为数字，金额可以写明单位（如 50万元），不能是“{map.Text(name)}”"));
        }

        return limits;
    }

    private static Dictionary<string, CodeList> CodeLists(YamlMap pack, string folder, List<PackFault> faults)
    {
        var lists = new Dictionary<string, CodeList>(StringComparer.Ordinal);
        if (pack.Map("codes") is not { } codes) return lists;
        foreach (var id in codes.Keys)
        {
            if (codes.Map(id) is not { } entry) continue;
            if (entry.Has("unitDigits") || entry.Has("itemDigits"))
            {
                var below = entry.Text("under") is { } name ? lists.GetValueOrDefault(name) : null;
                if (entry.Has("under") && below is null)
                    faults.Add(new PackFault("pack.yaml", entry.LineOf("under"), $"under：前面没有科目目录“{entry.Text("under")}”"));
                lists[id] = CodeList.UnderUnits(
                    id, below, (int)entry.Number("unitDigits", 0), (int)entry.Number("itemDigits", 0));
                entry.RefuseOthers();
                continue;
            }

            var lengths = entry.Texts("levels")
                .Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var length) ? length : 0).ToArray();
            if (lengths.Length == 0 || lengths.Any(length => length <= 0))
                faults.Add(new PackFault("pack.yaml", entry.Line, "levels 应为各级编码的位数，如 [3, 5, 7]"));
            else if (CodeListReader.Read(folder, id, entry.Required("file"), lengths, faults) is { } list) lists[id] = list;
            entry.RefuseOthers();
        }

        return lists;
    }

    /// <summary>Month and day for which assets are told: «12-31», the default.</summary>
    private static (int Month, int Day) AssetsAsOf(YamlMap map, List<PackFault> faults)
    {
        var text = map.Text("assetsAsOf") ?? "12-31";
        if (DateOnly.TryParseExact("2001-" + text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (day.Month, day.Day);
        faults.Add(new PackFault("pack.yaml", map.LineOf("assetsAsOf"), $"assetsAsOf 应为月-日，如 12-31，不能是“{text}”"));
        return (12, 31);
    }

    /// <summary>Whether 疑点 without an answer return a workbook: «accept», the default, or «return».</summary>
    private static bool Unanswered(YamlMap map, List<PackFault> faults)
    {
        var word = map.Text("unansweredWarnings") ?? "accept";
        if (word is not ("accept" or "return"))
            faults.Add(new PackFault("pack.yaml", map.LineOf("unansweredWarnings"), $"unansweredWarnings 应为 accept 或 return，不能是“{word}”"));
        return word == "return";
    }

    /// <summary>Whether a workbook must name who answers for it: «optional», the default, or «required».</summary>
    private static bool SignOff(YamlMap map, List<PackFault> faults)
    {
        var word = map.Text("signOff") ?? "optional";
        if (word is not ("optional" or "required"))
            faults.Add(new PackFault("pack.yaml", map.LineOf("signOff"), $"signOff 应为 optional 或 required，不能是“{word}”"));
        return word == "required";
    }

    private static bool IsYear(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 2100;

    private static int Year(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
