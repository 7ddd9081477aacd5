namespace Dotdigital.Sdk.Http;

/// <summary>One call of an operation: path and query filled in, and how to make its body afresh for every attempt.</summary>
internal sealed record ApiCall(ApiOperation Operation, string PathAndQuery)
{
    public Func<HttpContent>? Content { get; init; }

    /// <summary>The host, when it is not the account's: for region discovery.</summary>
    public Uri? Host { get; init; }

    /// <summary>The version that must be the current one (<c>If-Match</c>).</summary>
    public string? Etag { get; init; }

    /// <summary>Whether the body came from a stream that is read and cannot be read again: then there is no other attempt.</summary>
    public Func<bool>? IsSpent { get; init; }

    public ApiCall IfMatch(string? etag) => this with { Etag = etag };

    public ApiCall Upload(UploadBody body) => this with { Content = body.Create, IsSpent = () => body.IsSpent };

    public ApiCall Query(string name, PathValue value) => this with
    {
        PathAndQuery = $"{PathAndQuery}{(PathAndQuery.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value.Text)}",
    };

    public ApiCall Page(int skip, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        return Query("select", take).Query("skip", skip);
    }
}
