using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>The workbook a note belongs to, or why it is not known.</summary>
/// <param name="Workbook">The accepted workbook; null when it is not known.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Remark">What was seen, a sentence in Chinese; null when there is nothing to add.</param>
internal readonly record struct NoteMatch(Submission? Workbook, UnreadableReason? Reason = null, string? Remark = null);

/// <summary>
/// Finds the accepted workbook a note belongs to by the unit and year it names: in its first paragraph that names a unit we know, else in
/// its file's
/// title, else in its file name, else in the folder it was dropped into. Where two of them disagree nothing is guessed.
/// </summary>
/// <param name="workbooks">The latest accepted workbook of each unit and year.</param>
internal sealed partial class NoteOwner(IReadOnlyList<Submission> workbooks)
{
    /// <summary>Finds it.</summary>
    /// <param name="opening">What the note says of itself.</param>
    /// <param name="fileName">Its file name.</param>
    /// <param name="folders">The folders below the inbox it was dropped into, the outermost first.</param>
    public NoteMatch Find(NoteOpening opening, string fileName, IReadOnlyList<string> folders)
    {
        var (inText, years) = Named(opening);
        var byFile = OfFileName(fileName);
        if (inText.Count > 0 && byFile.Count > 0 && !inText.Intersect(byFile).Any())
        {
            return new(null, UnmatchedNote.UnitUnclear, $"情况说明里写的是“{Names(inText)}”，文件名写的是“{Names(byFile)}”。");
        }

        var units = inText.Count > 0 ? inText : byFile.Count > 0 ? byFile : folders.Reverse().Select(NamedIn)
            .FirstOrDefault(named => named.Count > 0) ?? [];
        if (inText.Count > 1 && byFile.Count > 0) units = [.. inText.Intersect(byFile)];
        if (units.Count == 0) return new(null, UnmatchedNote.NoWorkbook, "如果工作簿已经通过，请核对情况说明标题和文件名中的单位名称，应与工作簿一致。");
        if (units.Select(unit => unit.UnitCode).Distinct().Count() > 1)
            return new(null, UnmatchedNote.UnitUnclear, $"它提到的单位有：{Names(units)}。请把单位编码写在文件名的最前面，如“{units[0].UnitCode}”。");
        return OfYear(units, years ?? YearIn(fileName) ?? folders.Reverse().Select(YearIn).FirstOrDefault(year => year is not null));
    }

    private static NoteMatch OfYear(IReadOnlyList<Submission> units, int? year)
    {
        // of several steps of one year the latest is the one that is published
        var ofYear = units.Where(unit => year is null || unit.Year == year).GroupBy(unit => (unit.Pack, unit.UnitCode, unit.Year))
            .Select(steps => steps.Last()).ToArray();
        if (ofYear.Length == 1) return new(ofYear[0]);
        var known = string.Join(
            '、', units.Select(unit => unit.Year!.Value.ToString(CultureInfo.InvariantCulture)).Distinct().Order(StringComparer.Ordinal));
        return ofYear.Length == 0
            ? new(null, UnmatchedNote.NoWorkbook, $"“{Names(units)}”已通过的工作簿是 {known} 年度的，情况说明写的是 {year} 年度。如果年度写错了，请改正后重新报送。")
            : new(null, UnmatchedNote.UnitUnclear, $"“{Names(units)}”已通过的工作簿不止一份（年度：{known}），请在情况说明的标题中写明年度。");
    }

    private (IReadOnlyList<Submission> Units, int? Year) Named(NoteOpening opening)
    {
        for (var at = 0; at < opening.Lines.Count; at++)
        {
            var named = NamedIn(opening.Lines[at]);
            if (named.Count > 0)
                return (named, opening.Lines.Skip(at).Concat(opening.Lines.Take(at)).Select(YearIn)
                .FirstOrDefault(year => year is not null));
        }

        return (NamedIn(opening.Title), opening.Lines.Prepend(opening.Title).Select(YearIn).FirstOrDefault(year => year is not null));
    }

    /// <summary>By name, and where that leaves several or none, by the 单位编码 a file name begins with.</summary>
    private IReadOnlyList<Submission> OfFileName(string fileName)
    {
        var code = LeadingDigits().Match(fileName).Value;
        var coded = workbooks.Where(workbook => code.Length > 0 && workbook.UnitCode == code).ToArray();
        var named = NamedIn(fileName);
        return named.Intersect(coded).Any() ? [.. named.Intersect(coded)] : named.Count > 0 ? named : coded;
    }

    /// <summary>The workbooks whose unit a text names; a name that is part of a longer one does not count beside it.</summary>
    private IReadOnlyList<Submission> NamedIn(string text)
    {
        var plain = Plain(text);
        var named = workbooks.Where(
            workbook => Plain(workbook.UnitName) is { Length: > 0 } name && plain.Contains(name, StringComparison.Ordinal)).ToArray();
        return [.. named.Where(
            one => !named.Any(
            other => Plain(other.UnitName).Length > Plain(one.UnitName).Length && Plain(other.UnitName)
            .Contains(Plain(one.UnitName), StringComparison.Ordinal)))];
    }

    private static int? YearIn(string text) =>
        Year().Match(Plain(text)) is { Success: true } year ? int.Parse(year.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    private static string Names(IEnumerable<Submission> units) =>
        string.Join('、', units.DistinctBy(unit => unit.UnitCode).Select(unit => $"{unit.UnitCode} {unit.UnitName}"));

    private static string Plain(string? text) => string.Concat((text ?? "").Where(symbol => !char.IsWhiteSpace(symbol)));

    [GeneratedRegex(@"(20\d{2})年")]
    private static partial Regex Year();

    [GeneratedRegex(@"^\d{3,}")]
    private static partial Regex LeadingDigits();
}
