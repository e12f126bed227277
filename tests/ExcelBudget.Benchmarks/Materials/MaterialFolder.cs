namespace ExcelBudget.Benchmarks.Materials;

/// <summary>What every peer starts from, made once and left in a folder, so that no peer pays for another's preparation.</summary>
/// <param name="Root">The folder.</param>
internal sealed record MaterialFolder(string Root)
{
    /// <summary>The pack's workbook template.</summary>
    public string Template => Path.Combine(Root, "template.xlsx");

    /// <summary>A template with every row and formula of the unit in place, as EPPlus saved it; entered cells are empty.</summary>
    public string LaidOut => Path.Combine(Root, "laid-out.xlsx");

    /// <summary>The filled workbook.</summary>
    public string Workbook => Path.Combine(Root, "filled.xlsx");

    /// <summary>The filled workbook of a unit larger than any real one.</summary>
    public string LargeWorkbook => Path.Combine(Root, "large.xlsx");

    /// <summary>The entered cells of the filled workbook.</summary>
    public string Cells => Path.Combine(Root, "cells.txt");

    /// <summary>The parts of the filled workbook that are not the template's.</summary>
    public string ChangedParts => Path.Combine(Root, "changed-parts");

    /// <summary>The pack's note template.</summary>
    public string NoteTemplate => Path.Combine(Root, "template.docx");

    /// <summary>The note's paragraphs and tables as words.</summary>
    public string NoteScript => Path.Combine(Root, "note.txt");

    /// <summary>The note's document.xml.</summary>
    public string NoteParts => Path.Combine(Root, "note-parts");

    /// <summary>Where a peer leaves its last output.</summary>
    public string Output(string peer) => Path.Combine(Root, "output-" + peer);
}
