using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Indicators;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Tests.Engine;
using ExcelBudget.Worker.Tests.PackFolders;

namespace ExcelBudget.Worker.Tests.Findings;

/// <summary>One thing an accountant does for each kind of the catalogue, after which that kind must be among the findings.</summary>
internal static partial class FindingExamples
{
    private const string T1 = "T1 收支总表";
    private const string T3 = "T3 支出总表";
    private const string T9 = "T9 三公经费支出表";
    private const string Texts = "情况说明文字";
    private const string Projects = "项目绩效目标表";

    /// <summary>The findings after the deed, by kind.</summary>
    public static IReadOnlyDictionary<FindingKind, Func<IEnumerable<Finding>>> All { get; } = new Dictionary<FindingKind,
        Func<IEnumerable<Finding>>>
    {
        [BudgetFindings.SignOffMissing] = () => Signed("张三", "", "王五"),
        [BudgetFindings.SignOffSame] = () => Signed("张三", "张三", "王五"),
        [BudgetFindings.TooMany] = () => new BudgetEngine(RealEngine.Store, mostFindings: 1)
            .Check("报送.xlsx", Clean.Text(C(T3, "F11"), "待定").Text(C(T3, "F12"), "待定").Cleared(C(T1, "B6")).Book).Report.Findings,
        [HeaderFindings.NumberMoved] = () => Of(Swapped(Clean, T3, "E5", "F5")),
        [HeaderFindings.ColumnGone] = () => Of(Clean.Cleared(C(T1, "B4")).Cleared(C(T1, "B5"))),
        [HeaderFindings.ColumnGoneBeside] = () => Of(Clean.Cleared(C(T3, "H3")).Cleared(C(T3, "H5"))),
        [HeaderFindings.HeadingRenamed] = () => Of(Clean.Text(C(T3, "E3"), "基本的支出")),
        [HeaderFindings.HeadingCleared] = () => Of(Clean.Cleared(C(T3, "F3"))),
        [HeaderFindings.ColumnMoved] = () => Of(Swapped(Swapped(Clean, T3, "E5", "F5"), T3, "E3", "F3")),
        [HeaderFindings.ColumnTwice] = () => Of(Clean.Text(C(T3, "K3"), "基本支出")),
        [HeaderFindings.InnerHeaderLost] = () => Of(Words(Clean, Projects, 8, "随便写的")),
        [HeaderFindings.HeaderLost] = () => Of(Enumerable.Range(3, 3).Aggregate(Clean, (desk, row) => Words(desk, T3, row, "随便写的"))),
        [RowFindings.RowGone] = () => Of(Clean.Cleared(C(T1, "A38")).Cleared(C(T1, "B38")).Cleared(C(T1, "D38"))),
        [RowFindings.NumberOdd] = () => Of(Clean.Number(C(T1, "A13"), 80m)),
        [RowFindings.LabelRenamed] = () => Of(Clean.Text(C(T1, "B6"), "一般公共预算")),
        [RowFindings.LabelCleared] = () => Of(Clean.Cleared(C(T1, "B6"))),
        [RowFindings.RowUnknown] = () => Of(Clean.RowAbove(T1, R(12)).Number(C(T1, "C12"), 5m)),
        [IdentityFindings.NoteOfOther] = () => RealEngine.Engine.CheckNote(
            "说明.docx", RealEngine.Engine.Note(RealEngine.Engine.Check("报送.xlsx", RealEngine.File("library")))!,
            RealEngine.Engine.Check("报送.xlsx", RealEngine.File("full"))).Report.Findings,
        [RowFindings.RowUncoded] = () => Of(Clean.Cleared(C(T3, "B12")).Cleared(C(T3, "C12"))),
        [RowFindings.RowNamed] = () => Of(Clean.Cleared(C(T3, "B12"))),
        [ChangeFindings.Scale] = () => Of(Amounts((9, 126m))),
        [ChangeFindings.ScaleMany] = () => Of(Amounts((9, 126_000m), (10, 35_000m), (11, 18_000m))),
        [ChangeFindings.Digits] = () => Of(Amounts((9, 16.2m))),
        [ChangeFindings.Moved] = () => Of(RealEngine.DeskOf("zhongyang").Cleared(new Place(CentralThreePublic, "E8"))
            .Number(new Place(CentralThreePublic, "D8"), 12m)),
        [ChangeFindings.Swapped] = () => Of(ThreePublic.Number(new Place(Three, "H9"), 0.8m).Number(new Place(Three, "H10"), 2.5m)),
        [ChangeFindings.TextMoved] = () =>
            Of(Exchanged(Targets, At(Targets, "projects", "1", "goal"), At(Targets, "projects", "5", "goal"))),
        [ChangeFindings.OneSide] = () => Of(RealEngine.DeskOf("sichuan").Number(new Place("表3-1 基本支出预算表", "G11"), 70m)),
        [ChangeFindings.Quoted] = () => Of(Amounts((9, 13.1m))),
        [CellFindings.ErrorText] = () => Of(Clean.Text(C(Projects, "B7"), "保障#REF!正常运行。")),
        [RowFindings.RowUnnamed] = () => Of(RealEngine.DeskOf("zhongyang").Text(C("C1 收支总表", "C8"), "二、住房保瘴支出")),
        [RowFindings.CellMisplaced] = () => Of(Clean.Number(C(T1, "E38"), 0m).Number(C(T1, "C36"), 5m)),
        [RowFindings.SectionGone] = () => Of(Clean.Text(C(Texts, "A4"), "随便写的")),
        [SheetFindings.AmountBelow] = () => Of(Clean.Number(C(T3, "F27"), 4m)),
        [SheetFindings.AmountBeside] = () => Of(Clean.Number(C(T3, "L9"), 7m)),
        [SheetFindings.SheetHidden] = () =>
            Of(On(Clean, T9, sheet => new FlatSheet(T9, sheet.Cells, sheet.Merges, SheetVisibility.Hidden))),
        [SheetFindings.RowHidden] = () => Of(Hiding(Clean, T3, [9], [])),
        [SheetFindings.RowsHidden] = () => Of(Hiding(Clean, T3, [9, 11], [])),
        [SheetFindings.NotPrinted] = () => Of(Clean.RowAbove(T3, 2).Text(new Place(T3, "A2"), "附件3")),
        [SheetFindings.FiguresNotPrinted] = () => Of(Clean.WithPrintArea(T3, "A2:F12")),
        [SheetFindings.ColumnsHidden] = () => Of(Hiding(Clean, T3, [], [5, 6])),
        [SheetFindings.FigureMerged] = () => Of(Merging(Clean, T3, new CellRange(11, 6, 12, 6))),
        [SheetFindings.FigureMergedAway] = () => Of(Merging(Clean.Cleared(C(T3, "F11")), T3, new CellRange(11, 6, 12, 6))),
        [SheetFindings.SheetExtra] = () => Of(With(Clean, new FlatSheet("测算", [FlatCell.OfNumber(2, 2, 12.5m)]))),
        [SheetFindings.SheetExtraHidden] = () =>
            Of(With(Clean, new FlatSheet("底稿", [FlatCell.OfNumber(2, 2, 12.5m)], [], SheetVisibility.Hidden))),
        [SheetFindings.FormTwiceSame] = () => Of(With(Clean, Copy(Clean))),
        [SheetFindings.FormTwice] = () => Of(With(Clean, Copy(Clean.Number(C(T3, "E9"), 700m)))),
        [SheetFindings.FormMissing] = () => Of(Clean.WithoutSheets(sheet => sheet.Name == T9)),
        [SheetFindings.FormMissingUnpublished] = () => Of(Clean.WithoutSheets(sheet => sheet.Name == Texts)),
        [SheetFindings.FormsMissing] = () => Of(Clean.WithoutSheets(sheet => sheet.Name is T9 or Texts)),
        [SheetFindings.FormsMissingUnpublished] = () => Of(Clean.WithoutSheets(sheet => sheet.Name is "上年对比" or Texts)),
        [SheetFindings.NamesLost] = () => Of(Clean.WithoutNames()),
        [SheetFindings.SealMissing] = () => Of(Clean.WithoutSheets(sheet => sheet.Visibility == SheetVisibility.VeryHidden)),
        [SheetFindings.LinkedBook] = () => Of(new Desk(Clean.Book with { HasExternalLinks = true })),
        [CellFindings.Messy] = () => Of(Clean.Text(C(T1, "C6"), "2,041.421万元")),
        [CellFindings.MessyOther] = () => Of(Clean.WithoutSheets(sheet => sheet.Name == "_excelbudget").Text(C(T3, "F11"), "1,234.50万元")),
        [CellFindings.MessyIssued] = () => Of(Clean.Text(C(T3, "F11"), "1,234.50万元")),
        [CellFindings.MessyNegative] = () => Of(Clean.Text(C(T3, "F11"), "(272)")),
        [CellFindings.MessyBlank] = () => Of(Clean.Text(C(T3, "F11"), "—")),
        [CellFindings.NotAFigure] = () => Of(Clean.Text(C(T3, "F11"), "待定")),
        [CellFindings.NotAFormula] = () => Of(Clean.Text(C(T3, "D7"), "见附表")),
        [CellFindings.ErrorValue] = () => Of(Clean.Error(C(T3, "F11"), "#REF!")),
        [CellFindings.FormulaBroken] = () => Of(Put(Clean, T3, FlatCell.OfError(R(7), 4, "#REF!", "SUM(#REF!)"))),
        [CellFindings.FormulasBroken] = () =>
            Of(Put(Clean, T3, FlatCell.OfError(R(7), 4, "#REF!", "SUM(#REF!)"), FlatCell.OfError(R(8), 4, "#REF!", "SUM(#REF!)"))),
        [CellFindings.FormulaNotEvaluated] = () => Of(Clean.Formula(C(T3, "F11"), "WEBSERVICE(\"某地址\")")),
        [CellFindings.FormulaUnverified] = () => Of(Clean.Saved(C(T3, "F11"), "TODAY()-45000", 402m)),
        [CellFindings.FormulaUnverifiedUnpublished] = () =>
            Of(Clean.Saved(RealEngine.At("clean", "prior", "收入总计", "last"), "TODAY()-45000", 402m)),
        [CellFindings.FormulaUnsaved] = () => Of(Clean.Formula(C(Projects, "B7"), "\"全年\"&12&\"次\"")),
        [CellFindings.FormulaShowsError] = () => Of(Clean.Formula(C(T3, "F11"), "5/0")),
        [CellFindings.FormulaAsText] = () => Of(Clean.Text(C(T3, "F11"), "=SUM(D9:D10)")),
        [CellFindings.ExternalSaved] = () => Of(Clean.Saved(C(T3, "F11"), "'[测算.xlsx]Sheet1'!B3", 12.5m)),
        [CellFindings.ExternalMany] = () =>
            Of(Rows(7, 12).Aggregate(Clean, (desk, row) => desk.Formula(C(T3, $"D{row}"), "'[测算.xlsx]Sheet1'!B3"))),
        [ContentFindings.Picture] = () => Of(Clean.Saved(C(Projects, "B7"), "_xlfn.DISPIMG(\"ID_1\",1)", "=DISPIMG(\"ID_1\",1)")),
        [ContentFindings.Markup] = () => Of(Clean.Text(C(Projects, "B7"), "<p>保障运行。</p>")),
        [ContentFindings.FormatGuessed] = () => Of(Clean.Formatted(C(Projects, "B7"), 0.5m, "# ?/?")),
        [ContentFindings.Unread] = () => Of(Clean.Text(C(T3, "M9"), "待核实")),
        [CellFindings.MessyNone] = () => Of(Clean.Text(C(T1, "C7"), "9.3万元")),
        [CodeFindings.Unsplit] = () => Of(Spending("A10", "2050101").Cleared(new Place(Expenditure, "B10"))
            .Cleared(new Place(Expenditure, "C10"))),
        [CodeFindings.Changed] = () => Of(Spending("D14", "301009")),
        [CodeFindings.ChangedMany] = () => Of(Rows(10, 12).Aggregate(RealEngine.DeskOf("sichuan"),
            (desk, row) => desk.Text(new Place(Expenditure, $"D{row}"), "301003"))),
        [CodeFindings.ChangedTwice] = () => Of(Clean.Text(RealEngine.At("clean", "T3", "2013102", "1"), "2013101")),
        [ListFindings.ProjectTwice] = () => Of(Targets.Text(At(Targets, "projects", "2", "code"), "1")),
        [BudgetFindings.ClassifiedRows] = () => Of(Targets.Text(At(Targets, "indicators", "1#1", "classified"), "是")),
        [CodeFindings.DigitsLost] = () => Of(Clean.Number(C(Projects, "B5"), 13099924000010000000m)),
        [CodeFindings.Joined] = () => Of(Clean.Text(C(T3, "B9"), Clean.Sheet(T3)[9, 2]!.Text + "-行政运行")),
        [CodeFindings.Unseen] = () => Of(Unseen()),
        [CodeFindings.Number] = () =>
            Of(Put(Clean.Number(C(T3, "B9"),
                decimal.Parse(Clean.Sheet(T3)[9, 2]!.Text, System.Globalization.CultureInfo.InvariantCulture)), T3,
            FlatCell.OfNumber(7, 5, 0m, SumByPattern))),
        [CodeFindings.Untidy] = () => Of(Clean.Text(C(T3, "B9"), Clean.Sheet(T3)[9, 2]!.Text + " ")),
        [ListFindings.ProjectUnknown] = () => Of(Targets.Text(At(Targets, "indicators", "3#1", "project"), "9")),
        [ListFindings.ProjectDeleted] = () => Of(Targets.WithoutRow(At(Targets, "projects", "3", "name").Sheet!, 11)),
        [ListFindings.ProjectBlank] = () => Of(Targets.Cleared(At(Targets, "indicators", "1#1", "project"))),
        [ListFindings.Inherited] = () => Of(Targets.Cleared(At(Targets, "indicators", "1#2", "project"))),
        [CellFindings.ExternalCell] = () => Of(Clean.Formula(C(T3, "F11"), "'[测算.xlsx]Sheet1'!B3")),
        [CellFindings.ExternalFormula] = () => Of(Clean.Formula(C(T3, "D7"), "'[测算.xlsx]Sheet1'!B3")),
        [FormulaFindings.Changed] = () => Of(Clean.Formula(C(T3, "D9"), "1+1")),
        [FormulaFindings.ChangedHarmless] = () => Of(Put(Clean, T3, StillRight(9, 4))),
        [FormulaFindings.ChangedMany] = () => Of(Rows(7, 12).Aggregate(Clean, (desk, row) => desk.Formula(C(T3, $"D{row}"), "1+1"))),
        [FormulaFindings.ChangedManyHarmless] = () => Of(Put(Clean, T3, [.. Rows(7, 12).Select(row => StillRight(row, 4))])),
        [FormulaFindings.Emptied] = () => Of(Clean.Cleared(C(T3, "D9"))),
        [FormulaFindings.EmptiedMany] = () => Of(Rows(7, 12).Aggregate(Clean, (desk, row) => desk.Cleared(C(T3, $"D{row}")))),
        [FormulaFindings.ChangedAll] = () => Of(Rows(6, 22).Aggregate(Clean, (desk, row) => desk.Formula(C(T3, $"D{row}"), "-1")
            .Formula(C(T1, $"E{row}"), "-1"))),
        [FormulaFindings.Overwritten] = () => Recalculated(Clean.Number(C(T3, "D7"), 9_999.99m)),
        [FormulaFindings.OverwrittenAgreeing] = () => Recalculated(Pasted(Clean, "D7")),
        [FormulaFindings.OverwrittenAgreeingMany] = () => Recalculated(Pasted(Pasted(Clean, "D7"), "D8")),
        [FormulaFindings.OverwrittenAgreeingAll] = () => Recalculated(new[] { "T2 收入总表", T3, "T5 一般公共预算支出表", "T6 基本支出表" }
            .Aggregate(Clean, (desk, sheet) => Pasted(desk, "D7", sheet))),
        [FormulaFindings.Stale] = () => Of(Put(Clean, T3, FlatCell.OfNumber(R(9), 4, 1m, $"SUM(E{R(9)}:I{R(9)})"))),
        [IdentityFindings.ForeignSheets] = () => Of(Clean.WithSheet(RealEngine.Desk("full").Sheet(T9))),
        [IdentityFindings.CarrierDiffers] = () =>
            Of(new Desk(Clean.Book with { CustomProperties = RealEngine.Desk("full").Book.CustomProperties })),
        [IdentityFindings.LineDiffers] = () => Of(Clean.Text(C(T9, "A2"), "202某某县民政局")),
        [IdentityFindings.TitleDiffers] = () => Of(Clean.Text(C(T9, "A1"), "2021年" + Clean.Sheet(T9)[R(1), 1]!.Text)),
        [IdentityFindings.EarlierVersion] = () => IssuedBefore(Clean),
        [BudgetFindings.Empty] = () => Of(RealEngine.Desk("blank")),
        [BudgetFindings.NoteGapInList] = () => Of(WithoutIndicators(RealEngine.Desk("library"))),
        [BudgetFindings.NoteGap] = () => Of(RealEngine.Desk("blank")),
        [BudgetFindings.Classified] = () =>
            Of(Enumerable.Range(6, 1).Aggregate(Clean, (desk, row) => desk.Text(C(Projects, $"D{row}"), "是"))),
        [BudgetFindings.ClassifiedInNote] = () =>
        {
            var written = RealEngine.Engine.Note(RealEngine.Engine.Check("报送.xlsx", RealEngine.File("full")))!;
            var marked = RealEngine.Desk("full").Text(RealEngine.At("full", "projects", "13099924P00004", "classified"), "是");
            return RealEngine.Engine.CheckNote("说明.docx", written, RealEngine.Engine.Check("报送.xlsx", marked.Book)).Report.Findings;
        },
        [BudgetFindings.SidesRegenerated] = () => Settled(isTextChanged: false),
        [BudgetFindings.SidesDiffer] = () => Settled(isTextChanged: true),
        [AnswerFindings.Cut] = () => Remarks(answer => answer with { WasCut = true }),
        [AnswerFindings.NoText] = () => Remarks(answer => answer with { WasNoText = true }),
    };

