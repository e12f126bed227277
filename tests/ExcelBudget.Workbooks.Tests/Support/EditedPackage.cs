using System.IO.Compression;
using System.Text;

namespace ExcelBudget.Workbooks.Tests.Support;

/// <summary>Changes parts of a workbook file by hand, as another program would have written them.</summary>
internal sealed class EditedPackage : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly ZipArchive _archive;

    public EditedPackage(byte[] file)
    {
        _stream.Write(file);
        _archive = new ZipArchive(_stream, ZipArchiveMode.Update, leaveOpen: true);
    }

    public string this[string part]
    {
        get
        {
            using var reader = new StreamReader(_archive.GetEntry(part)!.Open());
            return reader.ReadToEnd();
        }

        set => Put(part, Encoding.UTF8.GetBytes(value));
    }

    public bool Has(string part) => _archive.GetEntry(part) is not null;

    public void Put(string part, byte[] content)
    {
        _archive.GetEntry(part)?.Delete();
        using var stream = _archive.CreateEntry(part).Open();
        stream.Write(content);
    }

    /// <summary>Replaces text that must be there.</summary>
    public void Replace(string part, string old, string replacement)
    {
        var text = this[part];
        text.ShouldContain(old);
        this[part] = text.Replace(old, replacement, StringComparison.Ordinal);
    }

    public byte[] Close()
    {
        _archive.Dispose();
        return _stream.ToArray();
    }

    public void Dispose()
    {
        _archive.Dispose();
        _stream.Dispose();
    }
}
