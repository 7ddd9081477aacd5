using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>Stands in for the API: finds the operation asked for, remembers the request, and answers by its schema. A list ends after its first page.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    public List<RecordedCall> Calls { get; } = [];

    public AnswerKind Kind { get; set; }

    /// <summary>The last answer that had something in it.</summary>
    public JsonNode? LastAnswer { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = PublishedApi.Open().Route(request.Method.Method, request.RequestUri!.AbsolutePath)
            ?? throw new InvalidOperationException($"{request.Method} {request.RequestUri} is not published.");
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var query = request.RequestUri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(q => q.Split('=', 2)).Select(q => KeyValuePair.Create(Uri.UnescapeDataString(q[0]), Uri.UnescapeDataString(q[1]))).ToList();
        Calls.Add(new(operation, request.RequestUri, query, [.. request.Headers.Select(h => h.Key)], request.Content?.Headers.ContentType?.MediaType, body));
        return new((HttpStatusCode)operation.Status) { Content = Answer(operation, query) };
    }

    private StringContent Answer(PublishedOperation operation, List<KeyValuePair<string, string>> query)
    {
        if (query.Any(q => q is { Key: "skip", Value: not "0" } or { Key: "minContactId" }))
        {
            return new("[]", Encoding.UTF8, "application/json");
        }

        var schema = ContractExceptions.AnswerOf(operation) ?? operation.Answer;
        if (schema is null)
        {
            return new(operation.Status == 204 ? "" : "Reason,email\n", Encoding.UTF8, "text/plain");
        }

        var answer = SchemaSample.Make(schema, Kind);
        if (query.Any(q => q.Key == "marker"))
        {
            Find(answer!, "_links")?.AsObject().Where(l => string.Equals(l.Key, "next", StringComparison.OrdinalIgnoreCase)).ToList().ForEach(l => Find(answer!, "_links")!.AsObject().Remove(l.Key));
        }

        LastAnswer = answer;
        return new(answer?.ToJsonString() ?? "null", Encoding.UTF8, "application/json");
    }

    private static JsonNode? Find(JsonNode of, string name) => of.AsObject().FirstOrDefault(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
