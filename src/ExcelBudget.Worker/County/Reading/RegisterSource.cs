using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.County.Reading;

/// <summary>The county file as it stands now: read again when it was changed. Thread-safe.</summary>
internal sealed class RegisterSource(WorkerSettings settings, PackStore packs)
{
    private readonly Lock _gate = new();
    private string _mark = "";
    private CountyReading? _reading;

    /// <summary>Path of the file.</summary>
    public string File => settings.CountyFile.Length > 0 ? settings.CountyFile : CountyFileName.In(settings.Root);

    /// <summary>What it holds now; null when there is no county file.</summary>
    public CountyReading? Current
    {
        get
        {
            lock (_gate)
            {
                var mark = Mark();
                if (mark == _mark) return _reading;
                (_mark, _reading) = (mark, mark.Length == 0 ? null : Read());
                return _reading;
            }
        }
    }

    private CountyReading Read() =>
        CountyReader.Read(File, packs.Packs.Select(pack => pack.RuleBook.Pack.Id).ToHashSet(StringComparer.Ordinal));

    /// <summary>Names, sizes and times of its files; empty when there is none. Only compared, never interpreted.</summary>
    private string Mark()
    {
        IEnumerable<FileInfo> files = Directory.Exists(File)
            ? new DirectoryInfo(File).EnumerateFiles("*.csv").OrderBy(file => file.Name, StringComparer.Ordinal)
            : new[] { new FileInfo(File) }.Where(file => file.Exists);
        return string.Join('|', files.Select(file => $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"));
    }
}
