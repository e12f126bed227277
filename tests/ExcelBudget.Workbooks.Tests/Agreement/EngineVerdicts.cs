using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Agreement;

/// <summary>What our engine says about a workbook that was read back, line by line as on the 校验 sheet.</summary>
internal static class EngineVerdicts
{
    /// <summary>The lines of the sheet; where the forms stand does not matter for what they cover.</summary>
    public static readonly IReadOnlyList<CheckLine> Lines = [.. new CheckLineTranslator(Hebei.Book, new AnyLayout(), new NoCells(), new SharedFormulas()).Lines()];

    /// <summary>The verdict of each line.</summary>
    public static IReadOnlyList<string> Of(ReadWorkbook read)
    {
        var figures = new BudgetFigures(Hebei.Book, read.Budget, read.Unreadable);
        var results = Lines.Select(line => line.Relation).Distinct().ToDictionary(relation => relation, relation => new RelationChecker(figures).Check(relation).ToArray());
        return [.. Lines.Select(line => Of(line, results[line.Relation], figures))];
    }

    private static string Of(CheckLine line, RelationResult[] results, BudgetFigures figures)
    {
        if (line.Relation.When is { IsByRow: false } when && figures.Judge(when, default) is { Holds: false, Unknown: null }) return "不适用";
        var own = results.Where(result => line.Covers(result.Context.Row) && result.Context.Column == line.Column).Select(result => result.Tie).ToArray();
        return own.Length == 0 ? "通过" : own.Max() switch { Tie.Holds => "通过", Tie.Tail => "尾差", Tie.Broken => "不通过", _ => "未检查" };
    }

    /// <summary>True when a line rests on a cell.</summary>
    public static bool Needs(CheckLine line, CellAddress cell)
    {
        var form = line.Relation.Form;
        var fixedRows = form.Rows.OfType<RowGroup.Fixed>().Where(row => line.Covers(new RowView(row.Key, row.Code, -1, false, row, null))).Cast<RowGroup.Fixed?>().ToList();
        if (line.Relation.Rows is null) fixedRows = [];
        else if (fixedRows.Count == 0) fixedRows = [null];
        return new NeededCells(Hebei.Book).Of(line.Relation, fixedRows, line.Column)
            .Any(needed => needed.Form.Id == cell.Form && needed.Column == cell.Column && needed.Row?.Key == needed.Form.FixedRow(cell.Row)?.Key);
    }

    private sealed class AnyLayout : IWorkbookLayout
    {
        public string SheetOf(FormDefinition form) => form.Id.Value;

        public (int First, int Last) RegionOf(FormDefinition form) => (1, 100);

        public int RowOf(FormDefinition form, RowKey key) => 1 + form.Rows.OfType<RowGroup.Fixed>().ToList().FindIndex(row => row.Key == key);

        public int ColumnOf(FormDefinition form, ColumnId column) => 1 + form.IndexOf(column);

        public (int Column, string Label)? LabelOf(FormDefinition form, ColumnId column) => null;
    }

    private sealed class NoCells : ICheckCells
    {
        public string TextsIn(FormDefinition form, ColumnId column) => "0";

        public string MissingIn(FormDefinition form, ColumnId column) => "0";

        public (string Keys, string Figures)? Sealed(FormDefinition form, ColumnId column) => null;

        public decimal SealedFigure(FormDefinition form, RowKey row, ColumnId column) => 0m;
    }
}
