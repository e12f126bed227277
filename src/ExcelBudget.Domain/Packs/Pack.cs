using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Domain.Packs;

/// <summary>表样包。Everything about one province's forms: data, not code.</summary>
public sealed class Pack
{
    private readonly Dictionary<FormId, FormDefinition> _forms;

    /// <param name="id">Pack id, the folder's name.</param>
    /// <param name="forms">Forms in workbook order.</param>
    public Pack(string id, IReadOnlyList<FormDefinition> forms)
    {
        Id = id;
        Forms = forms;
        _forms = forms.ToDictionary(form => form.Id);
    }

    /// <summary>Pack id, for example «hebei».</summary>
    public string Id { get; }

    /// <summary>What people call the pack, in Chinese, as lists and messages print it.</summary>
    public required string Title { get; init; }

    /// <summary>Version; raised when forms change so that old workbooks must be told apart.</summary>
    public required int Version { get; init; }

    /// <summary>Fingerprint of the pack's files: tells whether a workbook was issued from the same forms and rules.</summary>
    public string Fingerprint => FingerprintWhenNeeded.Value;

    /// <summary>The same for whoever reads a pack and may never issue a workbook of it.</summary>
    public Lazy<string> FingerprintWhenNeeded { get; init; } = new("");

    /// <summary>First and last budget year the pack serves.</summary>
    public required (int First, int Last) Years { get; init; }

    /// <summary>True when a 疑点 without an answer returns a workbook; false, the default, when errors alone do.</summary>
    public bool UnansweredWarningsReturn { get; init; }

    /// <summary>What names of workbooks and notes say is published: 部门预算公开, 部门决算公开.</summary>
    public string Called { get; init; } = PublicationName.Usual;

    /// <summary>资产的截止日期。Month and day of the year before the budget's for which assets are told.</summary>
    public (int Month, int Day) AssetsAsOf { get; init; } = (12, 31);

    /// <summary>What a note with gaps offends against, as the finding names it; null for the usual words.</summary>
    public string? NoteBasis { get; init; }

    /// <summary>Forms in workbook order.</summary>
    public IReadOnlyList<FormDefinition> Forms { get; }

    /// <summary>Code lists by id.</summary>
    public required IReadOnlyDictionary<string, CodeList> CodeLists { get; init; }

    /// <summary>
    /// 限额。Figures of the pack that its rules call by name, such as 增减幅度: percent, money or a count, as the rule means it. A rule that
    /// names
    /// one the pack lacks is a fault of the pack.
    /// </summary>
    public IReadOnlyDictionary<string, Limit> Limits { get; init; } = new Dictionary<string, Limit>();

    /// <summary>
    /// How money is meant where nothing else says so: the unit of bare numbers in rules and limits, and of figures in the sentences of the
    /// note.
    /// 万元 with two decimals when left out; forms print as they say themselves.
    /// </summary>
    public AmountFormat Amounts { get; init; } = AmountFormat.TenThousandYuan;

    /// <summary>Relations of the rule book.</summary>
    public required IReadOnlyList<RelationDeclaration> Relations { get; init; }

    /// <summary>Checks on texts and lists.</summary>
    public required IReadOnlyList<TextCheckDeclaration> TextChecks { get; init; }

    /// <summary>试行规则。The same forms with the rules on trial in place of the others; null when none is on trial.</summary>
    public Pack? Trial { get; init; }

    /// <summary>签字。True when a workbook must name 填报人, 复核人 and 负责人; false, the default, when it may.</summary>
    public bool RequiresSignOff { get; init; }

    /// <summary>How edited notes are checked.</summary>
    public NoteCheckDeclaration NoteCheck { get; init; } = NoteCheckDeclaration.None;

    /// <summary>Dataset tables the forms draw on; a dataset may lack the others.</summary>
    public IReadOnlySet<string> Tables => Forms.SelectMany(TablesOf).Append(DatasetTables.Units).ToHashSet(StringComparer.Ordinal);

    /// <summary>Tables and columns of the dataset that the pack declares besides those every dataset may have.</summary>
    public IReadOnlyList<DataTable> Data { get; init; } = [];

    /// <summary>What is known of the columns of the dataset's tables, by table and column.</summary>
    public IReadOnlyDictionary<(string Table, string Field), FieldFact> Fields => FieldsWhenNeeded.Value;

    /// <summary>The same for whoever may never ask: relations that follow from the forms are worked out where a pack wants them.</summary>
    public Lazy<IReadOnlyDictionary<(string Table, string Field), FieldFact>> FieldsWhenNeeded { get; init; }
        = new(new Dictionary<(string Table, string Field), FieldFact>());

    /// <summary>Categories of expenditure that have a classification code: all but 年终结转结余; none where that is not known.</summary>
    public IReadOnlySet<string> Coded { get; init; } = new HashSet<string>();

    /// <summary>
    /// 同数。The words of relations that follow from the forms themselves, because two cells draw on the same facts; null for a pack that
    /// asks for none.
    /// </summary>
    public RelationDeclaration? Ties { get; init; }

    /// <summary>收支平衡。How rows call the totals of income and of spending that must be equal; empty for a pack that does not say.</summary>
    public IReadOnlyList<string> Balance { get; init; } = [];

    /// <summary>Words of titles and notes that follow from what a unit says of itself.</summary>
    public IReadOnlyList<PackWord> Words { get; init; } = [];

    /// <summary>绩效指标规范; null when the pack checks no indicators.</summary>
    public IndicatorStandards? Indicators { get; init; }

    /// <summary>涉密项目的公开范围; null when the pack knows no classified projects.</summary>
    public ClassifiedDeclaration? Classified { get; init; }

    /// <summary>The form of an id; null when the pack has none.</summary>
    public FormDefinition? Form(FormId id) => _forms.GetValueOrDefault(id);

    /// <summary>The form of an id.</summary>
    /// <exception cref="KeyNotFoundException">The pack has no such form.</exception>
    public FormDefinition this[FormId id] => _forms[id];

    /// <summary>The code list of a tree form.</summary>
    public CodeList CodesOf(FormDefinition form) => CodeLists[form.Tree!.CodeList];

    private static IEnumerable<string> TablesOf(FormDefinition form) =>
        form.Columns.Select(column => column.From?.Table)
            .Concat(form.Rows.SelectMany(group => group switch
            {
                RowGroup.Fixed row => row.EnteredTexts.Values.Select(query => query.Table).Append(row.Table),
                RowGroup.List list => [list.Table],
                RowGroup.Tree { UnitNames: { } names } => [names.Table],
                _ => Array.Empty<string?>(),
            }))
            .OfType<string>();
}
