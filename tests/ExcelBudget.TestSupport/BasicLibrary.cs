using System.Globalization;
using System.Security;
using System.Text;

namespace ExcelBudget.TestSupport;

/// <summary>
/// Puts a macro into a LibreOffice profile: each run opens a workbook as «Book», makes its edits and saves the result; then the program
/// ends. Everything is computed when the workbook opens, and after the edits what rests on them, as at the keyboard.
/// </summary>
internal static class BasicLibrary
{
    public static void Write(string user, string source, IReadOnlyList<(string Target, string Statements)> runs)
    {
        var folder = Directory.CreateDirectory(Path.Combine(user, "basic", "Standard")).FullName;
        File.WriteAllText(Path.Combine(user, "basic", "script.xlc"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
            <library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
             <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
              library:link="false"/>
            </library:libraries>
            """);
        File.WriteAllText(Path.Combine(folder, "script.xlb"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
            <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
              library:readonly="false" library:passwordprotected="false">
             <library:element library:name="Edit"/>
            </library:library>
            """);
        // each run a procedure of its own: the program limits how long one may be
        var code = new StringBuilder();
        for (var run = 0; run < runs.Count; run++) code.AppendLine(Procedure(run, source, runs[run].Target, runs[run].Statements));
        code.AppendLine(Processor).AppendLine("Sub Main");
        for (var run = 0; run < runs.Count; run++) code.AppendLine(CultureInfo.InvariantCulture, $"Run{run}");
        code.AppendLine("StarDesktop.terminate()").AppendLine("End Sub");
        File.WriteAllText(Path.Combine(folder, "Edit.xba"), $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
            <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit"
              script:language="StarBasic">{SecurityElement.Escape(code.ToString())}</script:module>
            """);
    }

    /// <summary>Milliseconds of processor time that the program has taken: what other work on the machine does not change.</summary>
    private const string Processor = """
        Function ProcessorTime() As Long
        File = FreeFile
        Open "/proc/self/stat" For Input As #File
        Line Input #File, Words
        Close #File
        Fields = Split(Words, " ")
        ProcessorTime = (CLng(Fields(13)) + CLng(Fields(14))) * 10
        End Function
        """;

    private static string Procedure(int run, string source, string target, string statements) => $"""
        Sub Run{run}
        Dim Hidden(0) As New com.sun.star.beans.PropertyValue
        Hidden(0).Name = "Hidden"
        Hidden(0).Value = True
        Book = StarDesktop.loadComponentFromURL("{new Uri(source).AbsoluteUri}", "_blank", 0, Hidden())
        {statements}
        Book.calculate()
        Dim Format(0) As New com.sun.star.beans.PropertyValue
        Format(0).Name = "FilterName"
        Format(0).Value = "Calc MS Excel 2007 XML"
        Book.storeToURL("{new Uri(target).AbsoluteUri}", Format())
        Book.close(True)
        End Sub
        """;
}
