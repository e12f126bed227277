using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Packs.Forms;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Forms;

/// <summary>Reads forms/*.yaml. templates/README.md documents the file.</summary>
internal static class FormReader
{
    /// <summary>Reads a form.</summary>
    /// <param name="folder">Folder of the pack.</param>
    /// <param name="id">The form's id.</param>
    /// <param name="amounts">How the pack prints money where the form says nothing.</param>
    /// <param name="context">Code lists and tables that forms draw on.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static FormDefinition? Read(
        string folder, string id, AmountFormat amounts, FormContext context, List<PackFault> faults)
    {
        var file = $"forms/{id}.yaml";
        if (YamlFile.Open(folder, file, faults) is not { } map) return null;
        var before = faults.Count;
        if (map.Required("id") != id) faults.Add(new PackFault(file, map.LineOf("id"), $"id 应与文件名相同：{id}"));
        var printed = AmountFormatReader.Read(map, amounts);
        var columns = map.Maps("columns").SelectMany(column => FormColumnReader.Read(column, [], context))
            .Select(column => InUnit(column, printed)).ToArray();
        var doubled = columns.GroupBy(column => column.Id).FirstOrDefault(group => group.Count() > 1);
        if (doubled is not null) faults.Add(new PackFault(file, map.LineOf("columns"), $"栏 {doubled.Key} 出现不止一次"));
        if (columns.Length == 0) faults.Add(new PackFault(file, map.Line, "缺少 columns"));
        var rows = RowReader.ReadAll(map.Maps("rows"), columns, context).ToArray();
        var keys = rows.OfType<RowGroup.Fixed>().GroupBy(row => row.Key).FirstOrDefault(group => group.Count() > 1);
        if (keys is not null) faults.Add(new PackFault(file, map.LineOf("rows"), $"行 {keys.Key} 出现不止一次"));
        var form = Describe(map, columns, rows, printed, faults.Count > before);
        map.RefuseOthers();
        return form;
    }

    private static FormDefinition? Describe(YamlMap map, FormColumn[] columns, RowGroup[] rows, AmountFormat amounts, bool isBroken)
    {
        var (title, printed, sheet) = (map.Required("title"), map.Text("printedTitle"), map.Required("sheet"));
        if (sheet.Length > 31) map.Faults.Add(new PackFault(map.File, map.LineOf("sheet"), "工作表名不能超过 31 个字"));
        var (aliases, second, notes) = (map.Texts("aliases"), map.Texts("secondLine"), map.Texts("footNotes"));
        var (numbers, portrait, published) = (map.Flag("columnNumbers"), map.Flag("portrait"), map.Flag("published", true));
        var (onePage, when) = (map.Flag("onePage"), map.Text("when"));
        var (empty, guidance, id, number) = (map.Text("emptyNote"), map.Text("guidance"), map.Text("id"), map.Text("numberLine"));
        var own = rows.Where(row => row is not RowGroup.Tree { As: not null }).ToArray();
        FormDefinition Part(RowGroup.Tree tree) => new(tree.As!.Value, columns, [tree with { As = null }])
        {
            Title = title,
            PrintedTitle = printed,
            Sheet = sheet,
            Amounts = amounts,
            Portrait = portrait,
            Published = published,
            When = when,
            PartOf = new FormId(id!),
        };
        return isBroken ? null : new FormDefinition(new FormId(id!), columns, own)
        {
            AllRows = own.Length == rows.Length ? own : [.. rows.Select(row => row is RowGroup.Tree { As: not null } tree
                ? new RowGroup.Part(Part(tree)) { Columns = tree.Columns, Stretch = tree.Stretch, Side = tree.Side, Line = tree.Line }
                : row)],
            Title = title,
            PrintedTitle = printed,
            NumberLine = number,
            Aliases = aliases,
            Sheet = sheet,
            SecondLine = second,
            Amounts = amounts,
            PrintsColumnNumbers = numbers,
            EmptyNote = InUnit(empty, amounts),
            FootNotes = [.. notes.Select(note => InUnit(note, amounts)!)],
            Guidance = InUnit(guidance, amounts),
            Portrait = portrait,
            OnePage = onePage,
            Published = published,
            When = when,
        };
    }

    /// <summary>
    /// Headings, notes and guidance know their form's unit: {money}. What else they may name is not known before a budget is.
    /// </summary>
    private static string? InUnit(string? text, AmountFormat amounts) =>
        text?.Replace("{money}", amounts.Unit.Title(), StringComparison.Ordinal);

    private static FormColumn InUnit(FormColumn column, AmountFormat amounts) => column with
    {
        Title = InUnit(column.Title, amounts)!,
        Groups = [.. column.Groups.Select(group => InUnit(group, amounts)!)],
        Prompt = InUnit(column.Prompt, amounts),
    };
}
