using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>All quantities of a project, read once: what its goal tells and what its indicators set.</summary>
internal sealed class ProjectFigures
{
    private static readonly ConditionalWeakTable<ReviewedProject, ProjectFigures> Known = [];

    private ProjectFigures(ReviewedProject project)
    {
        Goal = [.. Aims(QuantityText.Read(project.Goal))];
        Name = QuantityText.Read(project.Name);
        Lines = [.. project.Indicators.Select(LineQuantity.Of).OfType<LineQuantity>()];
    }

    /// <summary>The goal's, in order.</summary>
    public IReadOnlyList<TextQuantity> Goal { get; }

    public IReadOnlyList<TextQuantity> Name { get; }

    public IReadOnlyList<LineQuantity> Lines { get; }

    /// <summary>
    /// Where a change starts is not what the project is to reach; but the words before it say what changes: 治理率由35%提升到60%.
    /// </summary>
    private static IEnumerable<TextQuantity> Aims(IReadOnlyList<TextQuantity> told)
    {
        for (var at = 0; at < told.Count; at++)
        {
            if (told[at].IsStart) continue;
            var start = at > 0 && told[at - 1] is { IsStart: true } before && before.Unit == told[at].Unit
                && before.Sentence == told[at].Sentence ? before : null;
            yield return start is null ? told[at] : told[at] with
            {
                Before = Subject(start.Before),
                Per = told[at].Per.Count > 0 ? told[at].Per : start.Per,
            };
        }
    }

    private static string Subject(string words) => words.LastIndexOfAny(['由', '从']) is > 0 and var cut ? words[..cut] : words;

    public static ProjectFigures Of(ReviewedProject project) => Known.GetValue(project, static key => new ProjectFigures(key));
}
