using System.Xml.Linq;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Zip;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>
/// An opened file that the guard has passed: every part is proven whole, within the limits and free of document types. Only a guard makes
/// one, so whoever takes it instead of bytes cannot be handed a file nobody has looked at.
/// </summary>
public abstract class GuardedPackage
{
    private readonly ZipPackage _package;

    private protected GuardedPackage(ZipPackage package, string mainPart)
    {
        _package = package;
        MainPart = mainPart;
    }

    /// <summary>Name of the part everything else hangs on: the workbook, the document.</summary>
    public string MainPart { get; }

    /// <summary>The limits it was held to.</summary>
    public PackageLimits Limits => _package.Limits;

    /// <summary>Is there such a part? Letter case does not matter.</summary>
    public bool Has(string part) => _package.Contains(part);

    /// <summary>All parts as plain bytes, in the file's order.</summary>
    public IEnumerable<PlainPart> Parts() => _package.PartNames.Select(part => new PlainPart(part, _package.Bytes(part)));

    /// <summary>All parts as they stand in the zip, in the file's order: ready to be written again.</summary>
    public IEnumerable<PackedPart> PackedParts() => _package.PartNames.Select(_package.Packed);

    /// <summary>A part as plain bytes; null when there is none.</summary>
    public byte[]? Bytes(string part) => Has(part) ? _package.Bytes(part) : null;

    /// <summary>A part as a tree, white space included; null when there is none.</summary>
    /// <exception cref="UnreadableException">It has more elements and attributes than a tree may have.</exception>
    public XDocument? Tree(string part) => Has(part) ? _package.Tree(part) : null;

    /// <summary>The links of a part, «» for the package itself.</summary>
    public Relationships LinksOf(string source) => _package.ReadLinks(source);

    /// <summary>Begins to change a copy.</summary>
    public PackageEdit Edit() => new(_package);
}
