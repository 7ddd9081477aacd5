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
        try
        {
            using var body = await PooledBody.ReadAsync(response.Content, limit: null, cancellationToken).ConfigureAwait(false);
            if (body.Bytes.IsEmpty)
            {
                throw new DotdigitalResponseException(account, operation.Name, "it is empty");
            }

            return JsonSerializer.Deserialize(body.Bytes, type) ?? throw new DotdigitalResponseException(account, operation.Name, "it is null");
        }
        catch (JsonException e)
        {
            // The parser's own words quote the content, so only the place is told.
            throw new DotdigitalResponseException(
                account, operation.Name, $"it is not the JSON expected (line {e.LineNumber}, byte {e.BytePositionInLine}, media type {response.Content.Headers.ContentType?.MediaType ?? "none"})");
        }
        catch (InvalidDataException e)
        {
            throw new DotdigitalResponseException(account, operation.Name, e.Message);
        }
    }
}
