using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.SingleSignOn;

/// <summary>The web application's side of single sign-on: the consent page, the token endpoint, and the page that people are signed in to.</summary>
internal sealed class SignInPages(EmulatorHost host)
{
    private static readonly Operation Authorise = Page("SignIn_Authorise", "GET", "/OAuth2/authorise.aspx");
    private static readonly Operation Token = Page("SignIn_Token", "POST", "/OAuth2/Tokens.ashx");
    private static readonly Operation Open = Page("SignIn_Open", "GET", "/");

    public static bool Serves(PathString path) => path.StartsWithSegments("/OAuth2", StringComparison.OrdinalIgnoreCase) || path.Value is "/" or "";

    public Task HandleAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value ?? string.Empty);
        var page = new[] { Authorise, Token, Open }.FirstOrDefault(page =>
            string.Equals(page.Method, method, StringComparison.OrdinalIgnoreCase) && string.Equals(page.Template, path.Length == 0 ? "/" : path, StringComparison.OrdinalIgnoreCase));
        return page switch
        {
            null => AnswerAsync(context, StatusCodes.Status404NotFound, "There is no such page."),
            _ when page == Authorise => AuthoriseAsync(context),
            _ when page == Token => GiveTokenAsync(context),
            _ => OpenAsync(context),
        };
    }

    private static Operation Page(string id, string method, string path) => new(id, method, path, RateTier.High, static _ => throw new InvalidOperationException("A page is no operation."));

    private static Task AnswerAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static Task AnswerJsonAsync(HttpContext context, int status, object answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(context.Response.Body, answer, cancellationToken: context.RequestAborted);
    }

    private AccountState? FindClient(string? id) => host.Accounts.Values.FirstOrDefault(account => string.Equals(account.Options.EffectiveClientId, id, StringComparison.Ordinal));

    private async Task AuthoriseAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var redirect = query["redirect_uri"].ToString();
        if (FindClient(query["client_id"]) is not { } account
            || query["response_type"] != "code"
            || query["scope"] != "Account"
            || query["state"].ToString().Length == 0
            || !Uri.TryCreate(redirect, UriKind.Absolute, out _))
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, "The request to sign in is not formed correctly.").ConfigureAwait(false);
            return;
        }

        Record(account, Authorise, context, StatusCodes.Status302Found);
        var answer = account.Behaviour.SignInDenied
            ? "error=access_denied"
            : $"code={host.Control(account, ControlTable.ApproveSignIn, new SignInConsent(redirect))}";
        context.Response.Redirect($"{redirect}{(redirect.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{answer}&state={Uri.EscapeDataString(query["state"].ToString())}");
    }

    private async Task GiveTokenAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            await AnswerJsonAsync(context, StatusCodes.Status400BadRequest, new { error = "invalid_request" }).ConfigureAwait(false);
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        if (FindClient(form["client_id"]) is not { } account || !string.Equals(form["client_secret"], account.Options.SignInClientSecret, StringComparison.Ordinal))
        {
            await AnswerJsonAsync(context, StatusCodes.Status401Unauthorized, new { error = "invalid_client" }).ConfigureAwait(false);
            return;
        }

        var faults = host.Faults.Take(account.Options.Name, Token, Token.Template);
        var error = faults.Find(static fault => fault.Kind == FaultKind.ServerError);
        var tokens = error is not null ? null : form["grant_type"].ToString() switch
        {
            "authorization_code" => host.Control(account, ControlTable.ExchangeSignInCode, new SignInExchange(form["code"].ToString(), form["redirect_uri"].ToString())),
            "refresh_token" => host.Control(account, ControlTable.RefreshSignIn, new SignInToken(form["refresh_token"].ToString())),
            _ => null,
        };
        var status = error?.Status ?? (tokens is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
        Record(account, Token, context, status);
        if (faults.Exists(static fault => fault.Kind is FaultKind.Refuse or FaultKind.DropAfterAccept))
        {
            context.Abort();
        }
        else if (error is not null || faults.Exists(static fault => fault.Kind == FaultKind.GarbledBody))
        {
            await AnswerAsync(context, status, "<html>{\"access_token\": <<").ConfigureAwait(false);
        }
        else
        {
            await AnswerJsonAsync(context, status, tokens is null ? new { error = "invalid_grant" } : Describe(tokens)).ConfigureAwait(false);
        }
    }

    private static Dictionary<string, object> Describe(SignInTokens tokens)
    {
        var answer = new Dictionary<string, object>(StringComparer.Ordinal) { ["access_token"] = tokens.AccessToken, ["token_type"] = "bearer", ["expires_in"] = tokens.ExpiresIn };
        if (tokens.RefreshToken is { } refresh)
        {
            answer["refresh_token"] = refresh;
        }

        return answer;
    }

    private async Task OpenAsync(HttpContext context)
    {
        var token = new SignInToken(context.Request.Query["oauthtoken"].ToString());
        var account = host.Accounts.Values.FirstOrDefault(account => host.Control(account, ControlTable.CheckSignIn, token));
        if (account is null)
        {
            await AnswerAsync(context, StatusCodes.Status401Unauthorized, "Sign in.").ConfigureAwait(false);
            return;
        }

        Record(account, Open, context, StatusCodes.Status200OK);
        await AnswerAsync(context, StatusCodes.Status200OK, $"Signed in to {account.Options.Name}.").ConfigureAwait(false);
    }

    private void Record(AccountState account, Operation page, HttpContext context, int status) => host.Inspect(account, now => account.Requests.Add(new RequestEntry(
        new DateTimeOffset(now, TimeSpan.Zero), page.Id, page.Method, context.Request.Path, page.Tier, status, (int)(context.Request.ContentLength ?? 0), null)));
}
