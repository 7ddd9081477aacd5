using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.SingleSignOn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.AspNetCore.SingleSignOn;

/// <summary>
/// The pages of single sign-on (rule AC-2). Nothing they answer may be kept by a cache or told to another site as the referrer, since addresses here hold codes and
/// tokens; none of those is logged.
/// </summary>
internal sealed partial class SignInEndpoints(
    DotdigitalSingleSignOnOptions options, ISingleSignOnService signIn, IAntiforgery antiforgery, ILogger<SignInEndpoints> logger)
{
    /// <summary>A longer id of a person is none.</summary>
    internal const int LongestUser = 200;

    private const int LongestId = 64;

    /// <summary>Tells whether the person is connected, with the buttons.</summary>
    public Task ShowAsync(HttpContext context) => RunAsync(
        context,
        isPost: false,
        async (account, user) =>
        {
            var isConnected = await signIn.IsConnectedAsync(account, user, context.RequestAborted).ConfigureAwait(false);
            var tokens = antiforgery.GetAndStoreTokens(context);
            var page = new SignInPage(isConnected ? "You are connected to Dotdigital" : "Connect to Dotdigital");
            page = isConnected
                ? page.Link(AddressOf(context, account, "open"), "Open Dotdigital").Button(AddressOf(context, account, "disconnect"), "Disconnect", tokens.FormFieldName, tokens.RequestToken!)
                : page.Say("Connect once, and open Dotdigital from here without its password.");
            await page.Button(AddressOf(context, account, "begin"), isConnected ? "Connect again" : "Connect", tokens.FormFieldName, tokens.RequestToken!)
                .WriteAsync(context, StatusCodes.Status200OK)
                .ConfigureAwait(false);
        });

    /// <summary>Sends the person to Dotdigital's consent page.</summary>
    public Task BeginAsync(HttpContext context) => RunAsync(
        context,
        isPost: true,
        async (account, user) =>
        {
            var callback = options.CallbackAddress ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}{PagesOf(context)}/callback");
            if (!IsSafe(callback))
            {
                LogCallback();
                await new SignInPage("Single sign-on needs https")
                    .Say("Open this site by https. Whoever runs it: forward the scheme at the proxy (UseForwardedHeaders), or set CallbackAddress in MapDotdigitalSingleSignOn.")
                    .WriteAsync(context, StatusCodes.Status400BadRequest)
                    .ConfigureAwait(false);
                return;
            }

            Redirect(context, await signIn.BeginAsync(account, user, callback, context.RequestAborted).ConfigureAwait(false));
        });

    /// <summary>Takes the person back from the consent page, and on to Dotdigital.</summary>
    public async Task CompleteAsync(HttpContext context)
    {
        Seal(context);
        if (await FindUserAsync(context).ConfigureAwait(false) is not { } user)
        {
            return;
        }

        var query = context.Request.Query;
        try
        {
            var address = await signIn.CompleteAsync(user, One(query["state"]), One(query["code"]), One(query["error"]), context.RequestAborted).ConfigureAwait(false);
            Redirect(context, address.Address);
        }
        catch (Exception failed) when (SignInFailure.Of(failed) is not null)
        {
            await FailAsync(context, failed, (failed as SingleSignOnException)?.Account).ConfigureAwait(false);
        }
    }

    /// <summary>Opens Dotdigital signed in.</summary>
    public Task OpenAsync(HttpContext context) => RunAsync(
        context,
        isPost: false,
        async (account, user) => Redirect(context, (await signIn.GetSignInAddressAsync(account, user, context.RequestAborted).ConfigureAwait(false)).Address));

    /// <summary>Forgets the person's connection, and shows the page.</summary>
    public Task DisconnectAsync(HttpContext context) => RunAsync(
        context,
        isPost: true,
        async (account, user) =>
        {
            await signIn.DisconnectAsync(account, user, context.RequestAborted).ConfigureAwait(false);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = AddressOf(context, account, "begin");
        });

    /// <summary>Sets the headers last of all: antiforgery sets a weaker one of its own.</summary>
    private static void Seal(HttpContext context) => context.Response.OnStarting(
        static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "no-referrer";
            return Task.CompletedTask;
        },
        context.Response);

    /// <summary>The engine made the address of an account's own web application, checked against what is allowed; here only its kind is looked at once more.</summary>
    private static void Redirect(HttpContext context, Uri address)
    {
        if (!IsSafe(address))
        {
            throw new InvalidOperationException($"Single sign-on gave an address at '{address.Scheme}://{address.Host}', which is neither https nor loopback.");
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address.AbsoluteUri;
    }

    private static bool IsSafe(Uri address) => address is { IsAbsoluteUri: true } and ({ Scheme: "https" } or { Scheme: "http", IsLoopback: true });

    /// <summary>The value that stands once; a query with two of them is nobody's own.</summary>
    private static string? One(Microsoft.Extensions.Primitives.StringValues values) => values.Count == 1 ? values[0] : null;

    private static string AddressOf(HttpContext context, AccountId account, string act) => $"{PagesOf(context)}/{Uri.EscapeDataString(account.Value)}/{act}";

    /// <summary>The path that the pages are mapped at, as the request shows it, whatever groups and bases the host put around it.</summary>
    private static string PagesOf(HttpContext context)
    {
        var path = context.Request.PathBase.Add(context.Request.Path).ToUriComponent().TrimEnd('/');
        var pages = path[..path.LastIndexOf('/')];
        return context.GetRouteValue("account") is null ? pages : pages[..pages.LastIndexOf('/')];
    }

    private async Task RunAsync(HttpContext context, bool isPost, Func<AccountId, string, Task> act)
    {
        Seal(context);
        if (await FindUserAsync(context).ConfigureAwait(false) is not { } user)
        {
            return;
        }

        var name = context.GetRouteValue("account") as string;
        AccountId? account = string.IsNullOrWhiteSpace(name) || name.Length > LongestId ? null : new AccountId(name);
        try
        {
            if (account is not { } known)
            {
                await TellAsync(context, new SignInFailure(StatusCodes.Status404NotFound, "There is no such account", "Check the address.", false), null).ConfigureAwait(false);
                return;
            }

            if (isPost)
            {
                await antiforgery.ValidateRequestAsync(context).ConfigureAwait(false);
            }

            await act(known, user).ConfigureAwait(false);
        }
        catch (AntiforgeryValidationException)
        {
            await TellAsync(context, new SignInFailure(StatusCodes.Status400BadRequest, "Nothing was done", "The form was too old, or was not from this site. Begin again.", true), account).ConfigureAwait(false);
        }
        catch (Exception failed) when (SignInFailure.Of(failed) is not null)
        {
            await FailAsync(context, failed, account).ConfigureAwait(false);
        }
    }

    /// <summary>The host's id of the signed-in person; null when the request was answered, since there is none.</summary>
    private async Task<string?> FindUserAsync(HttpContext context)
    {
        var user = context.User.Identity?.IsAuthenticated == true ? options.UserId(context.User) : null;
        if (user?.Trim().Length is > 0 and <= LongestUser)
        {
            return user;
        }

        LogNobody();
        await TellAsync(context, new SignInFailure(StatusCodes.Status403Forbidden, "You are not known here", "Sign in to this site first. Whoever runs it: the log says what is missing.", false), null).ConfigureAwait(false);
        return null;
    }

    private Task FailAsync(HttpContext context, Exception failed, AccountId? account)
    {
        LogFailed(account?.Value ?? "unknown", failed.Message);
        return TellAsync(context, SignInFailure.Of(failed)!, account);
    }

    private static Task TellAsync(HttpContext context, SignInFailure failure, AccountId? account)
    {
        var page = new SignInPage(failure.Heading).Say(failure.NextStep);
        return (failure.CanBegin && account is { } known ? page.Link(AddressOf(context, known, "begin"), "Begin again") : page).WriteAsync(context, failure.Status);
    }


    [LoggerMessage(3001, LogLevel.Warning, "Account {Account}: a person could not sign in to Dotdigital: {Reason}")]
    private partial void LogFailed(string account, string reason);

    [LoggerMessage(3002, LogLevel.Warning, "A signed-in person has no id of 1 to 200 characters: set UserId in MapDotdigitalSingleSignOn.")]
    private partial void LogNobody();

    [LoggerMessage(3003, LogLevel.Warning, "The callback's address is neither https nor loopback: forward the scheme at the proxy, or set CallbackAddress in MapDotdigitalSingleSignOn.")]
    private partial void LogCallback();
}
