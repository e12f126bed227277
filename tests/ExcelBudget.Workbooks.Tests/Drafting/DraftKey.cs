using System.Text.Json;

namespace ExcelBudget.Workbooks.Tests.Drafting;

/// <summary>What a draft of an official workbook must hold, written before the first draft (tests/data/drafts/official).</summary>
internal sealed record DraftKey(IReadOnlyList<KeyForm> Forms, IReadOnlyList<IReadOnlyList<string>> Ties)
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<Dictionary<string, DraftKey>> Keys = new(() => Read("key.json"));

    private static readonly Lazy<Dictionary<string, DraftKey>> MessyKeys = new(() => Read("messy.json"));

    private static readonly Lazy<Dictionary<string, DraftKey>> UnseenKeys = new(() => Read("unseen.json"));

    /// <summary>Further places, by name.</summary>
    public static IEnumerable<string> Unseen => UnseenKeys.Value.Keys;

    public static DraftKey OfUnseen(string name) => UnseenKeys.Value[name];

    /// <summary>What people do to forms, by name.</summary>
    public static IEnumerable<string> Messy => MessyKeys.Value.Keys;

    public static DraftKey Of(string province) => Keys.Value[province];

    public static DraftKey OfMessy(string name) => MessyKeys.Value[name];

    private static Dictionary<string, DraftKey> Read(string file) => JsonSerializer.Deserialize<Dictionary<string, DraftKey>>(
        File.ReadAllText(Repository.PathOf("tests", "data", "drafts", "official", file)), Camel)!;
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
