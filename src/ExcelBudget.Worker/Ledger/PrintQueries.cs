using System.Globalization;
using System.Runtime.InteropServices;
using Dapper;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Ledger;

/// <summary>指纹。What the ledger knows of goals and indicators that were accepted.</summary>
internal sealed class PrintQueries(Func<SqliteConnection> connection, Lock gate)
{
    /// <summary>Most goals compared for one band: a sentence that every unit has is told once, not once for each.</summary>
    private const int Most = 8;

    private const string Select = "SELECT number, name, subject, goal, indicators, amount, first_at FROM project_print";

    private const string OfUnit = "pack = @Pack AND unit_code = @UnitCode AND year = @Year";

    /// <inheritdoc cref="ILedger.Keep"/>
    public void Keep(Submission accepted, IReadOnlyList<ProjectPrint> prints)
    {
        lock (gate)
        {
            using var transaction = connection().BeginTransaction();
            var own = new { accepted.Pack, accepted.UnitCode, accepted.Year, accepted.Step };
            var before = connection().Query<PrintRow>($"{Select} WHERE {OfUnit}", own, transaction).AsList();
            connection().Execute(
                $"DELETE FROM goal_band WHERE print IN (SELECT number FROM project_print WHERE {OfUnit} AND step = @Step)",
                own, transaction);
            connection().Execute($"DELETE FROM project_print WHERE {OfUnit} AND step = @Step", own, transaction);
            foreach (var print in prints) Add(accepted, print, First(print, before) ?? Now(accepted), transaction);
            transaction.Commit();
        }
    }

    /// <inheritdoc cref="ILedger.Known"/>
    public IReadOnlyList<KnownProject> Known(BudgetIdentity whose, IReadOnlyList<ProjectPrint> prints)
    {
        lock (gate)
        {
            var own = Rows(whose, whose.Year);
            var last = Rows(whose, whose.Year - 1).Where(row => row.Indicators != 0).ToLookup(row => row.Indicators);
            return [.. prints.SelectMany(print => new[] { OfOtherUnit(whose, print, own), OfLastYear(print, last) })
                .OfType<KnownProject>()];
        }
    }

    private List<PrintRow> Rows(BudgetIdentity whose, int year) => connection().Query<PrintRow>(
        $"{Select} WHERE {OfUnit} AND submission IN (SELECT id FROM handed_in)", new { whose.Pack, whose.UnitCode, Year = year }).AsList();

    /// <summary>The unit that had this goal first, for another subject; null when this one had it before, or nobody else has.</summary>
    private KnownProject? OfOtherUnit(BudgetIdentity whose, ProjectPrint print, List<PrintRow> own)
    {
        if (print.Goal.Count == 0) return null;
        var since = First(print, own);
        var found = print.Bands().SelectMany(band => Sharing(band, whose, print)).DistinctBy(row => row.Number)
            .Where(row => print.IsAlike(row.Sketch) && (since is null || string.CompareOrdinal(row.FirstAt, since) < 0))
            .MinBy(row => row.FirstAt, StringComparer.Ordinal);
        return found is null ? null : new KnownProject(print.Project, found.Name, found.UnitName);
    }

    /// <summary>Prints of other units that share a band: both sides of the own subject in the index, so that few rows are read.</summary>
    private IEnumerable<PrintRow> Sharing(long band, BudgetIdentity whose, ProjectPrint print) =>
        from side in (string[])["<", ">"]
        from row in connection().Query<PrintRow>(
            $"""
            SELECT p.number, p.name, p.subject, p.goal, p.indicators, p.amount, p.first_at, s.unit_name
            FROM goal_band b JOIN project_print p ON p.number = b.print JOIN handed_in s ON s.id = p.submission
            WHERE b.band = @band AND b.subject {side} @Subject AND p.unit_code <> @UnitCode AND p.year = @Year AND p.pack = @Pack
            LIMIT {Most}
            """, new { band, print.Subject, whose.UnitCode, whose.Year, whose.Pack })
        select row;

    private static KnownProject? OfLastYear(ProjectPrint print, ILookup<long, PrintRow> last)
    {
        if (print is not { Indicators: not 0, Amount: { } amount }) return null;
        var before = last[print.Indicators].FirstOrDefault(row => Timeless(row.Subject) == Timeless(print.Subject));
        return before is { Yuan: { } yuan } && yuan != amount ? new KnownProject(print.Project, before.Name, "", yuan) : null;
    }

    /// <summary>2025年环境整治 is 2024年环境整治 again.</summary>
    private static string Timeless(string subject) => string.Concat(subject.Where(sign => !char.IsAsciiDigit(sign) && sign != '年'));

    private void Add(Submission accepted, ProjectPrint print, string firstAt, SqliteTransaction transaction)
    {
        var number = connection().ExecuteScalar<long>(
            """
            INSERT INTO project_print (submission, pack, unit_code, year, step, name, subject, goal, indicators, amount, first_at)
            VALUES (@Id, @Pack, @UnitCode, @Year, @Step, @Name, @Subject, @goal, @Indicators, @amount, @firstAt) RETURNING number
            """,
            new
            {
                accepted.Id,
                accepted.Pack,
                accepted.UnitCode,
                accepted.Year,
                accepted.Step,
                print.Name,
                print.Subject,
                goal = MemoryMarshal.AsBytes<uint>(print.Goal.ToArray()).ToArray(),
                print.Indicators,
                amount = print.Amount?.ToString(CultureInfo.InvariantCulture),
                firstAt,
            }, transaction);
        foreach (var band in print.Bands())
        {
            connection().Execute("INSERT OR IGNORE INTO goal_band (band, subject, print) VALUES (@band, @Subject, @number)",
                new { band, print.Subject, number }, transaction);
        }
    }

    /// <summary>Since when a unit has had a goal; null when it is new.</summary>
    private static string? First(ProjectPrint print, List<PrintRow> before) =>
        before.Where(row => print.IsAlike(row.Sketch)).Select(row => row.FirstAt).Min(StringComparer.Ordinal);

    private static string Now(Submission accepted) => accepted.ReceivedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
