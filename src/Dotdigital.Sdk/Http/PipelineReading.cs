using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Http;

/// <summary>The forms in which answers are read.</summary>
internal static class PipelineReading
{
    /// <summary>Reads the answer as JSON.</summary>
    /// <exception cref="DotdigitalResponseException">It is not what it should be.</exception>
    public static async Task<T> ReadAsync<T>(this RequestPipeline pipeline, ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        (await pipeline.ReadAnswerAsync(call, type, cancellationToken).ConfigureAwait(false)).Value;

    public static Task<ApiAnswer<T>> ReadAnswerAsync<T>(this RequestPipeline pipeline, ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        pipeline.ExecuteAsync(call, (response, token) => ParseAsync(pipeline.Session.Name, call.Operation, response, type, token), cancellationToken);

    /// <summary>Reads one page of a v2 list.</summary>
    public static async Task<Page<T>> ReadPageAsync<T>(
        this RequestPipeline pipeline, ApiCall call, int skip, int take, JsonTypeInfo<List<T>> type, CancellationToken cancellationToken)
    {
        var answer = await pipeline.ReadAnswerAsync(call.Page(skip, take), type, cancellationToken).ConfigureAwait(false);
        return new(answer.Value, skip, answer.ServerDate);
    }

    /// <summary>Reads one page of a v3 list.</summary>
    public static async Task<MarkerPage<T>> ReadMarkerPageAsync<T>(
        this RequestPipeline pipeline, ApiCall call, string? marker, int take, int max, JsonTypeInfo<MarkerPageBody<T>> type, CancellationToken cancellationToken)
    {
        Check.Range(take, 1, max);
        call = call.Query("limit", take);
        call = marker is null ? call : call.Query("marker", marker);
        var answer = await pipeline.ReadAnswerAsync(call, type, cancellationToken).ConfigureAwait(false);
        var next = answer.Value.Links?.Next?.Marker is { Length: > 0 } text ? text : null;
        if (next is not null && string.Equals(next, marker, StringComparison.Ordinal))
        {
            throw new DotdigitalResponseException(pipeline.Session.Name, call.Operation.Name, "its next marker is the one it was asked with, which would never end");
        }

        return new(answer.Value.Items, next, answer.ServerDate);
    }

    /// <summary>Reads the answer as JSON; <see langword="null"/> when it has no body.</summary>
    /// <exception cref="DotdigitalResponseException">It is not what it should be.</exception>
    public static async Task<T?> ReadOrDefaultAsync<T>(this RequestPipeline pipeline, ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await pipeline.ExecuteAsync(
            call,
            async (response, token) =>
            {
                using var body = await ReadBodyAsync(pipeline.Session.Name, call.Operation, response, token).ConfigureAwait(false);
                return body.Bytes.IsEmpty ? null : Deserialize(pipeline.Session.Name, call.Operation, response, body, type);
            },
            cancellationToken).ConfigureAwait(false);
        return answer.Value;
    }

    /// <summary>What an answer must name, such as the id of a job it accepted.</summary>
    /// <exception cref="DotdigitalResponseException">It does not.</exception>
    public static string Require(this RequestPipeline pipeline, ApiOperation operation, string? value, string property) =>
        value is { Length: > 0 } ? value : throw new DotdigitalResponseException(pipeline.Session.Name, operation.Name, $"it names no {property}");

    /// <summary>Sends, and ignores whatever body the answer has.</summary>
    public static Task SendAsync(this RequestPipeline pipeline, ApiCall call, CancellationToken cancellationToken) =>
        pipeline.ExecuteAsync(call, static (_, _) => ValueTask.FromResult(true), cancellationToken);

    /// <summary>Opens the answer's body, unread. The stream owns the connection.</summary>
    public static async Task<Stream> OpenAsync(this RequestPipeline pipeline, ApiCall call, CancellationToken cancellationToken)
    {
        var answer = await pipeline.ExecuteAsync<Stream>(
            call,
            async (response, token) =>
            {
                var body = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
                return new ResponseStream(body, response, pipeline, call.Operation);
            },
            cancellationToken).ConfigureAwait(false);
        return answer.Value;
    }

    private static async ValueTask<T> ParseAsync<T>(
        string account, ApiOperation operation, HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var body = await ReadBodyAsync(account, operation, response, cancellationToken).ConfigureAwait(false);
        return body.Bytes.IsEmpty
            ? throw new DotdigitalResponseException(account, operation.Name, $"it is empty (status {(int)response.StatusCode})")
            : Deserialize(account, operation, response, body, type);
    }

    private static async ValueTask<PooledBody> ReadBodyAsync(string account, ApiOperation operation, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await PooledBody.ReadAsync(response.Content, limit: null, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new DotdigitalResponseException(account, operation.Name, e.Message);
        }
    }

    private static T Deserialize<T>(string account, ApiOperation operation, HttpResponseMessage response, PooledBody body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Bytes, type) ?? throw new DotdigitalResponseException(account, operation.Name, "it is null");
        }
        catch (JsonException e)
        {
            // The parser's own words quote the content, so only the place is told.
            throw new DotdigitalResponseException(
                account, operation.Name, $"it is not the JSON expected (status {(int)response.StatusCode}, line {e.LineNumber}, byte {e.BytePositionInLine}, media type {response.Content.Headers.ContentType?.MediaType ?? "none"})");
        }
    }
}
