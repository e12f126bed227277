using ExcelBudget.Worker.Http.Api;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ExcelBudget.Worker.Http.Serving;

/// <summary>The description of the API (OpenAPI): what it is called, how one shows who one is, what bodies are.</summary>
internal static class ApiDescription
{
    private const string Scheme = "令牌";

    private const string Words =
        "每个调用都可能返回 problem+json（RFC 9457）：title 是中文的一句话，type 是不变的代码（urn:excelbudget:…），请求编号在响应头 X-Request-Id 里，日志里用它能找到这次请求。"
        + "本机打开时不用令牌；对外开放时只有 HTTPS，令牌放在请求头 Authorization: Bearer … 里。看不到的和不存在的都是 404。";

    /// <summary>Words it.</summary>
    public static void Write(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "部门预算公开：接口",
                Version = typeof(ApiDescription).Assembly.GetName().Version?.ToString(3) ?? "1",
                Description = Words,
            };
            // the address it was asked at is the one it is served at
            document.Servers?.Clear();
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Scheme] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "tokens add 发的令牌",
                },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<TakenFile>().Any()) return Task.CompletedTask;
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "文件本身，原样发送；类型不限，程序按内容认",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [MediaTypes.Any] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                },
            };
            return Task.CompletedTask;
        });
    }
}
