using System.Net;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>
/// Asks Dotdigital's token endpoint, on the API client's own transport: TLS checked, no redirects followed, nothing logged. Asked once, never again by
/// itself: a code is good for one use, and a refresh token may be.
/// </summary>
internal sealed class TokenClient(IHttpClientFactory clients, TokenClientName name, TimeProvider time)
{
    private const string Operation = "SingleSignOn.Token";
    private const int LongestAnswer = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Posts a form.</summary>
    /// <returns>The tokens; an access token is among them.</returns>
    /// <exception cref="SingleSignOnException">Dotdigital refused, or answered what is no answer.</exception>
    /// <exception cref="DotdigitalTransportException">It did not answer.</exception>
    public async Task<TokenAnswer> AskAsync(AccountId account, Uri app, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var http = clients.CreateClient(name.Value);
            using var content = new FormUrlEncodedContent(form);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app, "/OAuth2/Tokens.ashx")) { Content = content };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return Judge(account, response.StatusCode, TokenAnswer.Parse(await ReadAsync(response, either.Token).ConfigureAwait(false)));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var reason = broken is HttpRequestException { HttpRequestError: var error } ? $"the connection failed ({error})" : "the connection broke or took too long";
            throw new DotdigitalTransportException(account.Value, Operation, requestMayHaveBeenAccepted: true, isTimeout: broken is OperationCanceledException, reason, broken);
        }
    }

    private static TokenAnswer Judge(AccountId account, HttpStatusCode status, TokenAnswer answer) => (int)status switch
    {
        200 when answer.AccessToken is not null => answer,
        408 or 429 or < 400 or >= 500 => throw new SingleSignOnException(
            account, SingleSignOnProblem.Unavailable, $"could not be signed in to: Dotdigital answered {(int)status} without a token. Try again later."),
        _ when answer.Error?.ToUpperInvariant() is "INVALID_CLIENT" or "UNAUTHORIZED_CLIENT" => throw new SingleSignOnException(
            account, SingleSignOnProblem.ClientRefused, "could not be signed in to: Dotdigital refused the client id or its secret. Check both, and that the redirect address is registered."),
        _ => throw new SingleSignOnException(
            account, SingleSignOnProblem.ConnectAgain, $"no longer accepts this person's connection (Dotdigital answered {(int)status}): connect again."),
    };

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        var buffer = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return buffer.AsMemory(0, length);
    }
}
