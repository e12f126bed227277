using System.Security;
using ExcelBudget.Domain.Budgets;

namespace ExcelBudget.Notes.Template;

/// <summary>Words that come from the budget itself, by the names that tags, headings and the document's title use.</summary>
internal static class BudgetWords
{
    private static readonly Dictionary<string, Func<NoteWriter, string>> Names = new(StringComparer.Ordinal)
    {
        ["unit"] = writer => Identity(writer).UnitName,
        ["unitName"] = writer => Identity(writer).UnitName,
        ["unitCode"] = writer => Identity(writer).UnitCode,
        ["year"] = writer => NoteWriter.Whole(Identity(writer).Year),
        ["lastYear"] = writer => NoteWriter.Whole(Identity(writer).Year - 1),
        ["previousYearEnd"] = writer => $"{NoteWriter.Whole(Identity(writer).Year - 1)}-12-31",
        ["previousYearEndDate"] = writer => $"{NoteWriter.Whole(Identity(writer).Year - 1)}年12月31日",
        ["packTitle"] = writer => writer.Figures.Book.Pack.Title,
    };

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["unit"] = "单位名称",
        ["unitName"] = "单位名称",
        ["unitCode"] = "单位编码",
        ["year"] = "预算年度",
        ["lastYear"] = "上年",
        ["previousYearEnd"] = "上年末",
        ["previousYearEndDate"] = "上年末",
        ["packTitle"] = "表样名称",
        ["toc"] = "目录",
        ["item"] = "编号",
    };

    /// <summary>What a name means, in Chinese; the name itself for another one.</summary>
    public static string TitleOf(string name) => Titles.GetValueOrDefault(name, name);

    public static IEnumerable<string> Known => Names.Keys;

    /// <summary>The words of a name; null for another name.</summary>
    public static Func<NoteWriter, string>? Named(string name) => Names.GetValueOrDefault(name);

    /// <summary>A text with its {slots} filled.</summary>
    public static string Of(string text, NoteWriter writer) => !HasSlot(text) ? text
        : OfUnit(Fill(text, name => name(writer)), writer, word => word);

    /// <summary>False for a text that is the same for every budget.</summary>
    public static bool HasSlot(string text) => text.Contains('{', StringComparison.Ordinal);

    /// <summary>XML with its {slots} filled and escaped.</summary>
    public static string InXml(string xml, NoteWriter writer) =>
        OfUnit(Fill(xml, name => SecurityElement.Escape(name(writer))), writer, SecurityElement.Escape);

    /// <summary>Words of the pack that follow from what the unit says of itself.</summary>
    private static string OfUnit(string text, NoteWriter writer, Func<string, string?> written)
    {
        foreach (var (name, word) in Identity(writer).Words)
            text = text.Replace($"{{{name}}}", written(word), StringComparison.Ordinal);
        return text;
    }

    private static string Fill(string text, Func<Func<NoteWriter, string>, string> word)
    {
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        foreach (var (name, words) in Names) text = text.Replace($"{{{name}}}", word(words), StringComparison.Ordinal);
        return text;
    }

    private static BudgetIdentity Identity(NoteWriter writer) => writer.Figures.Budget.Identity;
}
