using System.Collections.Concurrent;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Filling;

namespace ExcelBudget.Worker.County.Issuing;

/// <summary>
/// The materials of a run. Templates and the county's dataset are read once and kept. A dataset of a department's own, a folder or
/// workbook named by its code inside the county's, is read for that department and let go: its bad data stops nobody else, and a
/// prefecture of thousands needs no more memory than a county.
/// </summary>
internal sealed class IssueMaterials(PackStore packs, string? data)
{
    private readonly ConcurrentDictionary<(string Pack, string? Data), Lazy<(FillMaterial? Material, string? Problem)>> _kept = new();
    private readonly ConcurrentDictionary<string, Lazy<WorkbookFiller>> _fillers = new(StringComparer.Ordinal);

    /// <summary>What finds the material of the units of one department.</summary>
    public DepartmentMaterials Of(CountyDepartment department) => new(this, DataOf(department));

    private string? DataOf(CountyDepartment department)
    {
        if (data is null || !Directory.Exists(data)) return data;
        var own = new[] { department.Code, department.Folder }
            .SelectMany(name => new[] { Path.Combine(data, name), Path.Combine(data, name + ".xlsx") });
        return own.FirstOrDefault(Path.Exists) ?? data;
    }

    private (FillMaterial? Material, string? Problem) Read(string id, string? source)
    {
        if (packs.Find(id) is not { } pack) return (null, $"没有可用的表样包“{id}”，请用 packs verify 检查。");
        try
        {
            return (new(pack, Filler(pack), source is null ? null : DatasetReader.Read(source, pack.RuleBook.Pack)), null);
        }
        catch (TemplateException broken)
        {
            return (null, broken.Message);
        }
    }

    private WorkbookFiller Filler(LoadedPack pack) =>
        _fillers.GetOrAdd(pack.RuleBook.Pack.Id, _ => new Lazy<WorkbookFiller>(pack.Filler)).Value;

    /// <summary>The materials of one department.</summary>
    internal sealed class DepartmentMaterials(IssueMaterials all, string? source)
    {
        private readonly ConcurrentDictionary<string, Lazy<(FillMaterial? Material, string? Problem)>> _own = new(StringComparer.Ordinal);

        /// <summary>The material for a pack; null, with the reason, when it cannot be used.</summary>
        public FillMaterial? For(string pack, out string? problem)
        {
            var read = source == all.Data
                ? all._kept.GetOrAdd((pack, source), key => new(() => all.Read(key.Pack, key.Data))).Value
                : _own.GetOrAdd(pack, id => new(() => all.Read(id, source))).Value;
            problem = read.Problem;
            return read.Material;
        }
    }

    private string? Data => data;
}
