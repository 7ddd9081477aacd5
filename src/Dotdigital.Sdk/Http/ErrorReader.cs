using System.Net;
using System.Text.RegularExpressions;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Http;

/// <summary>Turns an error answer of either shape into what callers decide by. A body that is not one of the shapes is never passed on.</summary>
internal static partial class ErrorReader
{
    private const int MaxBody = 64 * 1024;
    private const int MaxWords = 500;

    public static async ValueTask<DotdigitalApiFailure> ReadAsync(
        AccountSession session, ApiOperation operation, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await ReadBodyAsync(response, cancellationToken).ConfigureAwait(false);
        var words = session.Redact(Shorten(body?.Description ?? body?.Message ?? body?.Detail ?? body?.Title));
        var code = body?.ErrorCode ?? (words is null ? null : Token().Match(words) is { Success: true } match ? match.Value : null);
        return new(session.Name, operation.Name, response.StatusCode, session.Redact(Shorten(code)), words, operation.Template, Details(session, body));
    }

    /// <summary>The exception for an error that is neither a rate limit nor worth a retry by itself.</summary>
    public static DotdigitalApiException ToException(DotdigitalApiFailure failure) => failure.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new DotdigitalAuthenticationException(failure),
        HttpStatusCode.NotFound => new DotdigitalNotFoundException(failure),
        HttpStatusCode.BadRequest when IsNotFoundToken(failure.ErrorCode) => new DotdigitalNotFoundException(failure),
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new DotdigitalValidationException(failure),
        HttpStatusCode.Conflict => new DotdigitalConflictException(failure),
        _ => new DotdigitalApiException(failure),
    };

    private static bool IsNotFoundToken(string? code) =>
        code is not null && code.StartsWith("ERROR_", StringComparison.OrdinalIgnoreCase) && code.EndsWith("_NOT_FOUND", StringComparison.OrdinalIgnoreCase);

    private static async ValueTask<ErrorBody?> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await PooledBody.ReadAsync(response.Content, MaxBody, cancellationToken).ConfigureAwait(false);
            return JsonAnswer.TryRead(body.Bytes, SdkJson.Default.ErrorBody);
        }
        catch (Exception e) when ((e is HttpRequestException or IOException) && !cancellationToken.IsCancellationRequested)
        {
            // The status alone says enough: a proxy's page, or a body cut short, must not hide it.
            return null;
        }
    }

    private static IReadOnlyList<DotdigitalErrorDetail> Details(AccountSession session, ErrorBody? body)
    {
        if (body?.Details is not { Count: > 0 } details)
        {
            return [];
        }

        return [.. details.Select(d => new DotdigitalErrorDetail(session.Redact(Shorten(d?.Item)), session.Redact(Shorten(d?.Description ?? d?.Error))))];
    }

    private static string? Shorten(string? words) => words is { Length: > MaxWords } ? words[..MaxWords] : words;

    [GeneratedRegex(@"ERROR_\w+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
