using System.Globalization;
using ExcelBudget.Notes.Letters;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.County.Issuing;

/// <summary>下发通知。The letter that goes with the workbooks of a department.</summary>
internal sealed class IssueLetters(string root)
{
    private const string FileName = "下发通知.docx";

    /// <summary>Writes the letters of the departments that got a workbook in this run, and those that are missing.</summary>
    /// <returns>How many were written.</returns>
    public int Write(IssueOrder order, IReadOnlyList<IssuedLine> lines, DateOnly today)
    {
        if (!order.Step.HasLetter) return 0;
        var written = 0;
        foreach (var department in lines.Where(line => line.Path.Length > 0).GroupBy(line => line.Department))
        {
            var known = order.County.Department(department.Key)!;
            var path = Path.Combine(root, IssuePlaces.Folder(order.Step, known), FileName);
            if (File.Exists(path) && department.All(line => line.Outcome != IssueOutcome.Issued)) continue;
            FileOperations.Replace(path, LetterWriter.Write(Letter(order, known, [.. department], today)));
            written++;
        }

        return written;
    }

    private static Letter Letter(IssueOrder order, CountyDepartment department, IReadOnlyList<IssuedLine> lines, DateOnly today)
    {
        var (county, dates) = (order.County, order.Step.For(department.Code));
        return new Letter(
            $"关于下发{county.Year}年度部门预算工作簿（{order.Step.Name}）的通知",
            department.Name,
            [
                $"{county.Year}年度部门预算编制{order.Step.Name}环节的工作簿已经生成，现随文下发，共{lines.Count}本，清单附后。请组织所属单位认真核对、填报，并于{Day(dates.Due)}前报送。",
                "工作簿用Excel或WPS打开，浅黄色单元格供填写；“校验”表随填随检，不应有“不通过”。预填的数确需改动的，请直接改动，并在退回的“检查结果”表中说明。",
                $"填好后保存为原来的格式（.xlsx），放入收件文件夹“inbox/{department.Folder}”，几分钟内即可看到检查结果：通过的在accepted文件夹，退回修改的在returned文件夹。",
            ],
            county.Issuer, today)
        {
            Table = new LetterTable(
                [("序号", 8), ("单位编码", 16), ("单位名称", 36), ("工作簿", 40)],
                [.. lines.Select((line, index) => (IReadOnlyList<string>)
                    [(index + 1).ToString(CultureInfo.InvariantCulture), line.Unit, line.UnitName, Path.GetFileName(line.Path)])]),
            Contact = ContactOf(county),
        };
    }

    /// <summary>联系人：……，联系电话：……; empty when neither is known.</summary>
    internal static string ContactOf(CountyRegister county) => string.Join('，', new[]
    {
        county.Office.Person.Length > 0 ? "联系人：" + county.Office.Person : "",
        county.Office.Phone.Length > 0 ? "联系电话：" + county.Office.Phone : "",
    }.Where(part => part.Length > 0));

    /// <summary>A day as letters write it.</summary>
    internal static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
