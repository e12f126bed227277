using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Domain.Findings;
using Xunit.Abstractions;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>
/// Numbers retyped one at a time: in links, in sentences without links, in tables. Every one must be found, and nothing else.
/// </summary>
public sealed class InjectedChangeTests(ITestOutputHelper output)
{
    [Fact]
    public void InjectedChanges_Twenty_AreAllFound() => AreAllFound(20);

    [Fact]
    [Trait("Category", "Slow")]
    public void InjectedChanges_TwoHundred_AreAllFound() => AreAllFound(200);

    private void AreAllFound(int changes)
    {
        var random = new Random(20231121);
        var notes = new[] { "clean", "full" }.SelectMany(
            sample => new[] { (Sample: sample, Docx: HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx),
            (Sample: sample, Docx: PlainNote.WithoutControls(HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx)) }).ToArray();
        var (found, told, missed) = (0, 0, new List<string>());
        for (var change = 0; change < changes; change++)
        {
            var note = notes[change % notes.Length];
            var where = "";
            var docx = PlainNote.Edited(note.Docx, body => where = Change(body, random, inTable: change % 3 == 2));
            var findings = Checked.Against(HebeiNote.BudgetOf(note.Sample), docx).Findings;
            var isFound = findings.Any(finding => IsAbout(finding, where.Split(' ')[0]));
            found += isFound ? 1 : 0;
            told += findings.Count;
            if (!isFound) missed.Add($"{note.Sample}: {where}\n   {string.Join("; ", findings.Select(finding => finding.Message))}");
            else if (findings.Count > 1)
            {
                missed.Add(
                    $"also, {note.Sample}: {where}\n"
                        + $"   {string.Join("; ", findings.Select(finding => $"{finding.Rule} {finding.Message}"))}");
            }
        }

        output.WriteLine(
            string.Create(
            CultureInfo.InvariantCulture,
            $"{changes} changes: recall {(decimal)found / changes:P1}, precision {(decimal)found / told:P1} ({told} findings)"));
        found.ShouldBe(changes, string.Join('\n', missed));
        ((decimal)found / told).ShouldBeGreaterThan(changes > 100 ? 0.97m : 0.9m, string.Join('\n', missed));
    }

    private static bool IsAbout(Finding finding, string words) =>
        finding.Actual.Told()?.TrimEnd('万', '元', '%').TrimStart('≤', '≥', '＜', '＞') == words;

    /// <summary>Retypes one number with two decimals; returns the words around it afterwards.</summary>
    private static string Change(Body body, Random random, bool inTable)
    {
        var texts = body.Descendants<Text>().Where(text => text.Ancestors<Table>().Any() == inTable && Number(text.Text) is not null)
            .ToArray();
        var chosen = texts[random.Next(texts.Length)];
        var (start, length) = Number(chosen.Text)!.Value;
        var number = decimal.Parse(chosen.Text.AsSpan(start, length), CultureInfo.InvariantCulture);
        var changed = number
            + ((random.Next(3) switch { 0 => 0.01m, 1 => 10m, _ => 90.9m }) * (random.Next(2) == 0 && number > 100m ? -1 : 1));
        var words = changed.ToString("0.00", CultureInfo.InvariantCulture);
        chosen.Text = chosen.Text[..start] + words + chosen.Text[(start + length)..];
        return $"{words} in {chosen.Ancestors<Paragraph>().First().InnerText}";
    }

    /// <summary>Where a number with two decimals stands in words; null without one.</summary>
    private static (int Start, int Length)? Number(string words)
    {
        var match = System.Text.RegularExpressions.Regex.Match(words, @"(?<![\d.])\d+\.\d{2}(?![\d.])");
        return match.Success ? (match.Index, match.Length) : null;
    }
}
