using System.Globalization;
using System.Text.Json;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>Does to workbooks what was done in each sitting, by openpyxl and LibreOffice.</summary>
internal static class AfternoonDesk
{
    private const string Script = """
        import json, sys, openpyxl
        folder = sys.argv[1]
        for index, (department, code) in enumerate(json.load(open(folder + '/sittings.json', encoding='utf-8'))):
            if not code: continue
            wb = openpyxl.load_workbook(f'{folder}/{department}.xlsx')
            v = openpyxl.load_workbook(f'{folder}/{department}.xlsx', data_only=True) if 'v[' in code else None
            def s(name): return next(sheet for sheet in wb if sheet.title.startswith(name))
            try: exec(code, globals())
            except Exception as error: raise RuntimeError(f'{department}: {code}') from error
            wb.save(f'{folder}/{index}.done.xlsx')
        """;

    /// <summary>
    /// The file of each sitting; those that only LibreOffice can do are null where it is not asked to. Every file is recalculated
    /// and saved by LibreOffice where it is.
    /// </summary>
    public static IReadOnlyList<byte[]?> Damaged(IReadOnlyList<Sitting> sittings, bool byLibreOffice)
    {
        using var folder = new TempFolder();
        foreach (var department in Departments.Names) folder.Write($"{department}.xlsx", Departments.Workbook(department));
        folder.Write("sittings.json", JsonSerializer.Serialize(
            sittings.Select(sitting => new[] { sitting.Department, sitting.IsBasic ? "" : sitting.How })));
        OtherProgram.Python(Script, folder.Path);
        var damaged = sittings.Select((sitting, index) =>
            sitting.IsBasic ? null : File.ReadAllBytes(folder.In($"{index.ToString(CultureInfo.InvariantCulture)}.done.xlsx"))).ToArray();
        if (!byLibreOffice) return damaged;
        foreach (var basic in sittings.Select((sitting, at) => (sitting, at)).Where(each => each.sitting.IsBasic)
            .GroupBy(each => each.sitting.Department))
        {
            var edited = LibreOffice.Edited(
                Departments.Workbook(basic.Key), [.. basic.Select(each => Unprotected(each.sitting.Macro))]);
            foreach (var (each, file) in basic.Zip(edited)) damaged[each.at] = file;
        }

        var byPython = Enumerable.Range(0, damaged.Length).Where(at => !sittings[at].IsBasic).ToArray();
        foreach (var (at, file) in byPython.Zip(LibreOffice.Recalculated([.. byPython.Select(at => damaged[at]!)]))) damaged[at] = file;
        return damaged;
    }

    private static string Unprotected(string macro) => $"""
        For Each Each_ In Book.Sheets
        Each_.unprotect("")
        Next
        {macro}
        """;
}
