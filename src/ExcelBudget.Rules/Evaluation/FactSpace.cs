using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>
/// 取数范围。Which facts of a dataset a query adds up, as one number: two queries have the same number exactly when they add up the same
/// facts, in whatever words they say so (人员经费 and 公用经费, or everything but 项目支出). A range is a product of sets of values, one for
/// each column; its number is the product of the sums of random weights of those values, modulo a prime.
/// </summary>
internal sealed class FactSpace
{
    private const ulong Prime = (1UL << 61) - 1;
    private const string Other = "\u0001";
    private const string AnyCode = "\u0002";

    private readonly Pack _pack;
    private readonly Dictionary<(string Table, string Field), HashSet<string>> _named = [];

    public FactSpace(Pack pack)
    {
        _pack = pack;
        var codes = pack.Forms.SelectMany(form => form.Rows).OfType<RowGroup.Fixed>().Select(row => row.Code).OfType<string>()
            .Distinct().Select(code => code + "*").ToArray();
        foreach (var form in pack.Forms)
        {
            foreach (var query in Queries(form)) Name(query);
            if (form.Tree is not { } tree) continue;
            Named(DatasetTables.Expenditure, DatasetFields.Category);
            foreach (var table in form.Columns.Select(column => column.From?.Table).OfType<string>().Distinct())
            {
                foreach (var key in tree.KeyFields) Named(table, key).UnionWith(codes);
            }
        }
    }

    /// <summary>The number of the facts that a query adds up.</summary>
    /// <param name="query">The query.</param>
    /// <param name="tree">Rows whose key the facts must have; null for a row that asks for none.</param>
    /// <param name="code">The code of a row, «» for any row of the tree, or null for all of them.</param>
    public ulong Of(FactQuery query, RowGroup.Tree? tree = null, string? code = null)
    {
        var where = query.Where.ToDictionary(field => field.Key, field => Covered(query.Table, field.Key, field.Value));
        foreach (var key in tree?.KeyFields ?? []) Narrow(where, query.Table, key, key == tree!.KeyFields[^1] ? code : null);
        var number = Weight($"{query.Table}|{query.Field}|{query.PreviousYear}");
        foreach (var ((table, field), _) in _named.Where(named => named.Key.Table == query.Table).OrderBy(named => named.Key.Field,
            StringComparer.Ordinal))
        {
            var values = where.TryGetValue(field, out var narrowed) ? narrowed : Universe(table, field);
            number = Times(number, values.Aggregate(0UL, (sum, value) => Plus(sum, Weight($"{table}|{field}|{value}"))));
        }

        return number;
    }

    public static ulong Plus(ulong left, ulong right) => (left + right) % Prime;

    public static ulong Minus(ulong left, ulong right) => (left + Prime - right) % Prime;

    /// <summary>
    /// A row has a key, and so have its facts. Facts without one are missing in a form by keys and stand in another: that the two differ
    /// is a fault, so it says nothing of what they should be. Spending that has no code by its nature, 年终结转结余, is no fact of such a
    /// form.
    /// </summary>
    private void Narrow(Dictionary<string, HashSet<string>> where, string table, string key, string? code)
    {
        var before = where.GetValueOrDefault(key) ?? Universe(table, key);
        if (code is { Length: > 0 }) where[key] = [.. before.Intersect(Covered(table, key, [code + "*"]))];
        else if (code is not null) where[key] = [AnyCode, .. where.ContainsKey(key) ? before : []];
        if (table != DatasetTables.Expenditure || !DatasetFields.CodesOfSpending.Contains(key) || _pack.Coded.Count == 0) return;
        var categories = where.GetValueOrDefault(DatasetFields.Category) ?? Universe(table, DatasetFields.Category);
        where[DatasetFields.Category] = [.. categories.Intersect(_pack.Coded)];
    }

    private HashSet<string> Universe(string table, string field)
    {
        var fact = _pack.Fields.GetValueOrDefault((table, field));
        HashSet<string> values = fact is { Choices.Count: > 0 } ? [.. fact.Choices] : [Other, .. Named(table, field)];
        if (fact is not { IsFilled: true }) values.Add("");
        return values;
    }

    /// <summary>The pieces of a column's values that words and beginnings of codes (301*) cover.</summary>
    private HashSet<string> Covered(string table, string field, IReadOnlyList<string> values) => [.. Universe(table, field).Where(known =>
        known != Other && values.Any(value => known == value
            || (value.EndsWith('*') && known.Length >= value.Length - 1 && known.StartsWith(value[..^1], StringComparison.Ordinal)
                && known.Length > 0)))];

    private void Name(FactQuery query)
    {
        foreach (var (field, values) in query.Where) Named(query.Table, field).UnionWith(values.Where(value => value.Length > 0));
    }

    private HashSet<string> Named(string table, string field)
    {
        if (!_named.TryGetValue((table, field), out var values))
            _named[(table, field)] = values = new HashSet<string>(StringComparer.Ordinal);
        return values;
    }

    private static IEnumerable<FactQuery> Queries(FormDefinition form)
    {
        foreach (var column in form.Columns.Where(column => column.From is not null))
        {
            yield return column.From!;
            foreach (var row in form.Rows.OfType<RowGroup.Fixed>().Where(row => row.Entered.ContainsKey(column.Id)))
                yield return (row.Table is { } table ? column.From! with { Table = table } : column.From!).And(row.Entered[column.Id]);
        }
    }

    private static ulong Times(ulong left, ulong right) => (ulong)((UInt128)left * right % Prime);

    /// <summary>A weight that follows from the words alone: the same in every run.</summary>
    private static ulong Weight(string words)
    {
        var hash = 14695981039346656037UL;
        foreach (var sign in words) hash = (hash ^ sign) * 1099511628211UL;
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9UL;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebUL;
        return ((hash ^ (hash >> 31)) % (Prime - 1)) + 1;
    }
}
