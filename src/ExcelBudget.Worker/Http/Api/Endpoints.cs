using ExcelBudget.Worker.Access;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>How an endpoint says who may use it.</summary>
internal static class Endpoints
{
    /// <summary>Open to these roles.</summary>
    public static T For<T>(this T endpoint, params AccessRole[] roles)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new AllowedRoles(roles));

    /// <summary>Open to clerks.</summary>
    public static T ForClerks<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.For(AccessRole.Clerk);

    /// <summary>Open to clerks and departments.</summary>
    public static T ForDepartments<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.For(AccessRole.Clerk, AccessRole.Department);

    /// <summary>Open to every token.</summary>
    public static T ForAll<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.For(AccessRole.Clerk, AccessRole.Department, AccessRole.Reader);

    /// <summary>Open to everybody.</summary>
    public static T ForEverybody<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(AllowedRoles.Everybody);

    /// <summary>Its line in the description of the API.</summary>
    public static RouteHandlerBuilder Told(this RouteHandlerBuilder endpoint, string tag, string summary) =>
        endpoint.WithTags(tag).WithSummary(summary);
}