    private const string CentralThreePublic = "C7 三公经费支出表";
    private const string Expenditure = "表1-2 部门支出总表";

    private const string Three = "表3-3 三公经费支出预算表";

    private static Desk ThreePublic => RealEngine.DeskOf("sichuan");

    /// <summary>Amounts of projects, by their rows.</summary>
    private static Desk Amounts(params (int Row, decimal Amount)[] changes) => changes.Aggregate(Targets,
        (desk, change) => desk.Number(new Place("项目支出绩效目标公开表", $"C{change.Row}"), change.Amount));

    private static Desk Spent(string cell, decimal? amount) => amount is { } number
        ? RealEngine.DeskOf("sichuan").Number(new Place(Expenditure, cell), number)
        : RealEngine.DeskOf("sichuan").Cleared(new Place(Expenditure, cell));

    private static Desk Spending(string cell, string text) => RealEngine.DeskOf("sichuan").Text(new Place(Expenditure, cell), text);

    private static Desk Clean => RealEngine.Desk("clean");

    /// <summary>A sum by the beginning of codes as workbooks issued earlier have it: it sees texts of seven signs only.</summary>
    private const string SumByPattern = "SUMIFS($E$8:$E$60,$B$8:$B$60,B7&\"????\")";

    private static Desk Targets => RealEngine.DeskOf("qinghai");

