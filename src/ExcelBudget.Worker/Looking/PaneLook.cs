using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Answers;

namespace ExcelBudget.Worker.Looking;

/// <summary>
/// What a task pane is told of a workbook besides its findings: the cells that are filled in, those of answers, what indicators may be,
/// and for a grid how it looks.
/// </summary>
internal static class PaneLook
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON.</summary>
    /// <param name="read">The workbook as it was read.</param>
    /// <param name="report">Its findings.</param>
    /// <param name="workbook">The workbook.</param>
    /// <param name="withCells">True for every cell.</param>
    public static byte[] Write(ReadWorkbook read, CheckReport report, GuardedWorkbook workbook, bool withCells)
    {
        var pack = read.RuleBook.Pack;
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            Keys = FindingKeys.Of(report.Findings),
            Areas = read.Areas.Select(Area),
            Cells = read.Places.Where(pair => IsInNoArea(pack, pair.Key)).Select(pair => Cell(pack, pair.Key, pair.Value)),
            Answers = AnswerSheet.Places(workbook.Content).Select(place => new { place.Sheet, Cell = place.At.ToString(), place.Key }),
            Indicators = pack.Indicators is { Places.Indicators: not null } standards ? Choices(standards) : null,
            Book = withCells ? BookLooking.Look(workbook) : null,
        }, Options);
    }

    private static object Area(FormArea area) => new
    {
        Form = area.Form.Id.Value,
        area.Form.Title,
        area.Sheet,
        area.FirstRow,
        area.LastRow,
        Columns = area.Columns.OrderBy(pair => pair.Key).Select(pair => new
        {
            At = CellReference.ColumnName(pair.Key),
            Id = pair.Value.Id.Value,
            pair.Value.Title,
            Kind = Word(pair.Value.Kind),
            Codes = pair.Value.CodeList,
            Choices = pair.Value.Choices.Count > 0 ? pair.Value.Choices : null,
            Entered = IsEntered(pair.Value),
        }),
    };

    // fields of blocks and texts stand each in a cell of its own
    private static bool IsInNoArea(Pack pack, CellAddress address) =>
        pack[address.Form] is var form && (form.Blocks is not null || form.Rows.OfType<RowGroup.Texts>().Any());

    private static object Cell(Pack pack, CellAddress address, Place place) => new
    {
        place.Sheet,
        place.Cell,
        Form = address.Form.Value,
        Column = address.Column.Value,
        Kind = pack[address.Form].Column(address.Column) is { } kind ? Word(kind.Kind) : null,
        Entered = pack[address.Form].Column(address.Column) is not { } column || IsEntered(column),
    };

    private static bool IsEntered(FormColumn column) => column is { Compute: null, IsRowNumber: false }
        && column.Kind is not (CellKind.Label or CellKind.CodeName or CellKind.Percent);

    private static object Choices(IndicatorStandards standards) => new
    {
        Form = standards.Places.Indicators,
        standards.Places.Columns,
        Levels = standards.Levels.Select(level => new { level.Level1, level.Level2 }),
        Units = standards.Units.Select(unit => new { unit.Names, unit.Refused, unit.Usual, unit.Under }),
        standards.Measured,
        standards.Words.Rates,
        standards.Words.NotRates,
        standards.Words.Costs,
        standards.Words.MoreIsBetter,
        standards.Words.LessIsBetter,
        standards.Words.CommonUnits,
        standards.Words.TimeUnits,
    };

    private static string Word(CellKind kind) => kind switch
    {
        CellKind.Code => "code",
        CellKind.CodeName => "codeName",
        CellKind.Amount => "amount",
        CellKind.Number => "number",
        CellKind.Percent => "percent",
        CellKind.Label => "label",
        _ => "text",
    };
}
