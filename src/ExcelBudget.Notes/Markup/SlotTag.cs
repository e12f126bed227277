namespace ExcelBudget.Notes.Markup;

/// <summary>A tag as written: its kind and what it speaks of. «fig:T1[34,2]» is kind «fig» about «T1[34,2]».</summary>
internal readonly record struct SlotTag(string Kind, string About)
{
    /// <summary>Cuts a tag at its first colon, half or full width.</summary>
    public static SlotTag Parse(string tag)
    {
        var text = tag.Trim();
        var colon = text.AsSpan().IndexOfAny(':', '：');
        return colon < 0 ? new SlotTag(text, "") : new SlotTag(text[..colon].Trim(), text[(colon + 1)..].Trim());
    }
}
