using ExcelBudget.Worker.Http.AddIn;
using ExcelBudget.Worker.Http.Api;
using ExcelBudget.Worker.Http.Pane;
using ExcelBudget.Worker.Page;

namespace ExcelBudget.Worker.Http.Serving;

/// <summary>All that is served, one line for each group of addresses.</summary>
internal static class EndpointGroups
{
    /// <summary>Maps every group; each endpoint says itself who may use it.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        FileEndpoints.Map(api);
        StatusEndpoints.Map(api);
        UnitEndpoints.Map(api);
        DecisionEndpoints.Map(api);
        CountyEndpoints.Map(api);
        ExportEndpoints.Map(api);
        PaneEndpoints.Map(api);
        PaneFiles.Map(app);
        OperatorEndpoints.Map(app);
        PageEndpoints.Map(app);
        AddInEndpoints.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json").ForAll();
        app.MapPrometheusScrapingEndpoint().ForClerks();
    }
}
