using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.AspNetCore.Webhooks;

/// <summary>Hands a request to the engine and its answer back.</summary>
internal static class WebhookEndpoint
{
    private const string SignatureHeader = "X-Comapi-Signature";
    private const int LongestAccountId = 64;

    public static async Task HandleAsync(HttpContext context)
    {
        var account = context.GetRouteValue("account") as string;
        if (string.IsNullOrWhiteSpace(account) || account.Length > LongestAccountId)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        // The engine has a limit of its own; a server's smaller one must not cut a batch short.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        var receiver = context.RequestServices.GetRequiredService<IWebhookReceiver>();
        var receipt = await receiver.ReceiveAsync(new AccountId(account), context.Request.Body, context.Request.Headers[SignatureHeader], context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = receipt.StatusCode;
    }
}
