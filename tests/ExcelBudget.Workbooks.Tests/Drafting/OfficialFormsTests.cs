using System.Globalization;
using ExcelBudget.Workbooks.Drafting;
using Xunit.Abstractions;

namespace ExcelBudget.Workbooks.Tests.Drafting;

/// <summary>
/// Official forms of several provinces in Excel form, as openpyxl and LibreOffice write them, with formulas and without, held against a
/// key that was written before they were drafted.
/// </summary>
public sealed class OfficialFormsTests(ITestOutputHelper output)
{
    private const int LeastPercent = 95;

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var province in new[] { "central", "sichuan", "guangdong", "henan", "city" })
                foreach (var kind in new[] { "", "-lo", "-plain" }) files.Add(province, kind);
            return files;
        }
    }

    /// <summary>The table of what is right: dotnet test --filter OfficialFormsTests with a logger that shows output.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void OfficialForms_Drafted_AreRightItemByItem(string province, string kind) => Count(province, kind, DraftKey.Of(province));

    public static TheoryData<string> MessyFiles => [.. DraftKey.Messy];

    /// <summary>The same as they come: blank rows in front, stray notes, hidden columns, odd sheet names.</summary>
    [Theory]
    [MemberData(nameof(MessyFiles))]
    public void MessyForms_Drafted_AreRightItemByItem(string name) => Count("messy-" + name, "", DraftKey.OfMessy(name));

    public static TheoryData<string> UnseenFiles => [.. DraftKey.Unseen];

    /// <summary>Forms of further places, which nobody had in mind when the reading was written.</summary>
    [Theory]
    [MemberData(nameof(UnseenFiles))]
    public void FormsOfFurtherPlaces_Drafted_AreRightItemByItem(string name) => Count("unseen-" + name, "", DraftKey.OfUnseen(name));

    private void Count(string province, string kind, DraftKey key)
    {
        var forms = DraftBook.Read(Open(province, kind), DraftedPack.Words);
        var (right, all) = (0, 0);
        foreach (var form in key.Forms)
        {
            var draft = forms.FirstOrDefault(draft => draft.Title == form.Title);
            var marks = DraftMarks.Of(form, draft, hasFormulas: kind != "-plain").ToArray();
            (right, all) = (right + marks.Count(mark => mark.IsRight), all + marks.Length);
            Say($"{province}{kind} {form.Title}: {marks.Count(mark => mark.IsRight)} of {marks.Length}",
                marks.Where(mark => !mark.IsRight).Select(mark => mark.Item));
        }

        var ties = DraftTies.Of(forms, DraftedPack.Words.Patterns);
        var missing = key.Ties.Where(tie => !ties.Any(own => Has(own, tie, forms))).Select(tie => string.Join(" = ", tie)).ToArray();
        (right, all) = (right + key.Ties.Count - missing.Length, all + key.Ties.Count);
        Say($"{province}{kind} 勾稽: {key.Ties.Count - missing.Length} of {key.Ties.Count}, 共 {ties.Count}", missing);
        Say($"{province}{kind} 表数 {forms.Count}/{key.Forms.Count}", []);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{province}{kind}: {right} of {all}, {right * 100.0 / all:0.0}%"));
        forms.Count.ShouldBe(key.Forms.Count);
        (right * 100).ShouldBeGreaterThanOrEqualTo(all * LeastPercent);
    }

    /// <summary>What is drafted can be used at once: it has no fault, and what is filled in comes back.</summary>
    [Theory]
    [InlineData("central")]
    [InlineData("sichuan")]
    [InlineData("guangdong")]
    [InlineData("henan")]
    [InlineData("city")]
    public void Draft_FilledAndRead_IsTheSameBudget(string province)
    {
        using var pack = new DraftedPack(Bytes(province, ""));
        pack.Faults.ShouldBeEmpty();
        pack.RoundTrip(out var figures, out _).ShouldBeEmpty();
        figures.ShouldBeGreaterThan(30);
    }

    private static bool Has(DraftTie own, IReadOnlyList<string> tie, IReadOnlyList<DraftForm> forms)
    {
        var (left, right) = (Named(own.Left, forms), Named(own.Right, forms));
        return (left == tie[0] && right == tie[1]) || (left == tie[1] && right == tie[0]);
    }

    private static string Named(string cell, IReadOnlyList<DraftForm> forms)
    {
        var parts = cell.Split('[', ',', ']');
        var form = forms.First(form => form.Id == parts[0]);
        var column = form.Columns.First(column => column.Id == parts[2]);
        var row = form.Rows.Find(row => row.Id == parts[1])!;
        return $"{form.Title}:{row.Labels.First(label => form.SideOf(label.Key) == form.SideOf(column)).Value.Trim()}";
    }

    private void Say(string line, IEnumerable<string> wrong) =>
        output.WriteLine($"{line}{string.Concat(wrong.Select(item => "\n    ✗ " + item))}");

    private static OfficePackages.Guard.GuardedWorkbook Open(string province, string kind) =>
        OfficePackages.Guard.WorkbookGuard.Open(Bytes(province, kind)).Package!;

    private static byte[] Bytes(string province, string kind) =>
        File.ReadAllBytes(Repository.PathOf("tests", "data", "drafts", "official", province + kind + ".xlsx"));
}
