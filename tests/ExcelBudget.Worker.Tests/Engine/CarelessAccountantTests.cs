using System.Diagnostics;
using System.Text.Json;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>
/// What careless hands do to a workbook, done to the real file by a program that writes workbooks: each damage is told once, at its
/// place. Ties that a damage breaks are the rule book's and not asked about here.
/// </summary>
[Trait("Category", "Slow")]
public sealed class CarelessAccountantTests(CarelessAccountantTests.Workshop workshop) : IClassFixture<CarelessAccountantTests.Workshop>
{
    private const string T1 = "T1 收支总表", T3 = "T3 支出总表", T4 = "T4 财政拨款收支总表", T5 = "T5 一般公共预算支出表", T6 = "T6 基本支出表", T7 = "T7 政府性基金支出表", T9 =
        "T9 三公经费支出表";

    /// <summary>Rules of what was done to the workbook itself.</summary>
    private static readonly string[] Ours =
        ["STRUCTURE-", "FORMULA-CHANGED", "CELL-", "IDENTITY", "EXTERNAL-LINK", "FORM-MISSING", "SEAL-"];

    /// <summary>
    /// What was done, in Python on the open workbook; and what must be said: severity, rule, sheet and cell, nothing else.
    /// </summary>
    private static readonly Damage[] Damages =
    [
        new("untouched", "pass"),
        new("total cut short", $"wb['{T1}']['C38'] = '=SUM(C7:C14)'", $"error FORMULA-CHANGED {T1}!C38"),
        new("row sum of other columns", $"wb['{T3}']['D12'] = '=SUM(E12:H12)'", $"error FORMULA-CHANGED {T3}!D12"),
        new("roll-up by hand, one row forgotten", $"wb['{T3}']['F9'] = '=F11+F12+F13'", $"error FORMULA-CHANGED {T3}!F9"),
        new("roll-up by hand, complete", $"wb['{T3}']['E17'] = '=E18'"),
        new("roll-up over codes cut short", $"wb['{T3}']['F7'] = wb['{T3}']['F7'].value.replace('$50', '$41')",
            $"error FORMULA-CHANGED {T3}!F7"),
        new("formula deleted", $"wb['{T1}']['C38'] = None; wb['{T3}']['D10'] = None", $"error FORMULA-CHANGED {T1}!C38",
            $"error FORMULA-CHANGED {T3}!D10"),
        new("total linked to another file", $"wb['{T3}']['E7'] = \"='[报表.xlsx]T3'!E7\"", $"error EXTERNAL-LINK {T3}!E7"),
        new("amount linked to another file", $"wb['{T3}']['F15'] = '=[1]Sheet1!A1'", $"error EXTERNAL-LINK {T3}!F15"),
        new("total replaced by words", $"wb['{T1}']['C40'] = '见附表'", $"error CELL-FORMAT {T1}!C40"),
        new("row added below the closing line", $"wb['{T1}']['B41'] = '其他'; wb['{T1}']['C41'] = 12.5", $"error STRUCTURE-ROW {T1}!C41"),
        new("amounts below the table", $"wb['{T3}']['E54'] = 33.3; wb['{T3}']['F54'] = 4", $"error STRUCTURE-OUTSIDE {T3}!E54"),
        new("sums beside the table", $"wb['{T3}']['K10'] = 5; wb['{T3}']['K11'] = '核对过'", $"warning STRUCTURE-OUTSIDE {T3}!K10",
            $"warning CELL-UNREAD {T3}!K11"),
        new("scratch formula beside the table", $"wb['{T3}']['K10'] = '=D10-E10'", $"warning CELL-UNREAD {T3}!K10"),
        new("sheet of one's own", "ws = wb.create_sheet('测算'); ws['B2'] = 12345.6", "info STRUCTURE-SHEET 测算!B2"),
        new("hidden sheet of one's own", "ws = wb.create_sheet('底稿'); ws['B2'] = 12345.6; ws.sheet_state = 'hidden'",
            "warning STRUCTURE-SHEET 底稿!B2"),
        new("form hidden", $"wb['{T9}'].sheet_state = 'hidden'", $"warning STRUCTURE-HIDDEN {T9}!A1"),
        new("row and column hidden", $"wb['{T3}'].row_dimensions[12].hidden = True; wb['{T3}'].column_dimensions['I'].hidden = True",
            $"warning STRUCTURE-HIDDEN {T3}!E12", $"warning STRUCTURE-HIDDEN {T3}!I12"),
        new("filter left on", $"wb['{T6}'].auto_filter.ref = 'A6:F43'\nfor r in range(11, 15): wb['{T6}'].row_dimensions[r].hidden = True",
            $"warning STRUCTURE-HIDDEN {T6}!E11"),
        new("two amounts merged", $"wb['{T3}'].merge_cells('E10:E11')", $"error STRUCTURE-MERGED {T3}!E10"),
        new("error value left", $"c = wb['{T3}']['E10']; c.value = '#REF!'; c.data_type = 'e'", $"error CELL-ERROR {T3}!E10"),
        new("form of another unit pasted in", $"replace('{T3}', other['{T3}'])", $"error IDENTITY {T3}!A3"),
        new("form of another year pasted in",
            $"ws = wb['{T5}']; ws['D3'] = '预算年度：2023'\nfor row in ws.iter_rows():\n for c in row:\n"
                + "  if str(c.value).startswith('表样'): c.value = c.value.replace('2024 年', '2023 年')", $"error IDENTITY {T5}!A3"),
        new("unit typed over in one form", $"wb['{T3}']['A3'] = '305002云岭县图书馆'", $"error IDENTITY {T3}!A3"),
        new("unit typed over in every form", "for ws in wb:\n if str(ws['A3'].value).startswith('305001'): ws['A3'] = '305002云岭县图书馆'",
            $"error IDENTITY {T1}!A3"),
        new("year typed over in every form",
            "for ws in wb:\n for c in ws[3]:\n  if str(c.value).startswith('预算年度'): c.value = '预算年度：2025'", $"error IDENTITY {T1}!D3"),
        new("wrong year in a title", $"wb['{T3}']['A2'] = '2023年部门预算支出总表'", $"error IDENTITY {T3}!A2"),
        new("sheet copied", $"copy(wb['{T3}'], 'T3 支出总表 (2)')", "warning STRUCTURE-COPY T3 支出总表 (2)!A1"),
        new("sheet copied and changed", $"copy(wb['{T3}'], 'T3 支出总表 (2)')['E10'] = 700", "error STRUCTURE-COPY T3 支出总表 (2)!A1"),
        new("sheet renamed", $"wb['{T7}'].title = '基金'"),
        new("sheet deleted", $"wb.remove(wb['{T9}'])", "error FORM-MISSING !"),
        new("headings retyped", $"ws = wb['{T3}']; ws['D4'] = '总计'; ws['E4'] = '基 本 支 出'; ws['I4'] = '对附属单位补助支出(万元)'",
            $"warning STRUCTURE-HEADER {T3}!D4", $"warning STRUCTURE-HEADER {T3}!I4"),
        new("heading moved, numbers below not", $"ws = wb['{T3}']; ws['G4'], ws['H4'] = ws['H4'].value, ws['G4'].value",
            $"warning STRUCTURE-HEADER {T3}!H6", $"warning STRUCTURE-HEADER {T3}!G6", $"warning STRUCTURE-HEADER {T3}!G4"),
        new("label of a row retyped", $"wb['{T1}']['B7'] = '一般公共预算'; wb['{T9}']['B15'] = None", $"warning STRUCTURE-ROW {T1}!B7",
            $"warning STRUCTURE-ROW {T9}!B15"),
        new("total called by another name", $"wb['{T3}']['C7'] = '总计'; wb['{T6}']['C7'] = '合 计'", $"warning STRUCTURE-ROW {T3}!C7"),
        new("rows sorted by amount",
            $"ws = wb['{T6}']\nrows = sorted(([ws.cell(r, c).value for c in (2, 3, 5, 6)] for r in range(21, 39)), key=lambda x: -x[3])\n"
                + "for i, x in enumerate(rows):\n for c, v in zip((2, 3, 5, 6), x): ws.cell(21 + i, c).value = v"),
        new("amounts as text",
            $"ws = wb['{T3}']; ws['F12'] = '２１２．５９２３'; ws['F13'] = '43.2189 万元'; ws['F14'] = '298765元'; ws['E16'] = ' 6.6666 '",
            $"error CELL-MESSY {T3}!F12", $"error CELL-MESSY {T3}!F13", $"error CELL-MESSY {T3}!F14", $"error CELL-MESSY {T3}!E16"),
        new("nothing as a dash or a zero", $"ws = wb['{T3}']; ws['G16'] = '—'; ws['H16'] = 0; ws['I16'] = ' '",
            $"info CELL-MESSY {T3}!G16"),
        new("date and yes/no for amounts", $"import datetime\nws = wb['{T3}']; ws['E10'] = datetime.date(2024, 3, 5); ws['F11'] = True",
            $"error CELL-FORMAT {T3}!E10", $"error CELL-FORMAT {T3}!F11"),
        new("formulas typed for amounts",
            $"ws = wb['{T3}']; ws['F11'] = '=80+6.5472'; ws['F14'] = '=ROUND(298765/10000,4)'; ws['F13'] = '=VLOOKUP(B13,T5!B:F,5,0)'",
            $"error CELL-ERROR {T3}!F13"),
        new("amount where the form is blank", $"wb['{T1}']['E37'] = 5", $"error STRUCTURE-BLANK {T1}!E37"),
        new("code cleared, amount left", $"wb['{T3}']['B11'] = None", $"error STRUCTURE-CODE {T3}!F11"),
        new("forms copied into a new file", "fresh()", "info SEAL-MISSING 填报说明!"),
    ];

