namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>
/// A part whose bytes are mostly the same each time it is written: what is fixed, and between two stretches of it each time a hole.
/// </summary>
/// <param name="Fixed">The fixed bytes, one stretch behind the other.</param>
/// <param name="Ends">Where each stretch ends in them; one more stretch than holes.</param>
internal sealed record FixedText(byte[] Fixed, int[] Ends)
{
    /// <summary>How many holes there are.</summary>
    public int Holes => Ends.Length - 1;

    /// <summary>The fixed bytes of a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="holes">Begin and end of each hole in turn.</param>
    public static FixedText Of(ReadOnlySpan<byte> part, ReadOnlySpan<int> holes)
    {
        var length = part.Length;
        for (var at = 0; at < holes.Length; at += 2) length -= holes[at + 1] - holes[at];
        var (bytes, ends) = (new byte[length], new int[(holes.Length / 2) + 1]);
        var (from, to) = (0, 0);
        for (var at = 0; at <= holes.Length; at += 2)
        {
            var stretch = part[from..(at < holes.Length ? holes[at] : part.Length)];
            stretch.CopyTo(bytes.AsSpan(to));
            ends[at / 2] = to += stretch.Length;
            if (at < holes.Length) from = holes[at + 1];
        }

        return new FixedText(bytes, ends);
    }

    /// <summary>True when a part has exactly these fixed bytes.</summary>
    /// <param name="part">The part.</param>
    /// <param name="holes">Begin and end of each hole in turn.</param>
    public bool IsIn(ReadOnlySpan<byte> part, ReadOnlySpan<int> holes)
    {
        if (holes.Length / 2 != Holes) return false;
        var (from, begin) = (0, 0);
        for (var at = 0; at <= holes.Length; at += 2)
        {
            var end = Ends[at / 2];
            if (!part[from..(at < holes.Length ? holes[at] : part.Length)].SequenceEqual(Fixed.AsSpan(begin, end - begin))) return false;
            if (at < holes.Length) from = holes[at + 1];
            begin = end;
        }

        return true;
    }
}
