namespace ExcelBudget.Worker.Tests.Architecture;

/// <summary>Folders inside a room point one way, as rooms do.</summary>
public sealed class FolderLayeringTests
{
    public static TheoryData<string> Rooms =>
    [
        .. Directory.EnumerateDirectories(Repository.PathOf("src"), "ExcelBudget.*").Select(room => Path.GetFileName(room))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void FoldersOfARoom_PointOneWay(string room) => FolderGraph.Of(room).Circles().ShouldBeEmpty();

    [Fact]
    public void FolderOfTheWorker_ThatRunsTheVerbs_StandsAboveAllOthers()
    {
        var arrows = FolderGraph.Of("ExcelBudget.Worker").Arrows;
        arrows["Verbs"].ShouldContain("Prompt");
        arrows["Verbs"].ShouldContain("DropFolder");
        arrows.Where(folder => folder.Key != ".").ShouldAllBe(folder => !folder.Value.Contains("Verbs"));
    }

    [Fact]
    public void Folder_HoldsFewerFilesThanAClerkLosesCountOf()
    {
        var folders = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).GroupBy(file => Path.GetDirectoryName(file)!);
        folders.Where(folder => folder.Count() > MostFiles)
            .Select(folder => $"{Path.GetRelativePath(Repository.Root, folder.Key)}: {folder.Count()}").ShouldBeEmpty();
    }

    private const int MostFiles = 27;
}
