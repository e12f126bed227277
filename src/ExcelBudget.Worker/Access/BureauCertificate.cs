using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Access;

/// <summary>
/// 证书。A certificate authority of the bureau's own and the server's certificate signed by it, for a network without any other. The
/// authority's public half is what the departments' machines are told to trust.
/// </summary>
internal static class BureauCertificate
{
    // browsers refuse longer ones
    private const int ServerDays = 397;
    private const int AuthorityYears = 10;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The certificate authority for others to trust, beside the server's file.</summary>
    public const string AuthorityFile = "excelbudget-ca.crt";

    /// <summary>The server's certificate with its key.</summary>
    public const string ServerFile = "server.pfx";

    private const string AuthorityKey = "ca.pfx";

    /// <summary>Makes the server's certificate; the authority is made once and used again: nobody has to trust a new one.</summary>
    /// <param name="folder">Where the files go.</param>
    /// <param name="hosts">Names and addresses the server is called by; the machine itself is always among them.</param>
    /// <param name="now">From when on they hold.</param>
    /// <returns>True when the authority is new and has to be handed out.</returns>
    public static bool Make(string folder, IReadOnlyList<string> hosts, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        var isNew = !File.Exists(Path.Combine(folder, AuthorityKey));
        using var authority = isNew ? NewAuthority(now) : X509CertificateLoader.LoadPkcs12FromFile(
            Path.Combine(folder, AuthorityKey), null, X509KeyStorageFlags.EphemeralKeySet | X509KeyStorageFlags.Exportable);
        if (isNew) Keep(Path.Combine(folder, AuthorityKey), authority.Export(X509ContentType.Pkcs12));
        if (isNew) FileOperations.Replace(Path.Combine(folder, AuthorityFile), authority.Export(X509ContentType.Cert));
        using var server = Server(authority, hosts, now);
        Keep(Path.Combine(folder, ServerFile), server.Export(X509ContentType.Pkcs12));
        return isNew;
    }

    private static X509Certificate2 NewAuthority(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ExcelBudget 预算公开 根证书", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(AuthorityYears));
    }

    private static X509Certificate2 Server(X509Certificate2 authority, IReadOnlyList<string> hosts, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ExcelBudget", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        request.CertificateExtensions.Add(Names(hosts));
        var until = now.AddDays(ServerDays);
        var end = until < authority.NotAfter ? until : authority.NotAfter;
        using var signed = request.Create(authority, now.AddDays(-1), end, RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }

    private static X509Extension Names(IReadOnlyList<string> hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts.Concat(["localhost", "127.0.0.1", "::1"]).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (IPAddress.TryParse(host, out var address)) names.AddIpAddress(address);
            else names.AddDnsName(host);
        }

        return names.Build();
    }

    // a key is for the account the worker runs under alone
    private static void Keep(string path, byte[] content)
    {
        FileOperations.Replace(path, content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
