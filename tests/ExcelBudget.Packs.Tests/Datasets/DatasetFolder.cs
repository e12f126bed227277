using System.Text;
using ExcelBudget.Packs.Datasets;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>A dataset in a temporary folder. It starts sound, so that a test shows only what it breaks.</summary>
internal sealed class DatasetFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dataset-");

    public DatasetFolder()
    {
        foreach (var (table, text) in SoundTables) Write(table + ".csv", text);
    }

    /// <summary>One sound dataset with every table, as CSV text by table name.</summary>
    public static IReadOnlyDictionary<string, string> SoundTables { get; } = new Dictionary<string, string>
    {
        ["units"] = "unit_code,unit_name,unit_nature,unit_rank,funding,members\n201,县委办公室,行政单位,正科级,财政拨款,\n",
        ["revenue"] = "year,unit_code,function_code,source,amount_yuan\n2023,201,2013101,一般公共预算拨款,6342900.50\n",
        ["expenditure"] = "year,unit_code,function_code,economic_code,category,project_code,fund,amount_yuan\n"
            + "2023,201,2013101,30101,人员经费,,一般公共预算拨款,4000000\n2023,201,2013101,,项目支出,P1,一般公共预算拨款,2342900.5\n",
        ["three_public"] = "year,unit_code,item,fund,amount_yuan\n2023,201,公务接待费,一般公共预算拨款,150000\n",
        ["projects"] = "year,unit_code,project_code,project_name,amount_yuan,goal\n2023,201,P1,值班经费,2342900.5,\"1.保障值班\n2.按时报送\"\n",
        ["indicators"] = "year,unit_code,project_code,level1,level2,name,target\n2023,201,P1,产出指标,数量指标,值班天数,≥365天\n",
        ["procurement"] = "year,unit_code,project_code,item,catalogue_code,measure_unit,quantity,unit_price_yuan,fund,amount_yuan\n"
            + "2023,201,P1,台式计算机,A02010105,台,4,5000,一般公共预算拨款,20000\n",
        ["assets"] = "as_of,unit_code,item,quantity,amount_yuan\n2022-12-31,201,车辆,7,1567800\n2022-12-31,201,其他固定资产,,9417300\n",
        ["narrative"] = "year,unit_code,section,text\n2023,201,duties,贯彻执行党的路线方针政策。\n",
    };

    /// <summary>The folder's path.</summary>
    public string Path => _folder.FullName;

    /// <summary>Replaces a file; the default encoding is UTF-8 without a mark.</summary>
    public DatasetFolder Write(string file, string text, Encoding? encoding = null)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, file), text, encoding ?? new UTF8Encoding(false));
        return this;
    }

    /// <summary>Replaces a file by bytes.</summary>
    public DatasetFolder Write(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);
        return this;
    }

    /// <summary>Adds lines at the end of a sound file; the first of them is line 3 (4 in expenditure, projects and assets).</summary>
    public DatasetFolder Append(string file, params string[] lines)
    {
        File.AppendAllText(System.IO.Path.Combine(Path, file), string.Concat(lines.Select(line => line + "\n")));
        return this;
    }

    /// <summary>Takes a file away.</summary>
    public DatasetFolder Delete(string file)
    {
        File.Delete(System.IO.Path.Combine(Path, file));
        return this;
    }

    /// <summary>Reads the folder.</summary>
    public DatasetReading Read() => DatasetReader.Read(Path);

    public void Dispose() => _folder.Delete(recursive: true);
}
