using System.Text.Json;

namespace ExcelBudget.Workbooks.Tests.Drafting;

/// <summary>What a draft of an official workbook must hold, written before the first draft (tests/data/drafts/official).</summary>
internal sealed record DraftKey(IReadOnlyList<KeyForm> Forms, IReadOnlyList<IReadOnlyList<string>> Ties)
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<Dictionary<string, DraftKey>> Keys = new(() => JsonSerializer.Deserialize<Dictionary<string, DraftKey>>(
        File.ReadAllText(Repository.PathOf("tests", "data", "drafts", "official", "key.json")), Camel)!);

    public static DraftKey Of(string province) => Keys.Value[province];
}

internal sealed record KeyForm(string Title, string? Number, string? Left, string? Unit, bool Portrait, bool Fit, bool Numbers,
    string? Foot, int Sides, bool Separators, IReadOnlyList<KeyColumn>? Columns, IReadOnlyList<KeyRow>? Rows, KeyTree? Tree, string? List,
    IReadOnlyList<KeyTotal>? Totals, IReadOnlyList<KeyTotal>? ColumnTotals, IReadOnlyList<KeyChange>? Differences,
    IReadOnlyList<KeyChange>? Rates, bool Block, IReadOnlyList<string>? Fields, IReadOnlyList<string>? Inner, int Lines,
    IReadOnlyList<IReadOnlyList<string>>? Skeleton);

internal sealed record KeyColumn(string Path, string Kind);

internal sealed record KeyRow(string Label, string? Code, bool OfWhich);

internal sealed record KeyTree(string Codes, int Pieces, IReadOnlyList<string> Levels, int Side);

internal sealed record KeyTotal(string? Row, string Column, int At, IReadOnlyList<string> Parts);

internal sealed record KeyChange(string Column, string Now, string Past);
