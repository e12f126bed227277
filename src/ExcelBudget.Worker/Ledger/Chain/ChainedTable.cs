using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Ledger.Chain;

/// <summary>A table of the ledger whose rows are told in the chain.</summary>
/// <param name="Kind">Kind of its entries.</param>
/// <param name="Name">Name of the table.</param>
/// <param name="Key">Column that is the subject of an entry.</param>
internal sealed record ChainedTable(string Kind, string Name, string Key)
{
    /// <summary>报送。A dropped file and how far it has come, with its outputs.</summary>
    public static readonly ChainedTable Submissions = new("submission", "submission", "id");

    /// <summary>答复。</summary>
    public static readonly ChainedTable Answers = new("answered", "answer", "number");

    /// <summary>放行 of a held file.</summary>
    public static readonly ChainedTable Releases = new("released", "release", "number");

    /// <summary>下发。</summary>
    public static readonly ChainedTable Issues = new("issued", "issued", "workbook_id");

    /// <summary>特批。An error that the clerk lets pass.</summary>
    public static readonly ChainedTable Waivers = new("waived", "waiver", "number");

    /// <summary>认可答复。An answer to a 疑点 that the clerk is content with.</summary>
    public static readonly ChainedTable AcceptedAnswers = new("answer_accepted", "answer_acceptance", "number");

    /// <summary>催报。</summary>
    public static readonly ChainedTable Reminders = new("reminded", "reminder", "number");

    /// <summary>公开。</summary>
    public static readonly ChainedTable Publications = new("published", "publication", "number");

    /// <summary>令牌。A key to the page, by its hash.</summary>
    public static readonly ChainedTable Tokens = new("token_made", "access_token", "number");

    /// <summary>撤销令牌。</summary>
    public static readonly ChainedTable Revocations = new("token_revoked", "access_revocation", "number");

    /// <summary>操作记录。What somebody did through the page.</summary>
    public static readonly ChainedTable Actions = new("acted", "action_taken", "number");

    public static readonly IReadOnlyList<ChainedTable> All =
        [Submissions, Answers, AcceptedAnswers, Releases, Issues, Waivers, Reminders, Publications, Tokens, Revocations, Actions];

    /// <summary>True when the ledger has the table: one of an older program may lack it.</summary>
    public bool IsIn(SqliteTransaction transaction) => transaction.Connection!.ExecuteScalar<long>(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @Name", new { Name }, transaction) > 0;

    /// <summary>A row as its entry tells it.</summary>
    public SortedDictionary<string, string> Row(SqliteTransaction transaction, object subject)
    {
        var row = transaction.Connection!.QuerySingle($"SELECT * FROM {Name} WHERE {Key} = @subject", new { subject }, transaction);
        return Fields(transaction, (IDictionary<string, object>)row);
    }

    /// <summary>All rows as their entries should tell them.</summary>
    public IEnumerable<SortedDictionary<string, string>> Rows(SqliteTransaction transaction) =>
        transaction.Connection!.Query($"SELECT * FROM {Name}", transaction: transaction)
            .Select(row => (SortedDictionary<string, string>)Fields(transaction, (IDictionary<string, object>)row));

    /// <summary>The columns by name, as texts; blank ones left out, so that a column added later changes nothing.</summary>
    private SortedDictionary<string, string> Fields(SqliteTransaction transaction, IDictionary<string, object> row)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in row)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture);
            if (!string.IsNullOrEmpty(text)) fields[name] = text;
        }

        if (this != Submissions) return fields;
        var outputs = transaction.Connection!.Query<(string Kind, string Path, string Hash)>(
            "SELECT kind, final_path, sha256 FROM output WHERE submission = @id", new { id = row["id"] }, transaction);
        foreach (var (kind, path, hash) in outputs) fields["output " + kind] = $"{path} {hash}";
        return fields;
    }
}
