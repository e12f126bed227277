using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>
/// Tables, fields and words that «from» and «where» name and no dataset has: they would read as nothing, without a word.
/// </summary>
internal static class FactConsistency
{
    /// <summary>Fields that are derived and stand in no file.</summary>
    private static readonly Dictionary<string, string[]> Derived = new(StringComparer.Ordinal)
    {
        [DatasetTables.Procurement] = [DatasetFields.ProjectName, DatasetFields.ProjectAmount],
    };

    private static readonly string[] MemberFields =
        [DatasetFields.UnitCode, DatasetFields.UnitName, DatasetFields.UnitNature, DatasetFields.UnitRank, DatasetFields.Funding];

    public static IEnumerable<PackFault> Problems(Pack pack)
    {
        var tables = PackSchema.Of(pack).ToDictionary(table => table.Name, StringComparer.Ordinal);
        foreach (var form in pack.Forms)
        {
            foreach (var (where, query, line) in Queries(form))
            {
                foreach (var problem in Of(query, tables)) yield return new PackFault(form.File, line, $"{where}：{problem}");
            }

            foreach (var (line, problem) in Keys(form, tables)) yield return new PackFault(form.File, line, problem);
        }
    }

    private static IEnumerable<(string Where, FactQuery Query, int Line)> Queries(FormDefinition form)
    {
        foreach (var column in form.Columns.Where(column => column.From is not null))
            yield return ($"栏 {column.Id} 的 from", column.From!, column.From!.Line);
        foreach (var row in form.Rows.OfType<RowGroup.Fixed>())
        {
            foreach (var (id, where) in row.Entered)
            {
                if (form.Column(id)?.From is not { } query) continue;
                var own = row.Table is { } table ? query with { Table = table } : query;
                yield return ($"行 {row.Key} 的栏 {id}", own.And(where), row.Line);
            }

            foreach (var (id, query) in row.EnteredTexts) yield return ($"行 {row.Key} 的栏 {id}", query, query.Line);
        }
    }

    private static IEnumerable<string> Of(FactQuery query, Dictionary<string, TableSchema> tables)
    {
        if (query.Table == DatasetTables.Members)
        {
            foreach (var field in query.Where.Keys.Append(query.Field).Where(field => !MemberFields.Contains(field)))
                yield return $"数据表 members 没有列“{field}”，有：{string.Join("、", MemberFields)}";
            yield break;
        }

        if (!tables.TryGetValue(query.Table, out var table))
        {
            yield return $"没有数据表“{query.Table}”，有：{string.Join("、", tables.Keys)}（可以在 pack.yaml 的 data 里增加）";
            yield break;
        }

        var derived = Derived.GetValueOrDefault(query.Table, []);
        foreach (var field in query.Where.Keys.Append(query.Field).Distinct().Where(field => table.Find(field) is null
            && !derived.Contains(field)))
            yield return $"数据表 {query.Table} 没有列“{field}”{Nearest(field, table)}，有：{Names(table)}";
        foreach (var (field, values) in query.Where)
        {
            if (table.Find(field)?.Choices is not { } choices) continue;
            foreach (var value in values.Where(value => value.Length > 0 && !value.EndsWith('*') && !choices.Values.Contains(value)))
                yield return $"数据表 {query.Table} 的 {field} 不会是“{value}”，可以是：{string.Join("、", choices.Values)}";
        }
    }

    private static IEnumerable<(int Line, string Problem)> Keys(FormDefinition form, Dictionary<string, TableSchema> tables)
    {
        foreach (var list in form.Rows.OfType<RowGroup.List>().Where(list => list.Table != DatasetTables.Members
            && !tables.ContainsKey(list.Table)))
            yield return (list.Line, $"list：没有数据表“{list.Table}”，有：{string.Join("、", tables.Keys)}");
        if (form.Tree is not { } tree) yield break;
        foreach (var table in form.Columns.Where(column => tree.Covers(column.Id)).Select(column =>
            column.From?.Table).OfType<string>().Distinct())
        {
            if (!tables.TryGetValue(table, out var known)) continue;
            foreach (var key in tree.KeyFields.Where(key => known.Find(key) is null))
                yield return (tree.Line, $"tree 的 key：数据表 {table} 没有列“{key}”，有：{Names(known)}");
        }
    }

    private static string Names(TableSchema table) => string.Join("、", table.Columns.Select(column => column.Name));

    private static string Nearest(string field, TableSchema table) =>
        NearestWord.Question(field, table.Columns.Select(column => column.Name)).TrimEnd('。') is { Length: > 0 } question
            ? $"（{question.TrimEnd('？')}？）" : "";
}
