using System.CommandLine;
using System.CommandLine.Help;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary>All verbs, one file each beside this one.</summary>
internal static class CommandLine
{
    /// <summary>The command line. No verb means <c>run</c>.</summary>
    /// <param name="composition">Builds what a verb needs.</param>
    /// <param name="verb">
    /// The first word of the command line: of the verbs that are run for single files all day that one alone is made, which saves them a
    /// fiftieth of their start. Null for all verbs.
    /// </param>
    public static RootCommand Create(Composition composition, string? verb = null)
    {
        var root = new RootCommand("部门预算工作簿：下发、接收、检查、生成情况说明。不带命令时等同于 run。")
        {
            Composition.SettingsOption,
            Composition.LogOption,
        };
        foreach (var command in Verbs(composition, verb)) root.Add(command);
        root.SetAction((parsed, stop) => RunVerb.RunAsync(composition, parsed, stop));
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction action } help)
            {
                help.Description = "显示用法";
                help.Action = new ChineseHelp(action);
            }
            else if (option is VersionOption)
            {
                option.Description = "显示版本";
            }
        }

        return root;
    }

    private static Command[] Verbs(Composition composition, string? verb) => verb switch
    {
        "fill" => [FillVerb.Create(composition)],
        "check" => [CheckVerb.Create(composition)],
        "note" => [NoteVerb.Create(composition)],
        _ =>
        [
            RunVerb.Create(composition),
            DemoVerb.Create(composition),
            FillVerb.Create(composition),
            CheckVerb.Create(composition),
            NoteVerb.Create(composition),
            CheckNoteVerb.Create(composition),
            IndicatorsVerb.Create(),
            PacksVerb.Create(composition),
            FindingsVerb.Create(),
            HeldVerb.Create(composition),
            CountyVerb.Create(composition),
            CountyVerb.CreateDataset(composition),
            IssueVerb.Create(composition),
            StatusVerb.Create(composition),
            StatusVerb.CreateHistory(composition),
            StatusVerb.CreateReminder(composition),
            StatusVerb.CreatePublished(composition),
            WaiveVerb.Create(composition),
            LedgerVerb.Create(composition),
            TokensVerb.Create(composition),
            CertificateVerb.Create(composition),
            AddInVerb.Create(composition),
            ServiceVerb.Create(composition),
            ServiceVerb.CreateHealth(composition),
            ManualVerb.Create(),
        ],
    };
}
