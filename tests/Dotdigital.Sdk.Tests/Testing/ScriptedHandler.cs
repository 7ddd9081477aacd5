using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Dotdigital.Sdk.Tests.Testing;

/// <summary>Answers from a script, on the test's own clock, and remembers when it was asked. An unscripted call fails the test.</summary>
internal sealed class ScriptedHandler(TimeProvider time) : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> script = new();
    private readonly List<SeenRequest> requests = [];

    public IReadOnlyList<SeenRequest> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    public ScriptedHandler Answer(HttpStatusCode status, string body = "[]", params (string Name, string Value)[] headers)
    {
        script.Enqueue((_, _) => Task.FromResult(Create(status, body, headers)));
        return this;
    }

    public ScriptedHandler Throw(Exception exception)
    {
        script.Enqueue((_, _) => Task.FromException<HttpResponseMessage>(exception));
        return this;
    }

    public ScriptedHandler NeverAnswer()
    {
        script.Enqueue(async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            throw new InvalidOperationException("Never reached.");
        });
        return this;
    }

    public ScriptedHandler AnswerWith(Func<HttpContent> content)
    {
        script.Enqueue((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content() }));
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer;
        lock (requests)
        {
            requests.Add(new(request.Method.Method, request.RequestUri!, request.Headers.Authorization, time.GetUtcNow()));
            answer = script.Count > 0 ? script.Dequeue() : throw new InvalidOperationException($"Unscripted call {request.Method} {request.RequestUri}.");
        }

        return answer(request, cancellationToken);
    }

    private HttpResponseMessage Create(HttpStatusCode status, string body, (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        response.Headers.Date = time.GetUtcNow();
        foreach (var (name, value) in headers)
        {
            response.Headers.Remove(name);
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public sealed record SeenRequest(string Method, Uri Uri, AuthenticationHeaderValue? Authorization, DateTimeOffset At);
}
