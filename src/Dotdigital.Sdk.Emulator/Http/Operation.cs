namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>One operation of the API: the id the OpenAPI file gives it, where it is, its tier, and what serves it.</summary>
internal sealed class Operation(string id, string method, string template, RateTier tier, Func<ApiRequest, ApiResult> handler)
{
    /// <summary>An operation that is published but not served.</summary>
    public Operation(string id, string method, string template)
        : this(id, method, template, RateTier.Low, static _ => throw new InvalidOperationException("This operation is not served.")) => IsServed = false;

    public string Id { get; } = id;

    public string Method { get; } = method;

    public string Template { get; } = template;

    public RateTier Tier { get; } = tier;

    public Func<ApiRequest, ApiResult> Handler { get; } = handler;

    public bool IsServed { get; } = true;

    public string[] Segments { get; } = template.Trim('/').Split('/');

    public bool IsV3 { get; } = !template.StartsWith("/v2/", StringComparison.Ordinal);

    /// <summary>Whether it starts an import, whose outcome faults may decide.</summary>
    public bool StartsImport { get; } = !string.Equals(method, "GET", StringComparison.Ordinal) && template.Contains("/import", StringComparison.Ordinal);

    public bool Mutates => !string.Equals(Method, "GET", StringComparison.Ordinal);
}
