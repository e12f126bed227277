namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>A budget just inside what a rule lets pass.</summary>
/// <param name="Sample">The sound budget.</param>
/// <param name="Edits">What is changed in it; the notation is <see cref="Edit"/>'s.</param>
internal sealed record NearTwin(string Sample, string Edits);

/// <summary>
/// For every rule that yields 疑点, a budget near its limit that must not be questioned: a false question costs an accountant's time, and
/// soon
/// nobody reads the true ones. Rules of other severities may have one.
/// </summary>
internal static class NearTwins
{
    public static IReadOnlyDictionary<string, NearTwin> ByRule { get; } = new Dictionary<string, NearTwin>(StringComparer.Ordinal)
    {
        ["SECRECY-WORDS"] = new("full", "projects[13099924P00003,goal]=开展内部控制培训，使用不涉密的档案。"),
        ["SECRECY-WORDS-INDICATOR"] = new("full", "indicators[13099924P00001#1,basis]=内部审计报告"),
        ["CODE-UNKNOWN"] = new("full", "T3[2070199,4]=1"),
        ["CODE-NAME"] = new("full", "T3[2070101,2]=行政 运行"),
        ["CODE-PARENT"] = new("full", "T3[207,2]=文化旅游体育与传媒支出"),
        ["UNIT-DUPLICATE"] = new("full", "units[2,name]=云岭县文化馆本部"),
        ["PROCUREMENT-DUPLICATE"] = new("full", "procurement[2,item]=台式计算机"),
        ["PROJECT-DUPLICATE"] = new("clean", "projects[13043423P00024,name]=改革成效第三方评估和资料辑印经费"),
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
        ["PRIOR-BLANK"] = new("full",
            "prior[财政拨款收入,last]= & prior[支出总计,last]= & prior[人员经费,last]= & prior[公用经费,last]= & prior[项目支出,last]= & prior[三公经费合计,last]= & "
                + "prior[因公出国（境）费,last]= & prior[公务用车购置及运维费,last]= & prior[公务用车购置费,last]= & prior[公务用车运行维护费,last]= & prior[公务接待费,last]="),
        ["PRIOR-BLANK-INCOME"] = new("full", "prior[财政拨款收入,last]="),
        ["PRIOR-BLANK-EXPENDITURE"] = new("full", "prior[项目支出,last]="),
        ["PRIOR-BLANK-PARTS"] = new("full", "prior[人员经费,last]= & prior[公用经费,last]="),
        ["PRIOR-BLANK-THREE-PUBLIC"] = new("full",
            "prior[因公出国（境）费,last]= & prior[公务用车购置及运维费,last]= & prior[公务用车购置费,last]= & prior[公务用车运行维护费,last]= & prior[公务接待费,last]="),
        ["CHANGE-REASON"] = new("full", "texts[change_reason,text]= & prior[项目支出,last]=1000"),
        ["CHANGE-REASON-OVERSEAS"] = new("full", "texts[three_public_reason_overseas,text]="),
        ["CHANGE-REASON-VEHICLE"] = new("full",
            "texts[three_public_reason_vehicle,text]= & prior[公务用车购置及运维费,last]=29.5 & prior[公务用车购置费,last]=17.8 & "
                + "prior[公务用车运行维护费,last]=11.7"),
        ["CHANGE-REASON-RECEPTION"] = new("full", "texts[three_public_reason_reception,text]="),
        ["UNIT-OR-DEPARTMENT"] = new("full", "texts[measures,text]=加强所属单位预算管理。"),
        ["EMPTY-CLAIM-FUND"] = new("clean", "texts[other,text]=本部门无政府性基金预算支出。"),
        ["EMPTY-CLAIM-CAPITAL"] = new("clean", "texts[other,text]=本部门没有安排国有资本经营预算。"),
        ["EMPTY-CLAIM-THREE-PUBLIC"] = new("library", "texts[other,text]=本单位没有“三公”经费。"),
        ["EMPTY-CLAIM-PROCUREMENT"] = new("clean", "texts[other,text]=本年未安排政府采购。"),
        ["GOAL-SHORT"] = new("full", "projects[13099924P00001,goal]=举办培训"),
        ["GOAL-BROKEN-OFF"] = new("full", "projects[13099924P00001,goal]=为文化站配备设备，开放时间由每周35小时提高到42小时"),
        ["GOAL-COPIED"] = new("full", "projects[13099924P00003,goal]=支持乡镇文化站和村级综合性文化服务中心开展非遗记录和传承人培训，让群众了解非遗。"),
        ["HEADING-EMPTY"] = new("full",
            "indicators[13099924P00001#9,level1]=效益指标 & indicators[13099924P00001#9,level2]=生态效益指标 & "
                + "indicators[13099924P00001#9,name]=垃圾分类投放率 & indicators[13099924P00001#9,target]=≥90%"),
        ["CLASSIFIED-UNMARKED"] = new("full", "indicators[13099924P00001#1,target]=涉密 & projects[13099924P00001,classified]=是"),
        ["RATE-WITHOUT-NUMBER"] = new("full", "indicators[13099924P00001#3,name]=设备验收频率 & indicators[13099924P00001#3,target]=每批一次"),
        ["UNIT-AGAINST-NAME"] = new("full", "indicators[13099924P00001#1,name]=培训人次 & indicators[13099924P00001#1,target]=≥2万人次"),
        ["UNIT-FRACTION"] = new("full", "indicators[13099924P00001#1,name]=人均借阅册数 & indicators[13099924P00001#1,target]=≥2.5册"),
        ["TARGET-WEAK"] = new("full",
            "indicators[13099924P00001#8,target]=≥80% & indicators[13099924P00001#3,name]=信息采用率 & "
                + "indicators[13099924P00001#3,target]=≥65%"),
        ["LIMIT-POINTLESS"] = new("full", "indicators[13099924P00001#3,name]=设备故障发生率 & indicators[13099924P00001#3,target]=≤0%"),
        ["INDICATOR-MISFILED"] = new("full",
            "indicators[13099924P00001#3,name]=群众投诉次数 & indicators[13099924P00001#3,target]=≤2次 & "
                + "indicators[13099924P00001#6,name]=旅游收入 & indicators[13099924P00001#6,target]=≥300万元"),
        ["PROJECT-PRICE-COUNT"] = new("full",
            "indicators[13099924P00001#2,target]=≥186处 & indicators[13099924P00001#5,name]=每个文化站设备费 & "
                + "indicators[13099924P00001#5,target]=≤110000元/个"),
        ["PROJECT-PER-HEAD"] = new("full",
            "projects[13099924P00001,goal]=举办两期培训班，每期200人。 & indicators[13099924P00001#5,name]=人均培训成本 & "
                + "indicators[13099924P00001#5,target]=≤3500元"),
        ["GOAL-MONEY"] = new("full", "projects[13099924P00001,goal]=2023-2025年总投资500万元，本年投入143.46万元，人均补助2元，带动社会投资900万元。"),
        ["GOAL-PARTS"] = new("full", "projects[13099924P00001,goal]=购置电脑100万元，其余用于更新图书，县级配套80万元。"),
        ["PROJECT-COST-BELOW"] = new("full",
            "projects[13099924P00001,goal]=资金主要用于文化站设备购置。 & indicators[13099924P00001#5,name]=设备购置费 & "
                + "indicators[13099924P00001#5,target]=≤100万元"),
        ["MONEY-SCALE"] = new("full", "indicators[13099924P00001#5,target]=≤1434567元"),
        ["COST-DUPLICATE"] = new("full",
            "indicators[13099924P00001#5,name]=电脑购置费 & indicators[13099924P00001#5,target]=≤70万元 & "
                + "indicators[13099924P00001#6,level2]=成本指标 & indicators[13099924P00001#6,name]=图书更新费 & "
                + "indicators[13099924P00001#6,target]=≤70万元"),
        ["COUNT-PARTS"] = new("full", "projects[13099924P00001,goal]=培训基层人员500人次，其中干部350人次，教师100人次。"),
        ["COUNT-PRODUCT"] = new("full", "projects[13099924P00001,goal]=为文化站举办管理员培训4期，每期50人，共200人。"),
        ["ROW-CONFLICT"] = new("full", "indicators[13099924P00001#1,description]=反映12个文化站配备电脑的情况"),
        ["GOAL-REPEATED"] = new("full",
            "projects[13099924P00001,goal]=目标1：为乡镇文化站配备电脑和图书，改善群众读书看报、学习交流的条件。目标2：为村级文化中心配备电脑和图书，改善群众读书看报、学习交流的条件。"),
        ["GOAL-NUMBERING"] = new("full", "projects[13099924P00001,goal]=一是为乡镇文化站配备电脑；二是购置图书；三是开展培训。"),
        ["FACT-CONFLICT"] = new("full",
            "projects[13099924P00001,goal]=全县建设文化站186个，配备设备。 & projects[13099924P00002,goal]=全县建设文化站168个，逐个送戏。"),
        ["TARGET-VAGUE"] = new("full", "indicators[13099924P00001#7,target]=健全"),
        ["TARGET-SOFT"] = new("full", "indicators[13099924P00001#7,target]=健全"),
        ["TARGET-SERIAL"] = new("full", "indicators[13099924P00001#1,target]=≥45626个"),
        ["RATE-MISPRINT"] = new("full", "indicators[13099924P00001#3,name]=借阅量增长率 & indicators[13099924P00001#3,target]=≥292%"),
        ["PROJECT-LISTED-TWICE"] =
            new("full", "projects[13099924P00003,goal]=为乡镇文化站配备电脑，改善阅览条件。 & projects[13099924P00001,goal]=为乡镇文化站配备电脑，改善阅览条件。"),
        ["GOAL-COST"] = new("full",
            "projects[13099924P00001,goal]=购置电脑60万元，更新图书40万元。 & indicators[13099924P00001#5,name]=电脑购置费 & "
                + "indicators[13099924P00001#5,target]=≤60万元 & indicators[13099924P00001#6,level2]=成本指标 & "
                + "indicators[13099924P00001#6,name]=图书更新费 & indicators[13099924P00001#6,target]=≤40万元"),
        ["TARGET-IMPOSSIBLE"] = new("full", "indicators[13099924P00001#4,target]=2024年2月29日前"),
        ["TARGET-MISTYPED"] = new("full", "indicators[13099924P00001#3,target]=6.5～8.5"),
        ["WORD-MISSPELT"] = new("full", "indicators[13099924P00001#8,name]=渡口读者满意度"),
        ["ANNIVERSARY-STALE"] = new("full", "projects[13099924P00001,goal]=为庆祝新中国成立75周年，为乡镇文化站配备电脑。"),
        ["SATISFACTION-WHOSE"] = new("full", "indicators[13099924P00001#8,name]=满意度（读者）"),
        ["REMARK-LEFT-IN"] = new("full", "texts[other,text]=本部门车辆3辆（以年末清查核实数为准）。"),
        ["PERSONAL-DATA"] = new("full", "texts[other,text]=咨询热线12333，电话0311-86123456，资产13900000000元。"),
        ["TARGET-LETTER"] = new("full", "indicators[13099924P00001#3,name]=A4O型设备合格率 & indicators[13099924P00001#3,target]=100%"),
        ["INDICATOR-TIMELESS"] = new("full", "indicators[13099924P00001#4,name]=设备到位及时性 & indicators[13099924P00001#4,target]=有效"),
        ["UNIT-CONFLICT"] = new("full",
            "projects[13099924P00001,goal]=培训文化站管理员230人。 & indicators[13099924P00001#1,name]=培训文化站管理员 & "
                + "indicators[13099924P00001#1,target]=≥230人次"),
        ["COUNT-CONFLICT"] = new("full", "projects[13099924P00001,goal]=为12个以上的文化站配备电脑，每个文化站2-3人值班，第8个文化站建成开放。"),
        ["EVENT-CONFLICT"] =
            new("full", "projects[13099924P00001,name]=政协十七届四次会议工作经费 & projects[13099924P00001,goal]=办好政协第十七届委员会第四次会议，召开常委会三次。"),
        ["MORE-THAN-ALL"] = new("full",
            "projects[13099924P00001,goal]=全县共有行政村142个，每村一站。 & indicators[13099924P00001#2,name]=设立服务点的行政村"
            + " & indicators[13099924P00001#2,target]=≥142个"),
        ["SUBJECT-CONFLICT"] = new("full",
            "projects[13099924P00001,goal]=为65岁以上老年人186人体检。 & indicators[13099924P00001#2,name]=65岁以上老年人体检"
            + " & indicators[13099924P00001#2,target]=≥186人"),
        ["SPAN-CONFLICT"] = new("full", "projects[13099924P00001,goal]=服务期自2024年3月1日至2024年11月30日，共9个月，为文化站保洁。"),
        ["INDICATOR-DUPLICATE"] = new("full", "indicators[13099924P00001#2,name]=配备书架的文化站 & indicators[13099924P00001#2,target]=≥186个"),
        ["INDICATORS-LAST-YEAR"] = new("full", "projects[13099924P00001,goal]=支持乡镇文化站配备设备、常年开放，让群众就近享受公共文化服务。"),
        ["INDICATORS-COPIED"] = new("full",
            "indicators[13099924P00007#1,name]=非遗项目记录数量 & indicators[13099924P00007#1,target]=≥8项 & "
                + "indicators[13099924P00007#2,name]=记录成果合格率 & indicators[13099924P00007#2,target]=≥95% & "
                + "indicators[13099924P00007#3,name]=记录工作完成时间 & indicators[13099924P00007#3,target]=2024年10月底前 & "
                + "indicators[13099924P00007#5,name]=展示活动参观人次 & indicators[13099924P00007#5,target]=≥12000人次 & "
                + "indicators[13099924P00007#6,name]=传承人队伍 & indicators[13099924P00007#6,target]=后备力量逐年充实 & "
                + "indicators[13099924P00007#7,name]=传承人满意度 & indicators[13099924P00007#7,target]=≥93%"),
        ["TOTAL-LISTED"] = new("full", "projects[13099924P00003,name]=小计核对工作经费"),
        ["AUDIENCE-FOREIGN"] = new("full", "indicators[13099924P00001#8,name]=读者满意度"),
        ["GOAL-FOREIGN"] =
            new("full", "projects[13099924P00001,goal]=保障交警大队执勤车辆安全上路，维护道路交通秩序，为文化站购置设备。"),
        ["INDICATOR-FOREIGN"] = new("full",
            "indicators[13099924P00001#1,name]=农村公益电影放映场次 & indicators[13099924P00001#1,target]=≥12场 & "
                + "projects[13099924P00001,goal]=配合农村公益电影放映，支持文化站配备设备。"),
    };
}
