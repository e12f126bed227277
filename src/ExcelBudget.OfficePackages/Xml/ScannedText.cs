using System.Text;

namespace ExcelBudget.OfficePackages.Xml;

/// <summary>Texts of a part that is walked over its bytes, as characters in one buffer that is used again and again.</summary>
internal sealed class ScannedText
{
    private readonly StringBuilder _decoded = new();
    private char[] _characters = new char[1 << 10];

    /// <summary>The characters of a text, entities resolved; false for an entity XML does not know. Valid until the next call.</summary>
    /// <param name="raw">The text as it stands, UTF-8 and without a carriage return.</param>
    /// <param name="text">The characters.</param>
    public bool TryRead(ReadOnlySpan<byte> raw, out ReadOnlySpan<char> text)
    {
        if (_characters.Length < raw.Length) _characters = new char[Math.Max(raw.Length, 2 * _characters.Length)];
        text = _characters.AsSpan(0, Encoding.UTF8.GetChars(raw, _characters));
        if (!raw.Contains((byte)'&')) return true;
        _decoded.Clear();
        if (!XmlEscapes.TryAppend(text, _decoded)) return false;
        if (_characters.Length < _decoded.Length) return false;
        _decoded.CopyTo(0, _characters, _decoded.Length);
        text = _characters.AsSpan(0, _decoded.Length);
        return true;
    }
}
