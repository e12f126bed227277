using System.Globalization;

namespace ExcelBudget.TestSupport;

/// <summary>
/// LibreOffice as the other program that people open and save files with, and as a second calculator. Each start has a profile of
/// its own; one start converts many files.
/// </summary>
public static class LibreOffice
{
    /// <summary>Format: a workbook as LibreOffice saves it.</summary>
    public const string Workbook = "xlsx:Calc MS Excel 2007 XML";

    /// <summary>Format: a note as LibreOffice saves it when it is asked for Word 2007.</summary>
    public const string Note = "docx:MS Word 2007 XML";

    /// <summary>Format: a note as LibreOffice saves it when it is asked for the standard.</summary>
    public const string StrictNote = "docx:Office Open XML Text";

    /// <summary>Recalculate on load always (0): without it LibreOffice believes the results in the file. Macros run unasked.</summary>
    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry"
          xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
          <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
          <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    /// <summary>A workbook as LibreOffice saves it after opening it; results in the file are believed.</summary>
    public static byte[] Saved(byte[] workbook) => Converted([workbook], "xlsx", Workbook)[0];

    /// <summary>A note as LibreOffice saves it after opening it.</summary>
    public static byte[] SavedNote(byte[] docx, string format = Note) => Converted([docx], "docx", format)[0];

    /// <summary>Files converted by one start, in their order.</summary>
    /// <param name="files">The files, all of one kind.</param>
    /// <param name="extension">What they are named: xlsx, docx…</param>
    /// <param name="format">What they become: an extension, a colon, and the name of LibreOffice's filter where one is wanted.</param>
    public static IReadOnlyList<byte[]> Converted(IReadOnlyList<byte[]> files, string extension, string format) =>
        Converted(files, extension, format, settings: null);

    /// <summary>Workbooks with every formula computed anew, whatever results the files hold.</summary>
    public static IReadOnlyList<byte[]> Recalculated(IReadOnlyList<byte[]> workbooks) => Converted(workbooks, "xlsx", Workbook, Settings);

    /// <summary>
    /// The files that are saved, each after another macro in LibreOffice Basic has worked on the workbook as it is; the open document is
    /// «Book».
    /// </summary>
    public static IReadOnlyList<byte[]> Edited(byte[] workbook, IReadOnlyList<string> macros)
    {
        using var folder = new TempFolder();
        var source = folder.Write("book.xlsx", workbook);
        var runs = macros.Select((macro, index) => (Target: folder.In($"{index.ToString(CultureInfo.InvariantCulture)}.xlsx"), macro))
            .ToArray();
        folder.Write("profile/user/registrymodifications.xcu", Settings);
        // the first start of a profile puts an empty macro library over whatever is there
        Start(folder, "--terminate_after_init");
        BasicLibrary.Write(folder.In("profile/user"), source, runs);
        Start(folder, "macro:///Standard.Edit.Main");
        return [.. runs.Select(run => File.ReadAllBytes(run.Target))];
    }

    /// <summary>The words of each printed page of a note.</summary>
    public static IReadOnlyList<string> Pages(byte[] docx) => Pages([docx], "docx")[0];

    /// <summary>The words of each printed page of several files, printed by one start; formulas are computed anew.</summary>
    /// <param name="files">The files, all of one kind.</param>
    /// <param name="extension">What they are named: xlsx, docx…</param>
    public static IReadOnlyList<IReadOnlyList<string>> Pages(IReadOnlyList<byte[]> files, string extension)
    {
        using var folder = new TempFolder();
        var pages = new List<IReadOnlyList<string>>();
        foreach (var printed in Converted(files, extension, "pdf", Settings))
        {
            var pdf = folder.Write("printed.pdf", printed);
            OtherProgram.Run("pdftotext", "-layout", pdf, folder.In("printed.txt"));
            pages.Add(folder.Text("printed.txt").TrimEnd('\f').Split('\f'));
        }

        return pages;
    }

    private static byte[][] Converted(IReadOnlyList<byte[]> files, string extension, string format, string? settings)
    {
        using var folder = new TempFolder();
        if (settings is not null) folder.Write("profile/user/registrymodifications.xcu", settings);
        var sources = files.Select((file, index) => folder.Write($"{index.ToString(CultureInfo.InvariantCulture)}.{extension}", file))
            .ToArray();
        Start(folder, ["--convert-to", format, "--outdir", folder.In("out"), .. sources]);
        var made = format.Split(':')[0];
        return [.. sources.Select(source => File.ReadAllBytes(folder.In($"out/{Path.GetFileNameWithoutExtension(source)}.{made}")))];
    }

    private static void Start(TempFolder folder, params string[] arguments) =>
        OtherProgram.Run("soffice", ["--headless", "-env:UserInstallation=" + new Uri(folder.In("profile")).AbsoluteUri, .. arguments]);
}
