namespace ExcelBudget.Notes.Tests;
public sealed class LookTests
{
    [Theory, InlineData("clean"), InlineData("full"), InlineData("blank")]
    public void Write(string sample)
    {
        var w = Hebei.Write(Hebei.Of(sample));
        Directory.CreateDirectory("/tmp/notes-look");
        File.WriteAllBytes($"/tmp/notes-look/{sample}.docx", w.Docx);
        File.WriteAllLines($"/tmp/notes-look/{sample}.gaps", w.Gaps);
    }
}
