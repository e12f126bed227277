using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Template;

/// <summary>
/// Takes out of a template's sheet what says nothing: defaults written out, names nobody uses, columns one by one. Each word of it would
/// stand in every part of every workbook, and parts are deflated one by one.
/// </summary>
internal static class SheetTrimming
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Trims a sheet.</summary>
    /// <param name="sheet">Its root; changed.</param>
    public static void Trim(XElement sheet)
    {
        if (!sheet.DescendantsAndSelf().Attributes().Any(attribute => attribute.Name.Namespace == Relation))
        {
            sheet.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == Relation.NamespaceName).Remove();
        }

        // the cursor is in the first cell anyway
        sheet.Descendants(Main + "selection").Where(selection =>
            (string?)selection.Attribute("activeCell") == "A1" && (string?)selection.Attribute("sqref") == "A1").Remove();
        foreach (var validation in sheet.Descendants(Main + "dataValidation"))
        {
            Drop(validation, "operator", "between");
            Drop(validation, "errorStyle", "stop");
        }

        if (sheet.Element(Main + "cols") is { } columns) Join([.. columns.Elements()]);
    }

    private static void Drop(XElement element, string name, string value)
    {
        if ((string?)element.Attribute(name) == value) element.SetAttributeValue(name, null);
    }

    /// <summary>Neighbouring columns that are alike are told once.</summary>
    private static void Join(IReadOnlyList<XElement> columns)
    {
        for (var index = columns.Count - 1; index > 0; index--)
        {
            var (left, right) = (columns[index - 1], columns[index]);
            if ((int)left.Attribute("max")! + 1 != (int)right.Attribute("min")! || Rest(left) != Rest(right)) continue;
            left.SetAttributeValue("max", right.Attribute("max")!.Value);
            right.Remove();
        }

        static string Rest(XElement column) =>
            string.Join(' ', column.Attributes().Where(attribute => attribute.Name.LocalName is not ("min" or "max")));
    }
}
