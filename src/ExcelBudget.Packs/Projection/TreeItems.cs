using System.Globalization;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Packs.Projection;

/// <summary>
/// 科目下逐项列出的行。Items below codes, such as projects below their 项: they are told apart by name and numbered in the order in which the
/// facts name them first.
/// </summary>
/// <param name="tree">The rows.</param>
/// <param name="codes">Their code list.</param>
internal sealed class TreeItems(RowGroup.Tree tree, CodeList codes)
{
    private readonly Dictionary<(string Above, string Name), string> _codes = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The code of the item a fact belongs to; null where rows end with codes.</summary>
    public string? CodeOf(DatasetRow fact)
    {
        if (tree.ItemField is not { } field || codes.ItemDepth < 0) return null;
        var above = string.Concat(tree.KeyFields.Select(fact.Text));
        var length = codes.ItemDepth == 0 ? 0 : codes.LevelLengths[codes.ItemDepth - 1];
        if (above.Length > length) above = above[..length];
        var name = fact.Text(field);
        if (_codes.TryGetValue((above, name), out var known)) return known;
        var number = _counts[above] = _counts.GetValueOrDefault(above) + 1;
        var code = above + number.ToString(CultureInfo.InvariantCulture).PadLeft(codes.ItemLength, '0');
        // what the facts give no name is called as the code above it
        _names[code] = name.Length > 0 ? name : codes.NameOf(above) ?? "";
        return _codes[(above, name)] = code;
    }

    /// <summary>The name of an item; null for a code that is none.</summary>
    public string? NameOf(string code) => _names.GetValueOrDefault(code);
}
