namespace ExcelBudget.Worker.Isolation.Wire;

/// <summary>What the program asks of the process that opens files.</summary>
internal enum Request
{
    /// <summary>A file name and a workbook; answered with a workbook.</summary>
    Check = 1,

    /// <summary>A workbook's number and answers; answered with a workbook.</summary>
    Answer,

    /// <summary>A workbook's number; answered with its lineage.</summary>
    Lineage,

    /// <summary>A workbook's number and the report it is annotated with; answered with its annotated copy.</summary>
    Annotate,

    /// <summary>A workbook's number; answered with its note.</summary>
    Note,

    /// <summary>A note; answered with its opening or why it cannot be read.</summary>
    Opening,

    /// <summary>A workbook's number, a file name and a note; answered with a report and its annotated copy.</summary>
    CheckNote,

    /// <summary>A workbook's number and a note; answered with the note brought up to date.</summary>
    Reissue,

    /// <summary>
    /// Numbers of the workbooks of a run, and the contents of some by their place; answered with the places whose content is wanted, and
    /// with the workbooks that have something more to say.
    /// </summary>
    Together,

    /// <summary>A workbook's number; answered with the prints of its projects.</summary>
    Prints,

    /// <summary>A workbook's number and projects known from before; answered with a workbook.</summary>
    Beside,

    /// <summary>A workbook's number and whether its cells are wanted; answered with its look as JSON.</summary>
    Look,

    /// <summary>A workbook's number and entries; answered with the changed file and why entries were refused.</summary>
    Enter,

    /// <summary>Nothing; answered with what the engine in it calls itself, which costs reading the files of all packs.</summary>
    Version,
}

/// <summary>How an answer begins.</summary>
internal enum Reply
{
    Done = 1,

    /// <summary>A fault of the program; its text follows, for the log.</summary>
    Failed,

    /// <summary>The file needed more memory than the process may have.</summary>
    OutOfMemory,

    /// <summary>The workbook of that number is no longer kept.</summary>
    Forgotten,
}
