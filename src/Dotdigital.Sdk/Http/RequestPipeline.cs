using System.Diagnostics;
using System.Net;
using Dotdigital.Sdk.Diagnostics;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.RateLimits;

namespace Dotdigital.Sdk.Http;

/// <summary>
/// The way of every call of one account: find the host, hold for the rate limit, send with a time-out, read, and try again where repeating is
/// safe. What leaves it is a value, a typed error, or the caller's own cancellation.
/// </summary>
internal sealed class RequestPipeline(AccountSession session, PipelineServices services)
{
    private readonly RateLimitGate gate = new(session, services);

    public AccountSession Session => session;

    public PipelineServices Services => services;

    public async Task<ApiAnswer<T>> ExecuteAsync<T>(
        ApiCall call, Func<HttpResponseMessage, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var activity = ClientTelemetry.Start(session.Name, call.Operation);
        try
        {
            var host = call.Host ?? await this.GetEndpointForAsync(call.Operation, cancellationToken).ConfigureAwait(false);
            var state = (pipeline: this, call, uri: new Uri(host, call.PathAndQuery), read, budget: new WaitBudget(services.Options.MaxRateLimitWait));
            return await services.Retries.For(call.Operation)
                .ExecuteAsync(static async (s, token) => await s.pipeline.TryUntilLetThroughAsync(s.call, s.uri, s.read, s.budget, token).ConfigureAwait(false), state, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e)
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            throw;
        }
    }

    private async ValueTask<ApiAnswer<T>> TryUntilLetThroughAsync<T>(
        ApiCall call, Uri uri, Func<HttpResponseMessage, CancellationToken, ValueTask<T>> read, WaitBudget budget, CancellationToken cancellationToken)
    {
        DotdigitalApiFailure? throttled = null;
        var waited = TimeSpan.Zero;
        while (true)
        {
            waited += await gate.EnterAsync(call.Operation, throttled, budget, cancellationToken).ConfigureAwait(false);
            var attempt = await AttemptAsync(call, uri, read, waited, cancellationToken).ConfigureAwait(false);
            if (attempt.Throttled is null)
            {
                return attempt.Answer;
            }

            throttled = attempt.Throttled;
            if (call.IsSpent?.Invoke() is true)
            {
                throw new DotdigitalRateLimitedException(throttled, attempt.RetryAt, session.State.Limiter.TierOf(call.Operation.Name));
            }

            waited = attempt.IsBusy
                ? await gate.WaitWhileBusyAsync(call.Operation, throttled, budget, cancellationToken).ConfigureAwait(false)
                : TimeSpan.Zero;
        }
    }

    private async ValueTask<Attempt<T>> AttemptAsync<T>(
        ApiCall call, Uri uri, Func<HttpResponseMessage, CancellationToken, ValueTask<T>> read, TimeSpan waited, CancellationToken cancellationToken)
    {
        try
        {
            return await services.Retries.Attempt
                .ExecuteAsync(
                    static async (s, token) => await s.pipeline.SendAsync(s.call, s.uri, s.read, s.waited, token).ConfigureAwait(false),
                    (pipeline: this, call, uri, read, waited),
                    cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (TransportErrors.IsTransport(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            services.Telemetry.Logger.NoAnswer(session.Name, call.Operation.Name, e.GetType().Name);
            throw TransportErrors.From(session.Name, call.Operation, e);
        }
    }

    private async ValueTask<Attempt<T>> SendAsync<T>(
        ApiCall call, Uri uri, Func<HttpResponseMessage, CancellationToken, ValueTask<T>> read, TimeSpan waited, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(call, uri);
        var client = services.CreateHttpClient();
        var started = services.Time.GetTimestamp();
        int? status = null;
        HttpResponseMessage? response = null;
        try
        {
            try
            {
                response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
                status = (int)response.StatusCode;
                var now = services.Time.GetUtcNow();
                session.State.Limiter.Observe(call.Operation.Name, RateLimitHeaders.Read(response, now));
                session.State.SeenAt = now;
            }
            finally
            {
                services.Telemetry.Attempted(
                    call.Operation,
                    new(session.Name, call.Operation.Name, session.State.Limiter.TierOf(call.Operation.Name), status, services.Time.GetElapsedTime(started), waited));
            }

            if (response.IsSuccessStatusCode || (call.Operation.ReadsConflict && response.StatusCode == HttpStatusCode.Conflict))
            {
                var value = await read(response, cancellationToken).ConfigureAwait(false);
                var date = response.Headers.Date;
                response = value is Stream ? null : response;
                return new(new(value, date), null, default, IsBusy: false);
            }

            return await ReadErrorAsync<T>(call.Operation, response, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private async ValueTask<Attempt<T>> ReadErrorAsync<T>(ApiOperation operation, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var failure = await ErrorReader.ReadAsync(session, operation, response, cancellationToken).ConfigureAwait(false);
        var now = services.Time.GetUtcNow();
        var headers = RateLimitHeaders.Read(response, now);
        switch (Throttling.Classify(failure))
        {
            case Throttle.Tier:
                var resetAt = headers.RetryAt(response, now);
                session.State.Limiter.CloseTier(operation.Name, headers, resetAt);
                return new(default, failure, resetAt, IsBusy: false);
            case Throttle.HourlyCap:
                var capEnds = RateLimitHeaders.RetryAfter(response, now) ?? now + services.Options.HourlyCapDelay;
                session.State.Limiter.CloseAccount(headers, capEnds);
                return new(default, failure, capEnds, IsBusy: false);
            case Throttle.Busy:
                return new(default, failure, now, IsBusy: true);
            default:
                var exception = ErrorReader.ToException(failure);
                exception.RetryAfter = RateLimitHeaders.RetryAfter(response, now) - now;
                throw exception;
        }
    }

    private HttpRequestMessage CreateRequest(ApiCall call, Uri uri)
    {
        var request = new HttpRequestMessage(call.Operation.Method, uri) { Content = call.Content?.Invoke() };
        request.Headers.Authorization = session.Authorization;
        if (session.IntegrationToken is { } token)
        {
            request.Headers.TryAddWithoutValidation("x-ddg-integration-token", token);
        }

        if (call.Etag is { } etag)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        return request;
    }
}
