using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.Worker.Isolation.Wire;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Tests.Isolation;

/// <summary>The process that opens files works by the settings of the program that started it.</summary>
public sealed class SettingsWireTests
{
    [Fact]
    public void Settings_OfWhatAFileMayBe_CrossThePipe()
    {
        var settings = new WorkerSettings
        {
            Root = "",
            LedgerFile = "",
            LogFolder = "",
            PacksFolder = "/表样",
            PacksAreSound = true,
            MostFindings = 123,
            Limits = new PackageLimits
            {
                FileBytes = 5L << 32,
                EntryBytes = 1,
                TotalBytes = 6L << 32,
                Entries = 2,
                ExpansionRatio = 3,
                XmlDepth = 4,
                TreeNodes = 5,
                TextCharacters = 6,
                Rows = 7,
                Columns = 8,
                Cells = 9,
            },
        };

        var there = SettingsWire.Read(new WireReader(SettingsWire.Write(new WireWriter(), settings).Bytes.ToArray()));

        there.ShouldBe(settings);
    }
}
