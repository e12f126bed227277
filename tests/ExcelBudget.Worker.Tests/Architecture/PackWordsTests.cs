using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Worker.Tests.Architecture;

/// <summary>
/// What a province prints stands in its pack: no line of C# names a form, a heading, a label or a fund of any of the packs. Examples of
/// the catalogue of findings and titles of the dataset, which all packs share, are no names of a province.
/// </summary>
public sealed partial class PackWordsTests
{
    private const int ShortestName = 3;

    private static readonly string[] Packs = ["hebei", "qinghai", "zhongyang", "sichuan"];

    /// <summary>Examples, the contract of the dataset, and the invented county of the demonstration.</summary>
    private static readonly string[] Apart = ["Findings/Catalogue", "Datasets/Schema", "Worker/Demo/", "County/Starting"];

    /// <summary>Words that all packs share: kinds of units, classification codes, the national tree of indicators.</summary>
    private static readonly string[] General =
    [
        "单位代码", "科目编码", "科目名称", "行政单位", "事业单位", "项目序号", "预算金额", "产出指标", "效益指标", "满意度指标", "成本指标",
        "服务对象满意度指标", "三级指标",
    ];

    [Fact]
    public void Source_NamesNothingThatAPackPrints()
    {
        var words = Packs.SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        words.Count.ShouldBeGreaterThan(200);
        foreach (var title in DatasetSchema.Tables.SelectMany(table => table.Columns.SelectMany(column => column.Headers)
            .Append(table.Title)))
            words.Remove(title);
        words.ExceptWith(General);
        // a word of the contract within a longer one of a pack is found by the longer one
        var found = Sources().SelectMany(source => File.ReadLines(source).Select((line, index) => (
            File: Path.GetRelativePath(Repository.PathOf("src"), source).Replace('\\', '/'), Line: index + 1,
            Text: Comment().Replace(line, ""))))
            .Where(line => HanSign().IsMatch(line.Text) && !Apart.Any(folder => line.File.Contains(folder, StringComparison.Ordinal)))
            .SelectMany(line => words.Where(word => line.Text.Contains(word, StringComparison.Ordinal))
                .Select(word => $"{line.File}({line.Line}): {word}"));
        found.ShouldBeEmpty();
    }

    private static IEnumerable<string> Words(string pack)
    {
        var forms = EveryPack.BookOf(pack).Pack.Forms;
        return forms.SelectMany(form => form.Aliases.Append(form.Title)
                .Concat(form.Columns.SelectMany(column => column.Groups.Append(column.Title).Concat(Values(column.From))))
                .Concat(form.Rows.OfType<RowGroup.Fixed>().SelectMany(row => row.Labels.Values.Concat(row.Entered.Values
                    .SelectMany(where => where.Values.SelectMany(values => values))))))
            .Select(text => PlainText.Label(Ordinals.Strip(Ordinals.WithoutSlot(Slot().Replace(text, "")))))
            .Where(text => HanSign().Count(text) >= ShortestName);
    }

    private static IEnumerable<string> Values(FactQuery? query) => query?.Where.Values.SelectMany(values => values) ?? [];

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex(@"(?:^|\s)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("[\u4e00-\u9fff]")]
    private static partial Regex HanSign();

    [GeneratedRegex(@"\{[^{}:]*\}")]
    private static partial Regex Slot();
}
