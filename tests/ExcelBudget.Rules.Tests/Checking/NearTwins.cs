namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>A budget just inside what a rule lets pass.</summary>
/// <param name="Sample">The sound budget.</param>
/// <param name="Edits">What is changed in it; the notation is <see cref="Edit"/>'s.</param>
internal sealed record NearTwin(string Sample, string Edits);

/// <summary>
/// For every rule that yields 疑点, a budget near its limit that must not be questioned: a false question costs an accountant's time, and soon
/// nobody reads the true ones. Rules of other severities may have one.
/// </summary>
internal static class NearTwins
{
    public static IReadOnlyDictionary<string, NearTwin> ByRule { get; } = new Dictionary<string, NearTwin>(StringComparer.Ordinal)
    {
        ["CODE-UNKNOWN"] = new("full", "T3[2070199,4]=1"),
        ["CODE-NAME"] = new("full", "T3[2070101,2]=行政 运行"),
        ["CODE-PARENT"] = new("full", "T3[207,2]=文化旅游体育与传媒支出"),
        ["PROJECT-DUPLICATE"] = new("clean", "projects[13043423P00003,name]=保密电话运行维护费"),
        ["TARGET-REPEATS-NAME"] = new("full", "indicators[13099924P00001#8,target]=基层群众满意率90%"),
        ["RATE-OVER-100"] = new("full", "indicators[13099924P00001#3,target]=100%"),
        ["STALE-YEAR"] = new("full", "texts[overall_goal,text]=比2023年增长5%。"),
        ["STALE-YEAR-PROJECT"] = new("full", "projects[13099924P00001,name]=2024年基层公共文化服务提升经费"),
        ["STALE-YEAR-INDICATOR"] = new("full", "indicators[13099924P00001#4,target]=2023年末结转"),
        ["TEXT-REPEATED"] = new("full", "texts[measures,text]=加强领导。\\n加强领导。"),
        ["NUMBERING"] = new("full", "texts[duties,text]=1、贯彻方针政策。\\n2、统筹公共文化服务。"),
        ["EXPENSE-KINDS"] = new("full", "texts[operating_cost_scope,text]=办公费、车位租赁"),
        ["PROJECTS-TOTAL"] = new("library", "projects[13099924P00201,amount]=20.0001 & projects[13099924P00202,amount]=12.345578"),
        ["T9-CARRIER-30212"] = new("library", "T9[5,3]=32.345678"),
        ["T9-CARRIER-31013"] = new("library", "T9[7,3]=32.345678"),
        ["T9-CARRIER-30231"] = new("library", "T9[8,3]=32.345678"),
        ["T9-CARRIER-30217"] = new("library", "T9[9,3]=32.345678"),
        ["T9-CARRIER-T7"] = new("full", "T9[9,4]=137.1678"),
        ["T9-CARRIER-T8"] = new("full", "T9[9,5]=112.3161"),
        ["TWIN-PENSION"] = new("full", "T5[2080505,4]=118.7654"),
        ["TWIN-ANNUITY"] = new("full", "T5[2080506,4]=59.3827"),
        ["TWIN-HOUSING"] = new("clean", "T5[2210201,4]=3 & T6[30113,4]=3"),
        ["TWIN-MEDICAL-MOST"] = new("full", "T6[30110,4]=71.611"),
        ["TWIN-MEDICAL-LEAST"] = new("full", "T6[30110,4]=50.611"),
        ["VEHICLE-WITHOUT-RUNNING"] = new("library", "assets[车辆,quantity]=2 & T6[30239,5]=0.01"),
        ["RUNNING-WITHOUT-VEHICLE"] = new("library", "T9[8,3]=3 & assets[车辆,amount]=1"),
        ["VEHICLE-PROCUREMENT"] = new("full", "T9[7,3]=153.6097"),
        ["CAPITAL-PROCUREMENT"] = new("library", "T6[310,2]=资本性支出 & T6[31002,5]=5 & procurement[1,p1]=1"),
        ["PROJECTS-NONE"] = new("library", "projects[13099924P00201,amount]= & projects[13099924P00202,amount]= & T3[2070104,5]="),
        ["CODE-RETIRED"] = new("full", "T3[2013901,4]=1"),
        ["CODE-RENAMED"] = new("full", "T3[20701,2]=文化和旅游"),
        ["PART-EQUALS-WHOLE"] = new("full", "T6[302,5]=30 & T6[30299,5]=29.99"),
        ["AMOUNT-CEILING"] = new("full", "T1[1,2]=500000"),
        ["PROCUREMENT-PRICE"] = new("full", "procurement[1,quantity]="),
        ["PROCUREMENT-INCOMPLETE"] = new("full", "procurement[2,quantity]= & procurement[2,price]="),
        ["PROCUREMENT-PROJECT"] = new("full", "procurement[3,project]=日常公用经费"),
        ["PROCUREMENT-PROJECT-MONEY"] = new("full", "procurement[3,projectMoney]=86.5472"),
        ["PROJECT-PROCUREMENT"] = new("library", "projects[13099924P00201,name]=图书馆购买服务经费"),
        ["PROJECT-INCOMPLETE"] = new("full", "projects[13099924P00003,goal]="),
        ["PRIOR-CHANGED"] = new("full", "prior[公务接待费,last]=6.8"),
        ["CHANGE-REASON"] = new("full", "texts[change_reason,text]= & prior[项目支出,last]=1000"),
        ["CHANGE-REASON-OVERSEAS"] = new("full", "texts[three_public_reason_overseas,text]="),
        ["CHANGE-REASON-VEHICLE"] = new("full", "texts[three_public_reason_vehicle,text]= & prior[公务用车购置及运维费,last]=29.5 & prior[公务用车购置费,last]=17.8 & prior[公务用车运行维护费,last]=11.7"),
        ["CHANGE-REASON-RECEPTION"] = new("full", "texts[three_public_reason_reception,text]="),
        ["UNIT-OR-DEPARTMENT"] = new("full", "texts[measures,text]=加强所属单位预算管理。"),
        ["EMPTY-CLAIM-FUND"] = new("clean", "texts[other,text]=本部门无政府性基金预算支出。"),
        ["EMPTY-CLAIM-CAPITAL"] = new("clean", "texts[other,text]=本部门没有安排国有资本经营预算。"),
        ["EMPTY-CLAIM-THREE-PUBLIC"] = new("library", "texts[other,text]=本单位没有“三公”经费。"),
        ["EMPTY-CLAIM-PROCUREMENT"] = new("clean", "texts[other,text]=本年未安排政府采购。"),
    };
}
