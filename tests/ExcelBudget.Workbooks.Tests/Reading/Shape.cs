using FsCheck;
using FsCheck.Fluent;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>
/// How large a generated budget is, and the seed of everything in it. Small shapes are simpler budgets, so a failure shrinks.
/// </summary>
/// <param name="Codes">Codes with money in each code form.</param>
/// <param name="Projects">Projects.</param>
/// <param name="Indicators">Most indicators of a project.</param>
/// <param name="Lines">Procurement lines and member units.</param>
/// <param name="Seed">Decides amounts, codes and texts.</param>
public sealed record Shape(int Codes, int Projects, int Indicators, int Lines, int Seed)
{
    /// <summary>Budgets of everyday size, many in a second.</summary>
    public static Arbitrary<Shape> Small() => Of(16, 4, 4, 4);

    /// <summary>Up to what the largest department has.</summary>
    public static Arbitrary<Shape> Large() => Of(200, 60, 12, 80);

    private static Arbitrary<Shape> Of(int codes, int projects, int indicators, int lines) => Arb.From(
        from c in Gen.Choose(1, codes)
        from p in Gen.Choose(0, projects)
        from i in Gen.Choose(0, indicators)
        from l in Gen.Choose(0, lines)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Shape(c, p, i, l, seed),
        Smaller);

    private static IEnumerable<Shape> Smaller(Shape shape)
    {
        if (shape.Codes > 1) yield return shape with { Codes = shape.Codes / 2 };
        if (shape.Projects > 0) yield return shape with { Projects = shape.Projects / 2 };
        if (shape.Projects > 1) yield return shape with { Projects = shape.Projects - 1 };
        if (shape.Indicators > 0) yield return shape with { Indicators = shape.Indicators - 1 };
        if (shape.Lines > 0) yield return shape with { Lines = shape.Lines / 2 };
    }
}
