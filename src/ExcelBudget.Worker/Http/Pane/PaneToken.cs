using System.Security.Cryptography;
using System.Text;

namespace ExcelBudget.Worker.Http.Pane;

/// <summary>
/// 任务窗格的口令。What the pane's own page is told and shows again where it asks for a file by its path: a page of somebody else cannot read
/// it, and so cannot make the worker open files. A new one at each start.
/// </summary>
internal sealed class PaneToken
{
    /// <summary>Name of the header it is shown in.</summary>
    public const string Header = "X-Pane-Token";

    private const int Bytes = 24;

    /// <summary>The token.</summary>
    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>True for a request that shows it.</summary>
    public bool IsShownBy(HttpRequest request) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers[Header].ToString()), Encoding.UTF8.GetBytes(Value));
}
