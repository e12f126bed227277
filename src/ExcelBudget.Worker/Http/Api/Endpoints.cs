using ExcelBudget.Worker.Access;
using Microsoft.AspNetCore.Http.Metadata;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>How an endpoint says who may use it, what it takes and what it gives.</summary>
internal static class Endpoints
{
    private const string Problem = "application/problem+json";

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

    /// <summary>Its line in the description of the API, and the problems every call may meet.</summary>
    public static RouteHandlerBuilder Told(this RouteHandlerBuilder endpoint, string tag, string summary) =>
        endpoint.WithTags(tag).WithSummary(summary).Refuses(
            StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
            StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable);

    /// <summary>The answer is JSON of this shape.</summary>
    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) =>
        endpoint.Produces<T>(status);

    /// <summary>The answer is a file.</summary>
    public static RouteHandlerBuilder Gives(this RouteHandlerBuilder endpoint, params string[] contentTypes) =>
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), contentTypes));

    /// <summary>There is nothing to answer.</summary>
    public static RouteHandlerBuilder GivesNothing(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status204NoContent);

    /// <summary>Problems it may answer with.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.ProducesProblem(status, Problem);
        return endpoint;
    }

    /// <summary>The body is a file as it stands, of whatever type it is said to be.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new TakenFile()).Refuses(StatusCodes.Status408RequestTimeout, StatusCodes.Status413PayloadTooLarge);
}

/// <summary>Marks an endpoint whose body is a file; its type is not looked at.</summary>
internal sealed class TakenFile;
