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

    private readonly string text;
    private readonly XmlReader reader;
    private readonly List<int> lineStarts = [0];
    private readonly SheetMarkup markup = new();
    private int row;
    private int choiceStart;
    private int choiceElements;

    private SheetScanner(string text, XmlReader reader)
    {
        this.text = text;
        this.reader = reader;
        for (var i = 0; i < text.Length; i++)
        {
            // a line ends as the reader counts lines: at CR LF, at LF, and at a lone CR
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) lineStarts.Add(i + 1);
        }
    }

    private int Offset
    {
        get
        {
            var line = (IXmlLineInfo)reader;
            return lineStarts[line.LineNumber - 1] + line.LinePosition - 1;
        }
    }

    /// <summary>Reads the whole sheet, or only what stands before its cells.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static SheetMarkup Scan(string text, bool onlyViews)
    {
        using var reader = XmlReader.Create(new StringReader(text), XmlTree.ReaderSettings);
        var scanner = new SheetScanner(text, reader);
        scanner.Run(onlyViews);
        return scanner.markup;
    }

    private void Run(bool onlyViews)
    {
        var placed = false;
        while (reader.Read())
        {
            var isRootEnd = reader is { NodeType: XmlNodeType.EndElement, Depth: 0 };
            var isFollower = reader is { NodeType: XmlNodeType.Element, Depth: 1 } && Followers.Contains(reader.LocalName);
            if (!placed && (isRootEnd || isFollower))
            {
                // an element's position is that of its name, behind «<» or «</»
                markup.LegacyDrawingPlace = Offset - (isRootEnd ? 2 : 1);
                placed = true;
            }

            if (reader is { NodeType: XmlNodeType.EndElement, Depth: 1, LocalName: "AlternateContent" }) CloseChoice();
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (onlyViews && reader.LocalName == "sheetData") return;
            if (reader.Depth == 0) ReadRoot();
            else if (reader.Depth == 1) ReadTopLevel();
            else if (reader.Depth == 2) ReadSecondLevel();
            else if (reader is { Depth: 3, LocalName: "legacyDrawing" } && choiceElements == 1) ReadLegacyDrawing();
        }
    }

    private void ReadRoot()
    {
        markup.Namespace = reader.NamespaceURI;
        markup.Prefix = reader.Prefix.Length == 0 ? "" : reader.Prefix + ":";
        var prefix = ((IXmlNamespaceResolver)reader).LookupPrefix(Dialect.Of(reader.NamespaceURI).Relationships.NamespaceName);
        markup.RelationshipPrefix = string.IsNullOrEmpty(prefix) ? null : prefix;
    }

    private void ReadTopLevel()
    {
        if (reader.LocalName == "sheetFormatPr")
        {
            markup.Geometry.DefaultRowPoints = Number("defaultRowHeight") ?? markup.Geometry.DefaultRowPoints;
            markup.Geometry.DefaultColumnWidth = Number("defaultColWidth") ?? markup.Geometry.DefaultColumnWidth;
        }
        else if (reader.LocalName == "legacyDrawing")
        {
            ReadLegacyDrawing();
        }

        choiceStart = Offset - 1;
        choiceElements = 0;
    }

    private void ReadLegacyDrawing()
    {
        markup.LegacyDrawingId = reader.GetAttribute("id", Dialect.Of(markup.Namespace).Relationships.NamespaceName);
        var start = Offset - 1;
        markup.LegacyDrawing = new TextSpan(start, EndOfElement(start) - start);
    }

    /// <summary>In a Strict sheet the element is wrapped as a choice; when that is all there is to choose, they go together.</summary>
    private void CloseChoice()
    {
        var isInside = markup.LegacyDrawing is { } inside && inside.Start > choiceStart;
        if (isInside && choiceElements == 1) markup.LegacyDrawing = new TextSpan(choiceStart, text.IndexOf('>', Offset) + 1 - choiceStart);
    }

    private void ReadSecondLevel()
    {
        choiceElements++;
        switch (reader.LocalName)
        {
            case "sheetView":
                ReadView();
                break;
            case "col":
                var hidden = IsTrue("hidden");
                markup.Geometry.SetColumns((int)(Number("min") ?? 1), (int)(Number("max") ?? 1), hidden ? 0m : Number("width"));
                break;
            case "row":
                row = (int)(Number("r") ?? row + 1);
                if (IsTrue("hidden")) markup.Geometry.SetRow(row, 0m);
                else if (Number("ht") is { } height) markup.Geometry.SetRow(row, height);
                break;
            case "mergeCell":
                if (GridArea.Parse(reader.GetAttribute("ref")) is { } area) markup.Merges.Add(area);
                break;
        }
    }

    private void ReadView()
    {
        if ((reader.GetAttribute("workbookViewId") ?? "0") != "0" || !IsTrue("tabSelected")) return;
        reader.MoveToAttribute("tabSelected");
        var start = text.AsSpan(Offset).IndexOfAny('"', '\'') + Offset + 1;
        var length = text.AsSpan(start).IndexOf(text[start - 1]);
        markup.SelectedMarks.Add(new TextSpan(start, length));
        reader.MoveToElement();
    }

    /// <summary>Offset behind an element without content, which may be written with an end tag all the same.</summary>
    private int EndOfElement(int start)
    {
        var isEmpty = reader.IsEmptyElement;
        var end = start;
        for (char? quote = null; quote is not null || text[end] != '>'; end++)
        {
            if (quote is null && text[end] is '"' or '\'') quote = text[end];
            else if (text[end] == quote) quote = null;
        }

        return isEmpty ? end + 1 : text.IndexOf('>', end + 1) + 1;
    }

    private bool IsTrue(string attribute) => reader.GetAttribute(attribute) is "1" or "true";

    private decimal? Number(string attribute) =>
        decimal.TryParse(reader.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