    public static TheoryData<string> Names() => [.. Damages.Select(damage => damage.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Damage_IsToldOnceAtItsPlace_AndNothingElseIs(string name)
    {
        var report = RealEngine.Check(workshop.Damaged(name));
        var told = report.Findings.Where(finding => Ours.Any(rule => finding.Rule.StartsWith(rule, StringComparison.Ordinal)))
            .Select(finding =>
                $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Rule} {finding.Place.Sheet}!{finding.Place.Cell}");
        told.ShouldBe(Array.Find(Damages, damage => damage.Name == name)!.Told, ignoreOrder: true);
        (report.Identity!.UnitCode, report.Identity.Year).ShouldBe(("305001", 2024));
    }

    private sealed record Damage(string Name, string Python, params string[] Told);

    /// <summary>Does all the damage in one run of Python.</summary>
    public sealed class Workshop : IDisposable
    {
        private const string Script = """
            import copy as copying, json, sys, openpyxl
            folder = sys.argv[1]
            other = openpyxl.load_workbook(folder + '/other.xlsx')
            def cells(source, target):
                for row in source.iter_rows():
                    for c in row:
                        if c.value is not None: target[c.coordinate] = c.value
                for merge in source.merged_cells.ranges: target.merge_cells(str(merge))
                return target
            for index, code in enumerate(json.load(open(folder + '/damages.json', encoding='utf-8'))):
                wb = openpyxl.load_workbook(folder + '/book.xlsx')
                def copy(sheet, title): return cells(sheet, wb.create_sheet(title))
                def replace(title, source):
                    wb.remove(wb[title])
                    return cells(source, wb.create_sheet(title))
                def fresh():
                    global wb
                    book = openpyxl.Workbook()
                    book.remove(book.active)
                    for sheet in wb:
                        if sheet.sheet_state == 'visible': cells(sheet, book.create_sheet(sheet.title))
                    wb = book
                exec(code, globals())
                wb.save(f'{folder}/{index}.xlsx')
            """;

        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("excelbudget-careless-");

        public Workshop()
        {
            File.WriteAllBytes(PathOf("book.xlsx"), RealEngine.File("full"));
            File.WriteAllBytes(PathOf("other.xlsx"), RealEngine.File("library"));
            File.WriteAllText(PathOf("damages.json"), JsonSerializer.Serialize(Damages.Select(damage => damage.Python)));
            using var python =
                Process.Start(
                new ProcessStartInfo("/usr/bin/python3", ["-c", Script, _folder.FullName]) { RedirectStandardError = true })!;
            var error = python.StandardError.ReadToEnd();
            python.WaitForExit();
            python.ExitCode.ShouldBe(0, error);
        }

        /// <summary>The file after a damage.</summary>
        public byte[] Damaged(string name) => File.ReadAllBytes(PathOf($"{Array.FindIndex(Damages, damage => damage.Name == name)}.xlsx"));

        public void Dispose() => _folder.Delete(recursive: true);

        private string PathOf(string file) => Path.Combine(_folder.FullName, file);
    }
}
