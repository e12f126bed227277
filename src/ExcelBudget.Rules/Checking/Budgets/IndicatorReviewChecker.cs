using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Checkers;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>
/// Lets rules.yaml name a check on goals and indicators like any other checker, and puts what it objects to into the pack's forms.
/// </summary>
/// <param name="check">The check.</param>
internal sealed class IndicatorReviewChecker(IIndicatorCheck check) : ITextChecker
{
    private const string GoalTitle = "绩效目标";

    private const string NoStandards = "缺少 indicators.yaml（绩效指标规范），指标检查没有依据";

    public string Name => check.Name;

    public bool LooksAt(FormDefinition form) => false;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        if (scope.Figures.Book.Pack.Indicators?.Places is not { } places) return [];
        if (check.NeedsIndicators && places is { Text: null, Indicators: { } lines } && scope.Figures.Budget[new FormId(lines)] is null)
        {
            scope.NotChecked(MissingForm.Reason(scope.Figures.Book.Pack[new FormId(lines)]));
            return [];
        }

        var objections = check.Check(ReviewReader.Of(scope.Figures));
        return objections is List<Objection> { Count: 0 } ? [] : objections.Select(objection => Hit(objection, places));
    }

    public IEnumerable<string> Problems(TextCheckDeclaration declaration, Pack pack)
    {
        if (pack.Indicators?.Places is not { } places) return [NoStandards];
        var projects = Unknown(pack, places.Projects, [places.Name, places.Amount, places.Goal, places.Classified, places.Text]);
        return places.Indicators is { } lines ? projects.Concat(Unknown(pack, lines, places.Columns.Values)) : projects;
    }

    private static IEnumerable<string> Unknown(Pack pack, string id, IEnumerable<string?> columns)
    {
        if (pack.Form(new FormId(id)) is not { } form) return [$"indicators.yaml 的 places：没有表“{id}”"];
        return columns.OfType<string>().Where(column => form.Column(new ColumnId(column)) is null)
            .Select(column => $"indicators.yaml 的 places：表 {id} 没有栏“{column}”");
    }

    private static Hit Hit(Objection objection, IndicatorPlaces places)
    {
        var (form, row, column) = Place(objection, places);
        return new Hit(
            row, new ColumnId(column), objection.Actual, objection.Expected, objection.Match, Form: new FormId(form),
                Indicator: objection.At?.Title ?? (objection.Part == ProjectPart.Goal ? GoalTitle : null))
        {
            Others = [.. objection.Others.Select(project => project.Name)],
            IsDoubtful = objection.IsDoubtful || objection.Project.HasDoubtfulTargets,
        };
    }

    private static (string Form, RowKey Row, string Column) Place(Objection objection, IndicatorPlaces places)
    {
        if (objection.At is { Row: { } row } && places.Indicators is { } lines)
        {
            return (lines, row, places.Columns.GetValueOrDefault(objection.Field) ?? places.Columns.GetValueOrDefault("value")
                ?? places.Columns["name"]);
        }

        var part = objection.At is not null ? ProjectPart.Indicators : objection.Part;
        return (places.Projects, objection.Project.Key, part switch
        {
            ProjectPart.Goal => places.Goal,
            ProjectPart.Name => places.Name,
            _ => places.Text ?? places.Name,
        });
    }
}
