using System.Text;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.IndicatorCells;

/// <summary>One run of <c>indicators</c>.</summary>
internal sealed class IndicatorsRun(Terminal terminal, TextWriter output)
{
    /// <summary>Reads a cell's text and shows its indicators.</summary>
    /// <param name="path">Text file, «-» for standard input.</param>
    /// <param name="json">File for the indicators, «-» for standard output, null for none.</param>
    /// <returns>The exit code.</returns>
    public int Run(string path, string? json)
    {
        if (CellTextFile.Read(path, out var problem) is not { } text)
        {
            terminal.Complain(problem!);
            return ExitCode.NotDone;
        }

        var reading = IndicatorText.Read(text);
        foreach (var line in IndicatorLines.Of(reading)) terminal.Say(line);
        return Write(reading, json) ? ExitCode.Clean : ExitCode.NotDone;
    }

    private bool Write(IndicatorReading reading, string? json)
    {
        try
        {
            if (json == "-") output.Write(Encoding.UTF8.GetString(IndicatorJson.Write(reading.Indicators)));
            else if (json is not null) FileOperations.Replace(Path.GetFullPath(json), IndicatorJson.Write(reading.Indicators));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"结果写不出去：{e.Message}");
            return false;
        }
    }
}
