using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>All quantities of a project, read once: what its goal tells and what its indicators set.</summary>
internal sealed class ProjectFigures
{
    private static readonly ConditionalWeakTable<ReviewedProject, ProjectFigures> Known = [];

    private ProjectFigures(ReviewedProject project)
    {
        // where a change starts is not what the project is to reach
        Goal = [.. QuantityText.Read(project.Goal).Where(told => !told.IsStart)];
        Name = QuantityText.Read(project.Name);
        Lines = [.. project.Indicators.Select(LineQuantity.Of).OfType<LineQuantity>()];
    }

    /// <summary>The goal's, in order.</summary>
    public IReadOnlyList<TextQuantity> Goal { get; }

    public IReadOnlyList<TextQuantity> Name { get; }

    public IReadOnlyList<LineQuantity> Lines { get; }

    public static ProjectFigures Of(ReviewedProject project) => Known.GetValue(project, static key => new ProjectFigures(key));
}
