using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Reports;

/// <summary>The findings of some files in the shape other programs rely on. Fields that do not apply are left out.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Chinese stays Chinese; the file is never embedded in a web page
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>UTF-8 without byte order mark, indented, ending with a line feed.</summary>
    public static byte[] Write(IEnumerable<CheckReport> reports)
    {
        var shape = new { Files = reports.Select(OfFile).ToArray() };
        return [.. JsonSerializer.SerializeToUtf8Bytes(shape, Options), (byte)'\n'];
    }

    private static object OfFile(CheckReport report) => new
    {
        report.File,
        report.Identity?.Pack,
        report.Identity?.UnitCode,
        report.Identity?.UnitName,
        report.Identity?.Year,
        report.Workbook,
        Verdict = Word(report.Verdict),
        Errors = report.Count(Severity.Error),
        Warnings = report.Count(Severity.Warning),
        Infos = report.Count(Severity.Info),
        Findings = report.Findings.Select(OfFinding).ToArray(),
        Changes = report.Changes.Select(OfChange).ToArray(),
        report.Agreed,
        Unchecked = report.UncheckedByCause()
            .Select(group => new { Rule = group.Rules[0], group.Reason, Rules = group.Rules.Count > 1 ? group.Rules : null }).ToArray(),
        Trial = report.Trial.Rules.Count == 0 ? null : new
        {
            Rules = report.Trial.Counts().Select(pair => new { pair.Rule, Fired = pair.Count }).ToArray(),
            Findings = report.Trial.Findings.Select(OfFinding).ToArray(),
        },
        SignOff = report.SignOff.IsAny ? new { report.SignOff.Preparer, report.SignOff.Reviewer, report.SignOff.Head } : null,
        Reason = report.Reason?.Code,
        report.ReturnedBecause,
    };

    private static object OfFinding(Finding finding) => new
    {
        finding.Rule,
        finding.Category,
        Severity = Word(finding.Severity),
        finding.Message,
        finding.Place.Sheet,
        finding.Place.Cell,
        Form = Form(finding.Place),
        Row = Row(finding.Place),
        Column = Column(finding.Place),
        finding.Place.Paragraph,
        finding.Place.Sentence,
        finding.Project,
        Expected = finding.Expected?.ToString(),
        Actual = finding.Actual?.ToString(),
        Difference = finding.Difference?.ToString(),
        Related = Contributing(finding).Select(OfPlace).ToArray() is { Length: > 0 } related ? related : null,
        Ties = finding.Ties.Count == 0 ? null : finding.Ties.Select(OfFinding).ToArray(),
        finding.Basis,
        finding.Answer,
        AnswerWasFor = finding.AnswerWasFor is { } was ? new { was.Expected, was.Actual } : null,
    };

    /// <summary>The likeliest cause first: where a finding names the cause of broken ties, that is its own cell.</summary>
    private static IEnumerable<Place> Contributing(Finding finding) =>
        finding.Ties.Count > 0 && finding.Place.Cell is not null ? finding.Related.Where(place => place != finding.Place)
            .Prepend(finding.Place) : finding.Related;

    private static object OfPlace(Place place) =>
        new { place.Sheet, place.Cell, Form = Form(place), Row = Row(place), Column = Column(place), place.Paragraph, place.Sentence };

    private static object OfChange(Change change) => new
    {
        change.Place.Sheet,
        change.Place.Cell,
        Form = Form(change.Place),
        Row = Row(change.Place),
        Column = Column(change.Place),
        change.Before,
        change.After,
    };

    private static string? Form(Place place) => Filled(place.Address?.Form.Value);

    private static string? Row(Place place) => Filled(place.Address?.Row.Value);

    private static string? Column(Place place) => Filled(place.Address?.Column.Value);

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.Returned => "returned",
        _ => "unreadable",
    };

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
