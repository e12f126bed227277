using System.Buffers;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;
using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>Says of a cell what it holds.</summary>
internal sealed class CellKinds(CellText cell, ColumnReader columns)
{
    private const int LongestScore = 5;
    private const int LongestCode = 12;
    private const int LongestLabel = 9;
    private const int LongestMark = 8;
    private static readonly SearchValues<char> Bullets = SearchValues.Create("·●○■□◆◇▪★☆►▶➢✓√");
    private static readonly string[] Directions = Vocabulary.Of("directions");
    private static readonly string[] Natures = Vocabulary.Of("natures");
    private static readonly string[] QualitativeMarks = Vocabulary.Of("qualitativeMarks");
    private static readonly string[] Scorings = Vocabulary.Of("scorings");
    private static readonly SearchValues<char> ScoringSigns = SearchValues.Create(
        [.. Scorings.Select(word => word.Contains('分', StringComparison.Ordinal) ? '分' : word[0]), '扣', '减']);

    private static readonly HashSet<string> Bases = new(Vocabulary.Of("bases"), StringComparer.Ordinal);

    /// <summary>The cell between two places, without the blanks around it.</summary>
    public PastedCell Read(int start, int end)
    {
        while (start < end && (TextScan.IsSpace(cell.Folded[start]) || cell.Folded[start] == '"')) start++;
        while (end > start && (TextScan.IsSpace(cell.Folded[end - 1]) || cell.Folded[end - 1] is ';' or '。' or '"')) end--;
        var body = BehindLabel(start, end);
        var inside = new PastedCell(body, end, PastedKind.Empty).Inside(cell.Folded);
        return new PastedCell(body, end, Kind(inside.Start, inside.End)) { Label = body > start ? Label(start, body) : null };
    }

    /// <summary>目标：≥98%: a cell that prints its header itself.</summary>
    private int BehindLabel(int start, int end)
    {
        var colon = cell.Folded.IndexOf(':', start, Math.Min(end - start, LongestLabel));
        if (colon <= start || HeaderWords.Read(cell.Folded, start, colon) is null) return start;
        var body = TextScan.Blanks(cell.Folded, colon + 1);
        return body < end ? body : start;
    }

    private string Label(int start, int body) =>
        cell.Folded[start..body].TrimEnd(' ', ':');

    private PastedKind Kind(int start, int end)
    {
        var text = cell.Folded.AsSpan(start, end - start);
        if (text.IndexOfAnyExcept("/-—_ ") < 0) return PastedKind.Empty;
        if (text.Length <= LongestMark)
        {
            // 定 性
            if (text.Contains(' ') && TextScan.IsHan(text[0])) text = string.Concat(text.ToString().Where(sign => sign != ' '));
            if (OperatorReader.IsWord(text) || IsOne(text, QualitativeMarks)) return PastedKind.Sign;
            if (IsOne(text, Natures)) return PastedKind.Nature;
            if (IsOne(text, Directions)) return PastedKind.Direction;
        }

        if (IsNumber(text)) return PastedKind.Number;
        if (columns.UnitIn((start, end)) is not null) return PastedKind.Unit;
        if (LevelCell.Read(cell.Folded, start, end) is not null) return PastedKind.Level;
        if (IsScoring(text)) return PastedKind.Scoring;
        if (Bases.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text)) return PastedKind.Basis;
        if (IsCode(text)) return PastedKind.Code;
        return columns.TargetIn(start, end) switch
        {
            null => UnlistedUnits.IsFigure(cell.Folded, start, end) ? PastedKind.Target : PastedKind.Words,
            (TargetOperator.Qualitative, _, _) => PastedKind.Result,
            _ => PastedKind.Target,
        };
    }

    private static bool IsOne(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.SequenceEqual(word)) return true;
        }

        return false;
    }

    /// <summary>95, 12,000, 0.35, 20分.</summary>
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text[^1] == '分' && text.Length is > 1 and <= LongestScore) text = text[..^1];
        return text.IndexOfAnyExceptInRange(',', '9') < 0 && !text.Contains('/') && char.IsAsciiDigit(text[^1])
            && text.IndexOfAnyInRange('0', '9') >= 0 && text[0] != '-' && text[1..].IndexOf('-') < 0 && text.Count('.') < 2;
    }

    private static bool IsScoring(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(ScoringSigns)) return false;
        foreach (var word in Scorings)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }

        var minus = text.IndexOfAny('扣', '减');
        return minus >= 0 && minus + 1 < text.Length && (char.IsAsciiDigit(text[minus + 1]) || text[minus..].Contains('分'));
    }

    private static bool IsCode(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExcept(Bullets)) return true;
        var digits = 0;
        foreach (var sign in text)
        {
            if (char.IsAsciiDigit(sign)) digits++;
            else if (!char.IsAsciiLetter(sign) && sign is not ('.' or '-')) return false;
        }

        return digits > 0 && text.Length <= LongestCode;
    }
}
