using System.Globalization;
using ExcelBudget.StartProfile;

if (args is not [var folder, var profile, .. var runs] || runs.Length == 0)
{
    Console.Error.WriteLine("usage: ExcelBudget.StartProfile FOLDER PROFILE RUNS…");
    return 2;
}

var written = new ProfileWriter(new KnownTypes(Directory.EnumerateFiles(folder, "*.dll").Concat(Framework())));
var (found, unknown) = (0, 0);
foreach (var method in runs.SelectMany(File.ReadLines).Select(CompiledMethod.In).OfType<string>().Distinct(StringComparer.Ordinal))
{
    if (written.Add(method)) found++;
    else unknown++;
}

written.Save(profile);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found} methods, {unknown} made at run time or not known"));
return found == 0 ? 1 : 0;

// this tool runs on the same framework as the program
// a profile that names an assembly which is not published, such as this tool, is ignored
static IEnumerable<string> Framework() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
    .Concat(AspNet()).Where(file => File.Exists(file) && file != typeof(CompiledMethod).Assembly.Location);

// of the web framework, which the program has and this tool has not
static IEnumerable<string> AspNet()
{
    var runtime = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
    var web = Path.Combine(runtime.Parent!.Parent!.FullName, "Microsoft.AspNetCore.App", runtime.Name);
    return Directory.Exists(web) ? Directory.EnumerateFiles(web, "*.dll") : [];
}
