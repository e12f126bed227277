namespace ExcelBudget.OfficePackages.Zip;

/// <summary>One entry as the zip's directory describes it. Sizes and checksum are claims, to be proven while inflating.</summary>
/// <param name="Name">Name as stored.</param>
/// <param name="Deflated">Method: deflated, or stored as it is.</param>
/// <param name="Start">Where its bytes begin in the file.</param>
/// <param name="PackedLength">Bytes in the file.</param>
/// <param name="ClaimedLength">Bytes once inflated, as claimed.</param>
/// <param name="ClaimedCrc">CRC-32 of the inflated bytes, as claimed.</param>
internal sealed record ZipEntry(string Name, bool Deflated, int Start, int PackedLength, long ClaimedLength, uint ClaimedCrc)
{
    /// <summary>A folder holds nothing.</summary>
    public bool IsFolder => Name.EndsWith('/') && PackedLength == 0;
}
