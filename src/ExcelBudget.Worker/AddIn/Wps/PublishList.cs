using System.Text;
using System.Xml;

namespace ExcelBudget.Worker.AddIn.Wps;

/// <summary>
/// publish.xml。The list of add-ins that WPS keeps for a user. Only our own entry is ever put in or taken out; everything else of the text,
/// with comments, blanks, line ends, order mark and coding, stays as it is: an installer that writes the list anew has cost users their
/// other add-ins.
/// </summary>
internal sealed class PublishList
{
    private const string Root = "jsplugins";
    private const string Fresh = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<jsplugins>\n</jsplugins>\n";

    private readonly TextOfFile _file;
    private readonly PublishScan _scan;

    private PublishList(TextOfFile file, PublishScan scan) => (_file, _scan) = (file, scan);

    /// <summary>All entries, from above.</summary>
    public IReadOnlyList<PublishEntry> Entries => _scan.Entries;

    /// <summary>Our own entries; more than one when something else wrote too.</summary>
    public IReadOnlyList<PublishEntry> Ours => [.. _scan.Entries.Where(entry => entry.IsOurs)];

    /// <summary>Reads a list.</summary>
    /// <param name="content">The file; nothing but blanks is an empty list.</param>
    /// <returns>The list; null when it is no list of add-ins, and so must not be written.</returns>
    public static PublishList? Read(byte[] content)
    {
        if (TextOfFile.Read(content) is not { } file) return null;
        if (string.IsNullOrWhiteSpace(file.Text)) file = file with { Text = Fresh };
        try
        {
            return PublishScan.Of(file.Text) is { } scan && scan.Root == Root ? new(file, scan) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The list with our entry once, and no other of ours; the same bytes when it stands there already.</summary>
    /// <param name="url">Where the add-in is.</param>
    public byte[] With(Uri url)
    {
        var ours = Ours;
        if (ours.Count == 0) return Written(Inserted(PublishEntry.Text(url)));
        if (ours.Count == 1 && ours[0].IsAt(url)) return _file.Bytes;
        var first = ours[0];
        var text = Without(ours.Skip(1));
        return Written(text[..first.Start] + PublishEntry.Text(url) + text[first.End..]);
    }

    /// <summary>The list without any entry of ours.</summary>
    public byte[] Without() => Ours.Count == 0 ? _file.Bytes : Written(Without(Ours));

    private byte[] Written(string text) => (_file with { Text = text }).Bytes;

    private string Inserted(string entry)
    {
        var text = _file.Text;
        var line = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (_scan.ClosingAt is not { } closing)
        {
            // «<jsplugins/>»: nothing can stand inside it
            var opened = text[.._scan.RootEnd].TrimEnd('>').TrimEnd('/').TrimEnd() + ">";
            return $"{opened}{line}  {entry}{line}</{Root}>{text[_scan.RootEnd..]}";
        }

        var at = closing;
        while (char.IsWhiteSpace(text[at - 1])) at--;
        return $"{text[..at]}{Indent(line)}{entry}{text[at..]}";
    }

    // as the entry before it stands
    private string Indent(string line)
    {
        if (_scan.Entries is not [.., var last]) return line + "  ";
        var from = last.Start;
        while (from > 0 && char.IsWhiteSpace(_file.Text[from - 1])) from--;
        return _file.Text[from..last.Start];
    }

    /// <summary>The text without some entries, from below, so that places above stay what they are.</summary>
    private string Without(IEnumerable<PublishEntry> entries)
    {
        var text = _file.Text;
        foreach (var entry in entries.Reverse())
        {
            var from = entry.Start;
            while (from > 0 && char.IsWhiteSpace(text[from - 1])) from--;
            text = text[..from] + text[entry.End..];
        }

        return text;
    }
}
