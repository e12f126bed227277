using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Packs;

/// <summary>
/// The samples of a pack, from dataset to note: each is filled in, read back as it was, accepted, and its note agrees with it.
/// </summary>
/// <param name="pack">The pack.</param>
/// <param name="engine">The engine with the pack.</param>
internal sealed class PackSamples(LoadedPack pack, IBudgetEngine engine)
{
    private const int MostErrors = 3;

    /// <summary>What is wrong, in Chinese; empty when nothing.</summary>
    public IEnumerable<string> Problems()
    {
        var samples = Path.Combine(pack.Folder, PackFiles.Samples);
        if (!Directory.Exists(samples)) return [];
        return Directory.EnumerateDirectories(samples).Order(StringComparer.Ordinal)
            .SelectMany(sample => Problems(sample).Select(problem => $"{PackFiles.Samples}/{Path.GetFileName(sample)}：{problem}"));
    }

    private IEnumerable<string> Problems(string sample)
    {
        var tables = pack.RuleBook.Pack.Tables;
        var reading = DatasetReader.Read(sample, pack.RuleBook.Pack);
        var projection = new BudgetProjection(pack.RuleBook.Pack, reading.Dataset);
        var year = tables.SelectMany(table => reading.Dataset[table]).Max(row => row.Year ?? 0);
        var filler = pack.Filler();
        foreach (var (code, name) in projection.Units)
        {
            var budget = projection.Of(code, year);
            var workbook = filler.Fill(new BudgetFigures(pack.RuleBook, budget), new FillRequest("VERIFY"));
            foreach (var problem in Problems(budget, workbook)) yield return $"{code} {name}：{problem}";
        }
    }

    private IEnumerable<string> Problems(Budget budget, byte[] workbook)
    {
        if (WorkbookGuard.Open(workbook).Package is not { } opened
            || new WorkbookReader([pack.RuleBook]).Read(opened.Content, out var reason) is not { } read) return ["填好的工作簿读不回来"];
        if (Difference(budget, read) is { } difference) return [difference];
        var check = engine.Check("VERIFY.xlsx", workbook);
        if (check.Report.Verdict != Verdict.Accepted) return ["填好的工作簿通不过检查：" + Errors(check.Report)];
        if (check.Report.Findings.Where(IsOfOurFormulas).ToArray() is { Length: > 0 } formulas)
            return ["填好的工作簿里有公式，重算后不是表样写的数：" + Told(formulas)];
        if (engine.Note(check) is not { } note) return [];
        var checkedNote = engine.CheckNote("VERIFY.docx", note, check);
        return checkedNote.Report.Verdict == Verdict.Accepted ? [] : ["情况说明通不过核对：" + Errors(checkedNote.Report)];
    }

    /// <summary>The first cell that does not come back as it was filled in.</summary>
    private string? Difference(Budget filled, ReadWorkbook read)
    {
        foreach (var form in pack.RuleBook.Pack.Forms)
        {
            var (before, after) = (Cells(filled[form.Id]), Cells(read.Budget[form.Id]));
            foreach (var address in before.Keys.Union(after.Keys))
            {
                var (was, now) = (before.GetValueOrDefault(address), after.GetValueOrDefault(address));
                if (was == now) continue;
                var place = read.Places.GetValueOrDefault(address);
                var cell = place?.Cell ?? $"行 {address.Row} 栏 {address.Column}";
                return $"{place?.Sheet ?? form.Sheet} {cell} 填的是“{Shown(form, was)}”，读回是“{Shown(form, now)}”";
            }
        }

        return null;
    }

    private static Dictionary<CellAddress, CellValue> Cells(FormContent? content) => content is null ? [] : content.Rows
        .SelectMany(row => row.Cells.Select(cell => (Address: new CellAddress(content.Form, row.Key, cell.Key), cell.Value)))
        .ToDictionary(cell => cell.Address, cell => cell.Value);

    private static string Shown(FormDefinition form, CellValue? value) => value switch
    {
        null => "",
        CellValue.Amount amount => form.Amounts.Told(amount.Yuan),
        CellValue.Number number => Domain.Money.Figures.Plain(number.Value),
        _ => value.AsText() ?? "",
    };

    /// <summary>
    /// Nobody has touched the workbook: a formula that computes something else was written so, even where its saved result is still right.
    /// </summary>
    private static bool IsOfOurFormulas(Finding finding) => finding.Rule == FormulaFindings.Changed.Rule;

    private static string Errors(CheckReport report) => Told(report.Findings.Where(finding => finding.Severity == Severity.Error));

    private static string Told(IEnumerable<Finding> findings) => string.Join("；", findings.Take(MostErrors)
        .Select(finding => $"{finding.Place.Sheet} {finding.Place.Cell} {finding.Message}".Trim()));
}
