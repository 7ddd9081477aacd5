using System.Globalization;
using System.Text;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Emulator.SingleSignOn;

namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>What every request goes through: who it is, what it wants, whether it may, what goes wrong, the answer.</summary>
internal sealed class RequestPipeline(EmulatorHost host, ControlHttp control, SignInPages pages)
{
    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.Date = host.Clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        if (context.Request.Path.StartsWithSegments("/_control", StringComparison.OrdinalIgnoreCase, out var rest))
        {
            await control.HandleAsync(context, rest.Value?.Trim('/') ?? "").ConfigureAwait(false);
            return;
        }

        if (SignInPages.Serves(context.Request.Path))
        {
            await pages.HandleAsync(context).ConfigureAwait(false);
            return;
        }

        var isV3 = !context.Request.Path.StartsWithSegments("/v2", StringComparison.OrdinalIgnoreCase);
        if (Authenticate(context) is not { } account)
        {
            context.Response.Headers.WWWAuthenticate = "Basic";
            await WriteAsync(context, ApiResult.Message(401, "Authorization has been denied for this request.")).ConfigureAwait(false);
            return;
        }

        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var body = await ReadAsync(context).ConfigureAwait(false);
        if (IncomingRequest.From(context.Request.Method, target, context.Request.ContentType, body) is not { } incoming)
        {
            await WriteAsync(context, ApiResult.Message(501, $"Dotdigital publishes no {context.Request.Method} {context.Request.Path}.")).ConfigureAwait(false);
            return;
        }

        if (!incoming.Operation.IsServed)
        {
            await WriteAsync(context, ApiResult.Message(501, $"The emulator does not serve {incoming.Operation.Id} ({incoming.Operation.Method} {incoming.Operation.Template}).")).ConfigureAwait(false);
            return;
        }

        if (account.Options.ApiEndpoint is { } elsewhere && elsewhere != host.BaseAddress && incoming.Operation.Id is not "ApiAccount_GetCurrentAccountInfo")
        {
            await RespondAsync(context, account, incoming, WrongRegion(isV3), []).ConfigureAwait(false);
            return;
        }

        await ServeAsync(context, account, incoming).ConfigureAwait(false);
    }

    private static ApiResult WrongRegion(bool isV3) => isV3
        ? ApiErrorException.V3(403, "auth:accessDenied", "Access is denied").Result
        : ApiResult.Message(403, "Access is denied.");

    private static ApiResult TooMany(bool isFlat) => isFlat
        ? ApiResult.Message(400, "Your account has generated excess API activity and is being temporarily capped. ERROR_APIUSAGE_EXCEEDED")
        : ApiResult.Message(429, "Too Many Requests");

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength == 0)
        {
            return [];
        }

        using var stream = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 0, 128 * 1024 * 1024));
        await context.Request.Body.CopyToAsync(stream, context.RequestAborted).ConfigureAwait(false);
        return stream.ToArray();
    }

    private static async Task WriteAsync(HttpContext context, ApiResult result)
    {
        context.Response.StatusCode = result.Status;
        if (result.ContentType is { } type)
        {
            context.Response.ContentType = type;
        }

        if (result.Status != StatusCodes.Status204NoContent)
        {
            context.Response.ContentLength = result.Body.Length;
            await context.Response.Body.WriteAsync(result.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(HttpContext context, AccountState account, IncomingRequest incoming)
    {
        var path = context.Request.Path.Value ?? "";
        var faults = host.Faults.Take(account.Options.Name, incoming.Operation, path);
        if (faults.Exists(f => f.Kind == FaultKind.Refuse))
        {
            Record(context, account, incoming, 0);
            context.Abort();
            return;
        }

        foreach (var fault in faults.Where(f => f.Kind == FaultKind.Delay))
        {
            await Task.Delay(fault.Delay, fault.RealTime ? TimeProvider.System : host.Clock, context.RequestAborted).ConfigureAwait(false);
        }

        var limiter = host.Limiters[account.Options.Name];
        var (allowed, headers) = (true, Array.Empty<KeyValuePair<string, string>>());
        host.Inspect(account, now => (allowed, headers) = limiter.Count(incoming.Operation.Tier, now, faults.Exists(f => f.Kind == FaultKind.TooManyRequests)));
        if (!allowed)
        {
            await RespondAsync(context, account, incoming, TooMany(limiter.IsFlat), headers).ConfigureAwait(false);
            return;
        }

        if (faults.Find(f => f.Kind == FaultKind.ServerError) is { } error)
        {
            await RespondAsync(context, account, incoming, ApiResult.Message(error.Status, "We don't know what went wrong. ERROR_UNKNOWN"), headers).ConfigureAwait(false);
            return;
        }

        var directive = ImportDirective.From(faults);
        var result = host.Execute(account, incoming, directive);
        if (faults.Exists(f => f.Kind == FaultKind.Duplicate))
        {
            result = host.Execute(account, incoming, directive);
        }

        if (faults.Exists(f => f.Kind == FaultKind.DropAfterAccept))
        {
            Record(context, account, incoming, 0);
            context.Abort();
            return;
        }

        if (faults.Exists(f => f.Kind == FaultKind.GarbledBody))
        {
            result = new ApiResult(result.Status, "<html>{\"id\": 12, <<"u8.ToArray(), result.ContentType);
        }

        if (faults.Exists(f => f.Kind == FaultKind.TruncatedBody))
        {
            await TruncateAsync(context, account, incoming, result, headers).ConfigureAwait(false);
            return;
        }

        await RespondAsync(context, account, incoming, result, headers).ConfigureAwait(false);
    }

    private AccountState? Authenticate(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var bytes = new byte[512];
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? null
            : host.Accounts.Values.FirstOrDefault(a =>
                string.Equals(a.Options.EffectiveUserName, pair[..colon], StringComparison.OrdinalIgnoreCase)
                && string.Equals(a.Options.Password, pair[(colon + 1)..], StringComparison.Ordinal));
    }

    private async Task RespondAsync(HttpContext context, AccountState account, IncomingRequest incoming, ApiResult result, KeyValuePair<string, string>[] headers)
    {
        Record(context, account, incoming, result.Status);
        AddHeaders(context, headers);
        await WriteAsync(context, ChaosWriter.Distort(result, host.Chaos)).ConfigureAwait(false);
    }

    private async Task TruncateAsync(HttpContext context, AccountState account, IncomingRequest incoming, ApiResult result, KeyValuePair<string, string>[] headers)
    {
        Record(context, account, incoming, result.Status);
        AddHeaders(context, headers);
        context.Response.StatusCode = result.Status;
        context.Response.ContentType = result.ContentType;
        context.Response.ContentLength = result.Body.Length;
        await context.Response.Body.WriteAsync(result.Body[..(result.Body.Length / 2)], context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }

    private static void AddHeaders(HttpContext context, KeyValuePair<string, string>[] headers)
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }
    }

    private void Record(HttpContext context, AccountState account, IncomingRequest incoming, int status)
    {
        var token = context.Request.Headers["x-ddg-integration-token"].ToString();
        host.Inspect(account, now => account.Requests.Add(new RequestEntry(
            new DateTimeOffset(now, TimeSpan.Zero), incoming.Operation.Id, incoming.Operation.Method, incoming.PathAndQuery, incoming.Operation.Tier, status, incoming.Body.Length,
            token.Length == 0 ? null : token)));
    }
}
