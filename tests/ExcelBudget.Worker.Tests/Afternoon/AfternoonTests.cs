using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Tests.Engine;
using Xunit.Abstractions;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>
/// What an accountant does in an afternoon is told as a reviewer would tell it: every cause, nothing false, one sentence for each.
/// The long form (EXCELBUDGET_AFTERNOON=long, tests/afternoon.sh) lets LibreOffice save every file and prints the sentences.
/// </summary>
[Trait("Category", "Slow")]
public sealed class AfternoonTests(ITestOutputHelper output)
{
    /// <summary>Sentences that a cause may cost on average.</summary>
    private const decimal MostSentences = 1.1m;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("EXCELBUDGET_AFTERNOON") == "long";

    [Fact]
    public void Afternoon_OfFiveDepartments_IsToldAsAReviewerWould()
    {
        var files = AfternoonDesk.Damaged(Sitting.All, IsLong);
        var truths = Departments.Names.ToDictionary(name => name, name => Truth.Of(Departments.Workbook(name)));
        var told = Sitting.All.Zip(files).Where(pair => pair.Second is not null)
            .Select(pair => new Told(pair.First, RealEngine.Check(pair.Second!), truths[pair.First.Department])).ToArray();
        foreach (var each in told) output.WriteLine(each.Line(IsLong));
        var (causes, found) = (told.Sum(each => each.Sitting.Causes.Count), told.Sum(each => each.Found));
        var (wrong, sentences) = (told.Sum(each => each.False.Count), told.Sum(each => each.Sentences.Count));
        output.WriteLine(
            $"{told.Length} sittings, {causes} causes, {found} found, {wrong} false statements, "
            + $"{(decimal)sentences / causes:0.00} sentences for a cause");
        told.SelectMany(each => each.False).ShouldBeEmpty();
        found.ShouldBe(causes);
        ((decimal)sentences / causes).ShouldBeLessThanOrEqualTo(MostSentences);
    }

    /// <summary>What was told of one sitting.</summary>
    private sealed record Told(Sitting Sitting, CheckReport Report, Truth Truth)
    {
        public IReadOnlyList<Finding> Sentences { get; } =
            [.. Report.Findings.Where(finding => finding.Severity is Severity.Error or Severity.Warning)];

        public int Found => Sitting.Causes.Count(IsTold);

        /// <summary>A change that nothing in the workbook contradicts is told where it can be: in the list of changes.</summary>
        private bool IsTold(NamedCause cause) => Sentences.Any(cause.IsToldBy)
            || (cause.IsOfChange && Report.Changes.Any(change => cause.IsAt(change.Place)));

        public IReadOnlyList<string> False =>
        [
            .. Sentences.Where(finding => !Sitting.Causes.Any(cause => cause.IsAt(finding)) || Truth.Contradicts(finding)).Select(Words),
            .. Report.Reason is { } reason ? [$"unreadable: {reason.Code}"] : Array.Empty<string>(),
        ];

        public string Line(bool withSentences)
        {
            var line = new StringBuilder().Append(CultureInfo.InvariantCulture,
                $"{Sitting.Department,-8} {Sitting.Done}: {Found} of {Sitting.Causes.Count}, ")
                .Append(CultureInfo.InvariantCulture, $"{False.Count} false, {Sentences.Count} sentences");
            foreach (var finding in Report.Findings.Where(finding => withSentences || finding.Severity != Severity.Info))
                line.AppendLine().Append("         ").Append(Words(finding));
            foreach (var cause in Sitting.Causes.Where(cause => !IsTold(cause)))
                line.AppendLine().Append("         NOT TOLD: ").AppendJoin('/', cause.Places).Append(" ~ ").AppendJoin('|', cause.Words);
            return line.ToString();
        }

        private static string Words(Finding finding) =>
            $"{finding.Severity} {finding.Rule} {finding.Place.Sheet}!{finding.Place.Cell} {finding.Message} [{finding.Expected}]";
    }
}
