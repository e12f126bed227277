using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>A line of a text before it is damaged: what it tells, and its words.</summary>
/// <param name="Level">1 or 2 for a heading, 3 for an indicator.</param>
/// <param name="Text">Its words.</param>
/// <param name="It">The indicator; null for a heading.</param>
internal sealed record CopiedLine(int Level, string Text, Indicator? It = null);

/// <summary>A project as a clerk typed it, line by line, in one of the plain ways.</summary>
internal sealed class BadCopy(Chance chance, IReadOnlyList<Indicator> project)
{
    private const string Numerals = "一二三四五六七八九十";

    private static readonly (Func<int, string> First, Func<int, string> Second, Func<int, string> Third)[] Marks =
    [
        (n => Numerals[n - 1] + "、", n => $"（{Numerals[n - 1]}）", n => n + "."),
        (_ => "", _ => "", _ => ""),
        (n => n + ".", n => $"（{n}）", n => ((char)('①' + n - 1)).ToString()),
        (n => Numerals[n - 1] + "、", n => n + "、", n => $"（{n}）"),
        (_ => "", n => $"（{Numerals[n - 1]}）", n => n + "、"),
    ];

    public Chance Chance { get; } = chance;

    /// <summary>The indicators.</summary>
    public IReadOnlyList<Indicator> Project { get; } = project;

    /// <summary>Levels on their own lines, one indicator a line.</summary>
    /// <param name="item">How an indicator is told; null for name and target.</param>
    public List<CopiedLine> Outline(Func<Indicator, string>? item = null)
    {
        var (marks, colon, joint) = (Chance.Of(Marks), Chance.Of(["", "：", ":"]), Chance.Of(["", " ", "：", ""]));
        item ??= it => it.Name + Joint(it, joint) + Target(it);
        var lines = new List<CopiedLine>();
        var (one, two, three, level1, level2) = (0, 0, 0, "", "");
        foreach (var it in Project)
        {
            if (it.Level1 != level1) (lines, two, level2) = ([.. lines, new(1, marks.First(++one) + it.Level1)], 0, "");
            if (it.Level2 != level2) (lines, three) = ([.. lines, new(2, marks.Second(++two) + it.Level2 + colon)], 0);
            lines.Add(new(3, marks.Third(++three) + item(it), it));
            (level1, level2) = (it.Level1, it.Level2);
        }

        return lines;
    }

    /// <summary>Level 1 on its own line, level 2 at the beginning of each indicator's.</summary>
    public List<CopiedLine> Inline(string colon = "：")
    {
        var joint = Chance.Of([" ", "：", " "]);
        var lines = new List<CopiedLine>();
        var level1 = "";
        foreach (var it in Project)
        {
            if (it.Level1 != level1) lines.Add(new(1, level1 = it.Level1));
            lines.Add(new(3, $"{it.Level2}{colon}{it.Name}{Joint(it, joint)}{Target(it)}", it));
        }

        return lines;
    }

    /// <summary>A row for each indicator.</summary>
    /// <param name="between">What stands between its cells.</param>
    /// <param name="columns">1, 2 the levels, n the name, t the target, s, v, u sign, value and unit.</param>
    /// <param name="isMerged">True where a level is printed once.</param>
    public List<CopiedLine> Table(string between, string columns, bool isMerged = false)
    {
        var lines = new List<CopiedLine>();
        var (level1, level2) = ("", "");
        foreach (var it in Project)
        {
            var (isSame1, isSame2) = (isMerged && it.Level1 == level1, isMerged && it.Level1 == level1 && it.Level2 == level2);
            (level1, level2) = (it.Level1, it.Level2);
            var cells = columns.Select(column => column switch
            {
                '1' => isSame1 ? "" : it.Level1,
                '2' => isSame2 ? "" : it.Level2,
                'n' => it.Name,
                's' => it.Operator.Sign(),
                'v' => it.Value,
                'u' => it.Unit,
                _ => Target(it),
            });
            lines.Add(new(3, string.Join(between, between.Trim(' ').Length == 0 ? cells.Where(cell => cell.Length > 0) : cells), it));
        }

        return lines;
    }

    /// <summary>指标值 as printed.</summary>
    public static string Target(Indicator it) => TargetSigns.Bound(it.Operator) + it.Value + it.Unit;

    /// <summary>Words do not follow words without anything between.</summary>
    public static string Joint(Indicator it, string joint) =>
        joint.Length == 0 && it.Operator == TargetOperator.Qualitative ? "：" : joint;

    /// <summary>The lines as one text.</summary>
    public static string Joined(IEnumerable<CopiedLine> lines, string end = "\n") => string.Join(end, lines.Select(line => line.Text));
}
