namespace ExcelBudget.Worker.AddIn.Wps;

/// <summary>登记。One add-in in a list of WPS, as it stands in the text.</summary>
/// <param name="Kind">Element: jspluginonline (加载项在网上), jsplugin (在本机).</param>
/// <param name="Name">Name of the add-in.</param>
/// <param name="Type">Program: et 表格, wps 文字, wpp 演示.</param>
/// <param name="Url">Where it is; empty when the list does not say.</param>
/// <param name="Enable">What WPS wrote; empty when it says nothing.</param>
/// <param name="Start">First character of the element.</param>
/// <param name="End">The character after it.</param>
internal sealed record PublishEntry(string Kind, string Name, string Type, string Url, string Enable, int Start, int End)
{
    private const string OwnName = "ExcelBudget";
    private const string OwnType = "et";
    private const string Online = "jspluginonline";

    /// <summary>True for an entry of ours, whatever its address.</summary>
    public bool IsOurs => Name == OwnName && Type == OwnType;

    /// <summary>True for an entry that WPS may load from this address.</summary>
    public bool IsAt(Uri url) => Kind == Online && Url == url.ToString() && Enable != "false";

    /// <summary>Our entry as it is written.</summary>
    public static string Text(Uri url) =>
        $"<{Online} name=\"{OwnName}\" type=\"{OwnType}\" url=\"{url}\" enable=\"enable_dev\" install=\"null\"/>";
}
