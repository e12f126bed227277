using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Language;

/// <summary>
/// Finds what the names of an expression mean in a pack: forms by id, rows by 序号, code or label, columns by 栏次 or heading.
/// </summary>
/// <param name="forms">The pack's forms.</param>
/// <param name="codeLists">The pack's code lists.</param>
/// <param name="limits">Figures the pack gives a name, such as 增减幅度; null for none.</param>
/// <param name="money">计量单位 of bare numbers: the pack's.</param>
public sealed class FormNames(
    IEnumerable<FormDefinition> forms,
    IReadOnlyDictionary<string, CodeList> codeLists,
    IReadOnlyDictionary<string, Limit>? limits = null,
    MoneyUnit money = MoneyUnit.TenThousandYuan)
{
    private readonly Dictionary<string, FormDefinition> _forms =
        forms.ToDictionary(form => form.Id.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The ids of the pack's forms, for messages.</summary>
    public IEnumerable<string> FormIds => _forms.Keys;

    /// <summary>计量单位 of bare numbers.</summary>
    public MoneyUnit Money => money;

    /// <summary>The figure a pack gives a name; null when it gives none.</summary>
    public Limit? Limit(string name) => limits is not null && limits.TryGetValue(name, out var figure) ? figure : null;

    /// <summary>The form of an id; null when there is none.</summary>
    public FormDefinition? Form(string name) => _forms.GetValueOrDefault(name);

    /// <summary>The key of a row by its 序号, name, code or one of its labels; null when the form has none.</summary>
    public RowKey? Row(FormDefinition form, string name)
    {
        var key = new RowKey(name);
        if (form.FixedRow(key) is not null) return key;
        var labelled = form.Rows.OfType<RowGroup.Fixed>()
            .Where(row => row.Labels.Values.Any(label => Normalise(label) == Normalise(name)))
            .Select(row => row.Key)
            .ToArray();
        if (labelled.Length == 1) return labelled[0];
        if (ByPath(form, name) is { } under) return under;
        return form.Tree is not null && LevelOf(form, name) >= 0 ? key : null;
    }

    /// <summary>«上年结转/一般公共预算拨款»: a row by its label and that of the row it stands under; null when there is none.</summary>
    private RowKey? ByPath(FormDefinition form, string name)
    {
        var cut = name.LastIndexOf(PathSign);
        if (cut <= 0 || Row(form, name[..cut]) is not { } above) return null;
        var label = Normalise(name[(cut + 1)..]);
        var rows = form.Rows.OfType<RowGroup.Fixed>()
            .Where(row => row.Under == above && row.Labels.Values.Any(own => Normalise(own) == label)).ToArray();
        return rows.Length == 1 ? rows[0].Key : null;
    }

    /// <summary>Stands between a heading and the one above it, and between a row's label and that of the row it stands under.</summary>
    public const char PathSign = '/';

    /// <summary>
    /// The column of a 栏次, of a heading that occurs once, or of a path of headings, «预算数/小计»; null when the form has none.
    /// </summary>
    public static ColumnId? Column(FormDefinition form, string name)
    {
        var id = new ColumnId(name);
        if (form.Column(id) is not null) return id;
        var path = name.Split(PathSign);
        if (path.Length > 1)
        {
            var below = form.Columns.Where(column => column.Groups.Append(column.Title).TakeLast(path.Length).Select(Normalise)
                .SequenceEqual(path.Select(Normalise))).ToArray();
            return below.Length == 1 ? below[0].Id : null;
        }

        var titled = form.Columns.Where(column => Normalise(column.Title) == Normalise(name)).ToArray();
        return titled.Length == 1 ? titled[0].Id : null;
    }

    /// <summary>Depth of a level's name in the form's code tree, or among 类 款 项 in a form of fixed rows; -1 when it is none.</summary>
    public static int LevelDepth(FormDefinition form, string name)
    {
        IReadOnlyList<string> levels = form.Tree?.Levels ?? ["类", "款", "项"];
        for (var place = 0; place < levels.Count; place++)
        {
            if (levels[place] == name) return form.Tree?.Depths[place] ?? place;
        }

        return -1;
    }

    /// <summary>Why the codes of one form say nothing about the rows of another; null when they do, or a form has none.</summary>
    public string? CodesThatDiffer(FormDefinition own, FormDefinition other)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        if (own == other || own.Tree is not { } left || other.Tree is not { } right || left.CodeList == right.CodeList
            || codeLists.GetValueOrDefault(left.CodeList) is not { } ours || codeLists.GetValueOrDefault(right.CodeList) is not { } theirs)
            return null;
        if (theirs.UnitLength > 0 && ours.UnitLength == 0)
        {
            // a code counts over all units
            if (theirs.Below?.Id == ours.Id) return null;
            if (theirs.Below is null) return $"而它一行一个单位，没有科目“{left.CodeList}”";
        }
        else if (ours.UnitLength > 0 && theirs.UnitLength == 0)
        {
            return $"而它的行没有单位：请反过来写，for 写 {other.Id} 的行，{own.Id} 的同一科目会把各单位加起来";
        }
        else if (ours.UnitLength == theirs.UnitLength && ours.UnitLength > 0)
        {
            // the rows of the units themselves meet
            return null;
        }

        return $"而 {own.Id} 的科目是“{left.CodeList}”，它的是“{right.CodeList}”，没有一行对得上";
    }

    /// <summary>True for two forms whose rows of units are the same and what stands below them is not: 项 here, 款 there.</summary>
    public bool MeetOnlyInUnits(FormDefinition own, FormDefinition other)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        return own.Tree is { } left && other.Tree is { } right && codeLists.GetValueOrDefault(left.CodeList) is { UnitLength: > 0 } ours
            && codeLists.GetValueOrDefault(right.CodeList) is { UnitLength: > 0 } theirs
            && ours.Below is { } below && theirs.Below is { } others && below.Id != others.Id;
    }

    /// <summary>Level of a code in the form's tree by its length; -1 when it is no code.</summary>
    private int LevelOf(FormDefinition form, string name) =>
        name.All(char.IsAsciiDigit) ? codeLists[form.Tree!.CodeList].LevelOf(name) : -1;

    /// <summary>A label without ordinals, blanks and brackets' width: «一、 一般公共预算» → «一般公共预算».</summary>
    public static string Normalise(string label)
    {
        var text = string.Concat(label.Where(symbol => !char.IsWhiteSpace(symbol))).Replace('(', '（').Replace(')', '）');
        text = Ordinals.WithoutSlot(text);
        var comma = text.IndexOf('、', StringComparison.Ordinal);
        return comma is > 0 and <= 3 && text[..comma].All(symbol => "一二三四五六七八九十0123456789".Contains(symbol, StringComparison.Ordinal))
            ? text[(comma + 1)..]
            : text;
    }
}
