using System.Globalization;
using System.Xml;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>Goes through the XML of a sheet once, without building a tree of it.</summary>
internal sealed class SheetScanner
{
    // what stands behind legacyDrawing in CT_Worksheet; AlternateContent at this level wraps oleObjects or controls
    private static readonly HashSet<string> Followers = new(StringComparer.Ordinal)
    {
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent",
    };

    private readonly string _text;
    private readonly XmlReader _reader;
    private readonly List<int> _lineStarts = [0];
    private readonly SheetMarkup _markup = new();
    private int _row;
    private int _choiceStart;
    private int _choiceElements;

    private SheetScanner(string text, XmlReader reader)
    {
        this._text = text;
        this._reader = reader;
        for (var i = 0; i < text.Length; i++)
        {
            // a line ends as the reader counts lines: at CR LF, at LF, and at a lone CR
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) _lineStarts.Add(i + 1);
        }
    }

    private int Offset
    {
        get
        {
            var line = (IXmlLineInfo)_reader;
            return _lineStarts[line.LineNumber - 1] + line.LinePosition - 1;
        }
    }

    /// <summary>Reads the whole sheet, or only what stands before its cells.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static SheetMarkup Scan(string text, bool onlyViews)
    {
        using var reader = XmlReader.Create(new StringReader(text), XmlTree.ReaderSettings);
        var scanner = new SheetScanner(text, reader);
        scanner.Run(onlyViews);
        return scanner._markup;
    }

    private void Run(bool onlyViews)
    {
        var placed = false;
        while (_reader.Read())
        {
            var isRootEnd = _reader is { NodeType: XmlNodeType.EndElement, Depth: 0 };
            var isFollower = _reader is { NodeType: XmlNodeType.Element, Depth: 1 } && Followers.Contains(_reader.LocalName);
            if (!placed && (isRootEnd || isFollower))
            {
                // an element's position is that of its name, behind «<» or «</»
                _markup.LegacyDrawingPlace = Offset - (isRootEnd ? 2 : 1);
                placed = true;
            }

            if (_reader is { NodeType: XmlNodeType.EndElement, Depth: 1, LocalName: "AlternateContent" }) CloseChoice();
            if (_reader.NodeType != XmlNodeType.Element) continue;
            if (onlyViews && _reader.LocalName == "sheetData") return;
            if (_reader.Depth == 0) ReadRoot();
            else if (_reader.Depth == 1) ReadTopLevel();
            else if (_reader.Depth == 2) ReadSecondLevel();
            else if (_reader is { Depth: 3, LocalName: "legacyDrawing" } && _choiceElements == 1) ReadLegacyDrawing();
        }
    }

    private void ReadRoot()
    {
        _markup.Namespace = _reader.NamespaceURI;
        _markup.Prefix = _reader.Prefix.Length == 0 ? "" : _reader.Prefix + ":";
        var prefix = ((IXmlNamespaceResolver)_reader).LookupPrefix(Dialect.Of(_reader.NamespaceURI).Relationships.NamespaceName);
        _markup.RelationshipPrefix = string.IsNullOrEmpty(prefix) ? null : prefix;
    }

    private void ReadTopLevel()
    {
        if (_reader.LocalName == "sheetFormatPr")
        {
            _markup.Geometry.DefaultRowPoints = Number("defaultRowHeight") ?? _markup.Geometry.DefaultRowPoints;
            _markup.Geometry.DefaultColumnWidth = Number("defaultColWidth") ?? _markup.Geometry.DefaultColumnWidth;
        }
        else if (_reader.LocalName == "legacyDrawing")
        {
            ReadLegacyDrawing();
        }

        _choiceStart = Offset - 1;
        _choiceElements = 0;
    }

    private void ReadLegacyDrawing()
    {
        _markup.LegacyDrawingId = _reader.GetAttribute("id", Dialect.Of(_markup.Namespace).Relationships.NamespaceName);
        var start = Offset - 1;
        _markup.LegacyDrawing = new TextSpan(start, EndOfElement(start) - start);
    }

    /// <summary>In a Strict sheet the element is wrapped as a choice; when that is all there is to choose, they go together.</summary>
    private void CloseChoice()
    {
        var isInside = _markup.LegacyDrawing is { } inside && inside.Start > _choiceStart;
        if (isInside && _choiceElements == 1)
        {
            _markup.LegacyDrawing = new TextSpan(_choiceStart, _text.IndexOf('>', Offset) + 1 - _choiceStart);
        }
    }

    private void ReadSecondLevel()
    {
        _choiceElements++;
        switch (_reader.LocalName)
        {
            case "sheetView":
                ReadView();
                break;
            case "col":
                var hidden = IsTrue("hidden");
                _markup.Geometry.SetColumns((int)(Number("min") ?? 1), (int)(Number("max") ?? 1), hidden ? 0m : Number("width"));
                break;
            case "row":
                _row = (int)(Number("r") ?? _row + 1);
                if (IsTrue("hidden")) _markup.Geometry.SetRow(_row, 0m);
                else if (Number("ht") is { } height) _markup.Geometry.SetRow(_row, height);
                break;
            case "mergeCell":
                if (GridArea.Parse(_reader.GetAttribute("ref")) is { } area) _markup.Merges.Add(area);
                break;
        }
    }

    private void ReadView()
    {
        if ((_reader.GetAttribute("workbookViewId") ?? "0") != "0" || !IsTrue("tabSelected")) return;
        _reader.MoveToAttribute("tabSelected");
        var start = _text.AsSpan(Offset).IndexOfAny('"', '\'') + Offset + 1;
        var length = _text.AsSpan(start).IndexOf(_text[start - 1]);
        _markup.SelectedMarks.Add(new TextSpan(start, length));
        _reader.MoveToElement();
    }

    /// <summary>Offset behind an element without content, which may be written with an end tag all the same.</summary>
    private int EndOfElement(int start)
    {
        var isEmpty = _reader.IsEmptyElement;
        var end = start;
        for (char? quote = null; quote is not null || _text[end] != '>'; end++)
        {
            if (quote is null && _text[end] is '"' or '\'') quote = _text[end];
            else if (_text[end] == quote) quote = null;
        }

        return isEmpty ? end + 1 : _text.IndexOf('>', end + 1) + 1;
    }

    private bool IsTrue(string attribute) => _reader.GetAttribute(attribute) is "1" or "true";

    private decimal? Number(string attribute) =>
        decimal.TryParse(_reader.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture,
            out var number) ? number : null;
}
