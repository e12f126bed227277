using System.Security.Cryptography;
using System.Text;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>
/// Hash of what a built template holds. The template carries it among its document properties, so that one that people have changed
/// is told from one «as built» and never overwritten unasked.
/// </summary>
public static class PackageHash
{
    private const string Properties = "docProps/";

    /// <summary>32 hexadecimal digits over every part but the document properties, which hold the hash itself.</summary>
    public static string Of(IEnumerable<PlainPart> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts.Where(part => !part.Name.StartsWith(Properties, StringComparison.Ordinal))
            .OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part.Name));
            hash.AppendData(part.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    /// <summary>The parts with a placeholder among the document properties replaced by their hash.</summary>
    public static List<PlainPart> Mark(List<PlainPart> parts, string placeholder)
    {
        var hash = Of(parts);
        return parts.ConvertAll(part => part.Name.StartsWith(Properties, StringComparison.Ordinal)
            ? part with
            {
                Content =
                Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(part.Content).Replace(placeholder, hash, StringComparison.Ordinal))
            }
            : part);
    }

    /// <summary>True when the parts carry the hash of what they hold.</summary>
    public static bool IsIntact(IReadOnlyCollection<PlainPart> parts)
    {
        var hash = Of(parts);
        return parts.Any(
            part => part.Name.StartsWith(Properties, StringComparison.Ordinal) && Encoding.UTF8.GetString(part.Content)
            .Contains(hash, StringComparison.Ordinal));
    }
}