    /// <summary>A code with a blank behind it, and a total of its class as a recalculation then leaves it.</summary>
    private static Desk Unseen() =>
        Put(Clean.Text(C(T3, "B9"), Clean.Sheet(T3)[9, 2]!.Text + " "), T3, FlatCell.OfNumber(7, 5, 0m, SumByPattern));

    private static Place At(Desk desk, string form, string row, string column) =>
        new WorkbookReader([RealEngine.Store.Find("qinghai")!.RuleBook])
            .Read(desk.Book, out _)!.Places[new CellAddress(form, row, column)];

    /// <summary>A workbook as it is read once the pack has a newer version and keeps the one it was issued under.</summary>
    private static IReadOnlyList<Finding> IssuedBefore(Desk desk)
    {
        using var folder = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(Hebei.Folder, "*", SearchOption.AllDirectories))
            folder.Write(Path.Combine("hebei", Path.GetRelativePath(Hebei.Folder, file)), File.ReadAllBytes(file));
        var pack = folder.In("hebei/pack.yaml");
        File.WriteAllText(pack, File.ReadAllText(pack).Replace("version: 1", "version: 2", StringComparison.Ordinal));
        var newest = PackReader.Read(folder.In("hebei")).RuleBook!;
        return new WorkbookReader([newest, Hebei.Book]).Read(desk.Book, out _)!.Findings;
    }

    private static IReadOnlyList<Finding> Of(Desk desk) => RealEngine.Check(desk).Findings;

    /// <summary>What recalculation says while no rule has said anything yet.</summary>
    private static IEnumerable<Finding> Recalculated(Desk desk)
    {
        var read = RealEngine.Read(desk);
        var figures = new BudgetFigures(read.RuleBook, read.Budget, read.Unreadable);
        return RecalculationCheck.Compare(figures, read, [], figures);
    }

    private static List<Finding> Settled(bool isTextChanged)
    {
        var book = PackReader.Read(Repository.PathOf("templates", "qinghai")).RuleBook!;
        var data = DatasetReader.Read(Repository.PathOf("templates", "qinghai", "sample", "clean"), book.Pack.Tables).Dataset;
        var sample = new BudgetProjection(book.Pack, data).Of("405001", 2024);
        var value = new CellAddress("indicators", "3#2", "value");
        var edited = new Budget(
            sample.Identity,
            sample.Forms.Select(form => form.Form != value.Form ? form : new FormContent(form.Form, [.. form.Rows.Select(row =>
            row.Key != value.Row ? row
                : new FormRow(row.Key, new Dictionary<ColumnId, CellValue>(row.Cells) { [value.Column] = new CellValue.Text("150") }))])));
        var changed = isTextChanged ? new[] { value, new CellAddress("projects", "3", "indicators") } : [value];
        var findings = new List<Finding>();
        TwoSides.Of(book.Pack)!.Settle(edited, changed.ToHashSet(), findings);
        return findings;
    }

    private static IEnumerable<Finding> Remarks(Func<GivenAnswer, GivenAnswer> how)
    {
        var question = BudgetFindings.NoteGap.At(new Place(Texts, "A4"), ("section", "部门职责"), ("sheet", Texts));
        var answer = new GivenAnswer(FindingKeys.Of([question])[0], "已核对", AnsweredFigures.Of(question));
        return Answering.Remarks([question], [how(answer)]);
    }
}
