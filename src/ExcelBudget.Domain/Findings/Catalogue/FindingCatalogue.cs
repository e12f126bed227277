using System.Reflection;

namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>
/// 检查发现目录。Every finding the program can raise outside the packs. What is not here cannot be raised: a finding is made by its kind, or
/// by a rule that the pack declares.
/// </summary>
public static class FindingCatalogue
{
    /// <summary>The parts of the catalogue with their titles, in the order of the manual.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<FindingKind> Kinds)> Parts { get; } =
    [
        ("单位和年度", KindsOf(typeof(IdentityFindings))),
        ("工作表", KindsOf(typeof(SheetFindings))),
        ("表头和栏", KindsOf(typeof(HeaderFindings))),
        ("行和栏目", KindsOf(typeof(RowFindings))),
        ("单元格", KindsOf(typeof(CellFindings))),
        ("文字", KindsOf(typeof(ContentFindings))),
        ("编码", KindsOf(typeof(CodeFindings))),
        ("列表", KindsOf(typeof(ListFindings))),
        ("公式", KindsOf(typeof(FormulaFindings))),
        ("下发后的改动", KindsOf(typeof(ChangeFindings))),
        ("整份预算", KindsOf(typeof(BudgetFindings))),
        ("答复", KindsOf(typeof(AnswerFindings))),
    ];

    /// <summary>Every kind of finding the program itself can raise, in the order of the manual.</summary>
    public static IReadOnlyList<FindingKind> All { get; } = [.. Parts.SelectMany(part => part.Kinds)];

    /// <summary>The sentences that are added to the words of a rule, in the order of the manual.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<FindingSentence> Sentences)> Sentences { get; } =
    [
        ("原因的说法", FieldsOf<FindingSentence>(typeof(CauseSentences))),
        ("核对情况说明时的说法", FieldsOf<FindingSentence>(typeof(NoteSentences))),
    ];

    private static readonly Dictionary<string, FindingKind> ById = All.ToDictionary(kind => kind.Id, StringComparer.Ordinal);

    /// <summary>无法读取的原因。Why a file is not read at all, with the sentence for its sender: workbooks, then notes.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<UnreadableReason> Reasons)> Refusals { get; } =
    [
        ("工作簿", FieldsOf<UnreadableReason>(typeof(UnreadableReason))),
        ("情况说明", [.. FieldsOf<UnreadableReason>(typeof(UnreadableNote)), .. FieldsOf<UnreadableReason>(typeof(UnmatchedNote))]),
    ];

    /// <summary>The kind of an id; null where the catalogue has none.</summary>
    public static FindingKind? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The kinds a class declares: none can be forgotten in a list.</summary>
    private static FindingKind[] KindsOf(Type part) => FieldsOf<FindingKind>(part);

    private static T[] FieldsOf<T>(Type part) =>
        [.. part.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<T>()];
}
