using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace ExcelBudget.Worker.AddIn.Doctor;

/// <summary>What came of asking an address.</summary>
internal enum ProbeState
{
    Answered,

    /// <summary>Nobody listens there, or nobody answers.</summary>
    Silent,

    /// <summary>This machine does not trust the certificate shown there.</summary>
    Untrusted,

    /// <summary>Somebody else answers.</summary>
    Strange,
}

/// <summary>What an address answered.</summary>
/// <param name="State">What came of it.</param>
/// <param name="Text">The beginning of the answer; empty when there was none.</param>
internal sealed record ProbeAnswer(ProbeState State, string Text = "");

/// <summary>Asks an address. Tests put another one in its place.</summary>
internal interface IAddressProbe
{
    /// <summary>Asks.</summary>
    /// <param name="address">What to ask.</param>
    /// <param name="asksByPost">True for the service of WPS, which takes nothing else.</param>
    ProbeAnswer Ask(Uri address, bool asksByPost = false);
}

/// <summary>Asks over the network, with the certificates that this machine trusts.</summary>
internal sealed class AddressProbe : IAddressProbe
{
    private const int MostRead = 4_096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public ProbeAnswer Ask(Uri address, bool asksByPost = false)
    {
        // the machine's proxy does not reach this machine
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var question = new HttpRequestMessage(asksByPost ? HttpMethod.Post : HttpMethod.Get, address);
            if (asksByPost) question.Content = new StringContent("{}");
            using var answer = client.Send(question, HttpCompletionOption.ResponseHeadersRead);
            if (!answer.IsSuccessStatusCode) return new(ProbeState.Strange);
            using var body = answer.Content.ReadAsStream();
            var part = new byte[MostRead];
            var read = body.ReadAtLeast(part, MostRead, throwOnEndOfStream: false);
            return new(ProbeState.Answered, Encoding.UTF8.GetString(part, 0, read));
        }
        catch (HttpRequestException fault)
        {
            return new(IsOfTrust(fault) ? ProbeState.Untrusted
                : fault.InnerException is SocketException ? ProbeState.Silent : ProbeState.Strange);
        }
        catch (Exception fault) when (fault is TaskCanceledException or IOException)
        {
            return new(ProbeState.Silent);
        }
    }

    private static bool IsOfTrust(HttpRequestException fault) =>
        fault.HttpRequestError == HttpRequestError.SecureConnectionError && fault.InnerException is AuthenticationException;
}
