using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.Ledger.Chain;

namespace ExcelBudget.Worker.Access;

/// <summary>Tokens and what was done with them, in the ledger: rows are added and never changed, each told in the chain.</summary>
internal sealed class AccessLedger(CountyLedger ledger, TimeProvider time)
{
    private const string Select =
        """
        SELECT token.number, token.hash, token.role, token.department, token.holder, token.at, gone.at AS revoked_at
        FROM access_token token LEFT JOIN access_revocation gone ON gone.token = token.number
        """;

    /// <summary>Makes a token.</summary>
    /// <param name="role">What its holder may do.</param>
    /// <param name="department">部门编码 for a department's; empty for others.</param>
    /// <param name="holder">Who gets it.</param>
    /// <returns>The key: it is kept nowhere and cannot be shown again.</returns>
    public string Make(AccessRole role, string department, string holder)
    {
        var key = AccessToken.NewKey();
        ledger.Append(
            ChainedTable.Tokens,
            "INSERT INTO access_token (hash, role, department, holder, at) VALUES (@Hash, @Role, @Department, @Holder, @At)",
            new AccessToken
            {
                Hash = AccessToken.HashOf(key),
                Role = role.Code(),
                Department = department,
                Holder = holder,
                At = time.GetUtcNow(),
            });
        return key;
    }

    /// <summary>Revokes a token, from the next request on.</summary>
    /// <returns>False when there is no such token, or it was revoked before.</returns>
    public bool Revoke(long token)
    {
        if (!All().Any(each => each.Number == token)) return false;
        return ledger.Append(
            ChainedTable.Revocations, "INSERT OR IGNORE INTO access_revocation (token, at) VALUES (@token, @at)",
            new { token, at = time.GetUtcNow() });
    }

    /// <summary>Every token there ever was, oldest first.</summary>
    public IReadOnlyList<AccessToken> All() => ledger.Query<AccessToken>(Select + " ORDER BY token.number", new { });

    /// <summary>The token of a key, good or revoked; null for a key nobody was given.</summary>
    public AccessToken? Find(string key) =>
        ledger.Query<AccessToken>(Select + " WHERE token.hash = @hash", new { hash = AccessToken.HashOf(key) }).SingleOrDefault();

    /// <summary>True for a token that was not revoked.</summary>
    public bool IsGood(long token) => ledger.Query<long>(
        "SELECT count(*) FROM access_revocation WHERE token = @token", new { token }).Single() == 0;

    /// <summary>Notes what somebody did.</summary>
    public void Add(ActionTaken action) => ledger.Append(
        ChainedTable.Actions,
        """
        INSERT INTO action_taken (at, person, role, token, act, subject, detail, request)
        VALUES (@At, @Person, @Role, @Token, @Act, @Subject, @Detail, @Request)
        """, action with { At = time.GetUtcNow() });

    /// <summary>The latest of what was done, newest first.</summary>
    public IReadOnlyList<ActionTaken> Actions(int most) =>
        ledger.Query<ActionTaken>("SELECT * FROM action_taken ORDER BY number DESC LIMIT @most", new { most });
}
