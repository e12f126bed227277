using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Template;

/// <summary>The forms of a pack that the note treats in a way of its own: the texts, and the projects with their inner form.</summary>
internal sealed class NoteForms
{
    private readonly Dictionary<string, TextSection> _sections;

    public NoteForms(Pack pack)
    {
        Texts = pack.Forms.FirstOrDefault(form => form.Rows.Any(group => group is RowGroup.Texts));
        TextColumn = Texts?.Columns.First(column => column.Kind == CellKind.Text).Id ?? default;
        _sections = Texts?.Rows.OfType<RowGroup.Texts>().SelectMany(group => group.Sections).ToDictionary(section => section.Id) ?? [];
        Projects = pack.Forms.FirstOrDefault(form => form.Blocks is not null);
        Inner = Projects is null ? null : pack.Form(Projects.Blocks!.Inner);
    }

    /// <summary>The form of the texts; null when the pack has none.</summary>
    public FormDefinition? Texts { get; }

    /// <summary>The column that holds the words.</summary>
    public ColumnId TextColumn { get; }

    /// <summary>The form that repeats for each project; null when the pack has none.</summary>
    public FormDefinition? Projects { get; }

    /// <summary>The form inside a project (绩效指标).</summary>
    public FormDefinition? Inner { get; }

    /// <summary>Ids of the texts' sections.</summary>
    public IEnumerable<string> SectionIds => _sections.Keys;

    /// <summary>The section of an id; null when the pack has none.</summary>
    public TextSection? Section(string id) => _sections.GetValueOrDefault(id);

    /// <summary>The rows inside each project by its key; those of a repeated project stand with it.</summary>
    public ILookup<RowKey, RowView> RowsByProject(BudgetFigures figures) =>
        figures.View(Inner!).Rows.ToLookup(row => RowKeys.OwnerOf(row.Key));
}
