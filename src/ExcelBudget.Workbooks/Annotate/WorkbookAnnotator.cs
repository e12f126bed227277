using System.Xml;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>退回件。Gives an accountant her own workbook back, with notes at its cells and a report in front.</summary>
public static class WorkbookAnnotator
{
    private const string ForbiddenInNames = @":\/?*[]";

    /// <summary>
    /// Annotates a workbook. Only these parts change: the list of sheets and what belongs to it, the styles (formats are added behind the
    /// others),
    /// comments and their boxes on sheets with notes, and one attribute on the sheet that was shown before. Every other part is copied as
    /// it is.
    /// What an earlier annotation wrote is replaced; comments of people stay, and where one stands already our words follow below it.
    /// </summary>
    /// <param name="original">The workbook.</param>
    /// <param name="notes">What is to be said at which cell. Several at one cell become one comment.</param>
    /// <param name="report">The sheet to put in front; it is the one that is shown when the workbook is opened.</param>
    /// <returns>The annotated workbook.</returns>
    /// <exception cref="ArgumentException">The report's name cannot be the name of a sheet.</exception>
    /// <exception cref="InvalidDataException">A part that a workbook must have is missing or not well-formed.</exception>
    public static byte[] Annotate(GuardedWorkbook original, IReadOnlyList<CellNote> notes, ReportSheet report)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentNullException.ThrowIfNull(report);
        CheckName(report.Name);
        try
        {
            return Changed(original, notes, report);
        }
        catch (Exception e) when (e is XmlException or FormatException or OverflowException)
        {
            throw new InvalidDataException("A part of the workbook is not what it should be: " + e.Message, e);
        }
    }

    private static byte[] Changed(GuardedWorkbook original, IReadOnlyList<CellNote> notes, ReportSheet report)
    {
        var parts = original.Edit();
        var workbook = new WorkbookMarkup(parts);
        AnnotateSheets(parts, workbook, notes, report);
        PlaceReport(parts, workbook, report);
        return parts.ToBytes();
    }

    private static void AnnotateSheets(
        PackageEdit parts, WorkbookMarkup workbook, IReadOnlyList<CellNote> notes, ReportSheet report)
    {
        var authors = notes.Select(note => note.Author).Append(report.NoteAuthor).OfType<string>().Select(LegalText.Clean).ToHashSet();
        var bySheet = notes.ToLookup(note => note.Sheet, StringComparer.OrdinalIgnoreCase);
        var earlier = workbook.Find(report.Name) ?? (report.FormerName is { } former ? workbook.Find(former) : null);
        foreach (var sheet in workbook.Sheets.Where(sheet => sheet != earlier))
        {
            new SheetAnnotation(parts, sheet).Make([.. bySheet[sheet.Name]], authors);
        }
    }

    private static void PlaceReport(PackageEdit parts, WorkbookMarkup workbook, ReportSheet report)
    {
        var part = workbook.PlaceReport(report.Name, report.FormerName);
        ForgetBelongings(parts, part);
        var stylesPart = workbook.Relationships.OfKind("styles")?.Target;
        var styles = new ReportStyles(stylesPart is null ? ReportStyles.Blank(workbook.Dialect.Main) : parts.Require(stylesPart));
        var grid = new ReportGrid(report);
        parts.Write(part, ReportWriter.Write(workbook, styles, grid, report.AnswerLimit));
        if (grid.HeadingRow is { } heading) workbook.PrintTitles(report.Name, heading, heading);

        if (stylesPart is null)
        {
            stylesPart = parts.FreeName("xl/styles{0}.xml");
            workbook.Relationships.Add(workbook.Dialect.RelationshipType("styles"), stylesPart);
            parts.Types.Declare(stylesPart, PartTypes.Styles);
        }

        parts.Write(stylesPart, styles.ToBytes());
        workbook.Save();
    }

    /// <summary>What another program has hung on an earlier report (printer settings, comments) goes with it.</summary>
    private static void ForgetBelongings(PackageEdit parts, string reportPart)
    {
        var relationships = parts.LinksOf(reportPart);
        foreach (var belonging in relationships.All.Where(one => one.Kind is "comments" or "vmlDrawing" or "printerSettings").ToList())
        {
            parts.Remove(belonging.Target);
        }

        if (relationships.All.Count > 0) parts.Remove(Relationships.NameFor(reportPart));
    }

    private static void CheckName(string name)
    {
        var fits = name.Length is >= 1 and <= 31 && name.IndexOfAny([.. ForbiddenInNames]) < 0 && name[0] != '\'' && name[^1] != '\'';
        if (!fits) throw new ArgumentException($"«{name}» cannot be the name of a sheet.", nameof(name));
    }
}
