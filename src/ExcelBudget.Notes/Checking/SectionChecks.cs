using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking;

/// <summary>The sections a note must have.</summary>
internal static class SectionChecks
{
    public static void Check(NoteScope scope)
    {
        if (scope.Language.Declaration.Sections.Count == 0) scope.NotChecked(NoteRuleIds.Section, "表样包没有声明情况说明的各部分（note-check.yaml）");
        foreach (var section in scope.Language.Declaration.Sections.Where(section => section.IsRequired && !scope.Outline.Has(section.Id)))
        {
            scope.Report(NoteRuleIds.Section, new NoteSpot(null, 0, 0), new NoteRemark { Expected = section.Title, Item = section.Title });
        }
    }
}
