using System.Net;
using Dotdigital.Sdk.Tests.Contract;

namespace Dotdigital.Sdk.Tests.Fuzz;

/// <summary>Answers as the API would, but spoiled: the body, the status, the headers. Only the first answer of a list is, so that a list still ends.</summary>
internal sealed class SpoilingHandler : DelegatingHandler
{
    private static readonly HttpStatusCode[] Statuses =
    [
        HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.NoContent, HttpStatusCode.NotModified, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized,
        HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError, HttpStatusCode.ServiceUnavailable, (HttpStatusCode)599,
    ];

    private static readonly string[] HeaderNames = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-RateLimit-Scope", "Retry-After", "Date", "ETag", "Location"];

    private static readonly string[] HeaderValues =
    [
        "", "0", "-1", "1", "35", "2147483648", "9007199254740993", "1e14", "999999999999999", "1e308", "NaN", "1772366400", "1772366400000", "253402300800", "99999999999", "lowCallRate", "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 01 Jan 0001 00:00:00 GMT", "Sun, 01 Mar 2026 12:00:00 GMT", "Sun, 32 Mar 2026", "İ", "\"a\"", "x, y", "http://169.254.169.254/",
    ];

    private readonly Mutator mutator;
    private readonly RecordingHandler api = new();
    private bool isSpoiled;

    public SpoilingHandler(int seed)
    {
        mutator = new(seed);
        InnerHandler = api;
    }

    public int Calls => api.Calls.Count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (isSpoiled)
        {
            return answer;
        }

        isSpoiled = true;
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        answer.Content = new ByteArrayContent(mutator.Spoil(body));
        answer.StatusCode = mutator.Next(3) == 0 ? mutator.Pick(Statuses) : answer.StatusCode;
        for (var times = mutator.Next(4); times > 0; times--)
        {
            answer.Headers.TryAddWithoutValidation(mutator.Pick(HeaderNames), mutator.Pick(HeaderValues));
        }

        return answer;
    }
}
