using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.AspNetCore.SingleSignOn;
using Dotdigital.Sdk.Integration.SingleSignOn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.EmailStudio;

/// <summary>Connects visitors to Dotdigital, and opens it signed in (rule AC-2). Whoever may look may do so: it is their own connection alone.</summary>
internal sealed class EmailStudioPages(
    AccountPicker picker, ISingleSignOnService signIn, EndpointDataSource endpoints, IAuthorizationService authorization, IAuthorizationPolicyProvider policies)
{
    private const string Title = "Email Studio";

    /// <summary>Where the visitor stands, with what to do.</summary>
    public async Task<DashboardAnswer> OverviewAsync(DashboardRequest request)
    {
        var account = await picker.PickAsync(request).ConfigureAwait(false);
        if (account.Chosen is not { } chosen)
        {
            return DashboardAnswer.Show<EmailStudioView>(Title, new EmailStudioModel { Account = account });
        }

        var setup = await signIn.GetSetupAsync(chosen.Id, request.Cancel).ConfigureAwait(false);
        var (place, _) = FindPlace();
        var user = await FindUserAsync(request).ConfigureAwait(false);
        var missing = setup.Missing.ToList();
        if (place is null)
        {
            missing.Add("The application has no sign-in pages: call app.MapDotdigitalSingleSignOn(...) beside MapDotdigitalDashboard, and register the address of its callback with Dotdigital.");
        }
        else if (user is null)
        {
            missing.Add(place.FindUser(request.User) is null
                ? "You are not signed in to this application with an id that it knows you by: sign in, or have UserId set in MapDotdigitalSingleSignOn."
                : "You may look at this dashboard, but not sign in to Dotdigital: ask whoever administers this application for the right to.");
        }

        var model = new EmailStudioModel
        {
            Account = account,
            Missing = missing,
            IsConnected = user is not null && await signIn.IsConnectedAsync(chosen.Id, user, request.Cancel).ConfigureAwait(false),
        };
        return DashboardAnswer.Show<EmailStudioView>(Title, model).LeadingTo(setup.AppAddress);
    }

    /// <summary>Takes the visitor to Dotdigital's consent page.</summary>
    public Task<DashboardAnswer> ConnectAsync(DashboardRequest request) => ActAsync(request, async (account, user) =>
    {
        var (place, callback) = FindPlace();
        return (await signIn.BeginAsync(account, user, place!.CallbackOf(request.Site, callback!), request.Cancel).ConfigureAwait(false)).AbsoluteUri;
    });

    /// <summary>Opens Dotdigital signed in.</summary>
    public Task<DashboardAnswer> OpenAsync(DashboardRequest request) =>
        ActAsync(request, async (account, user) => (await signIn.GetSignInAddressAsync(account, user, request.Cancel).ConfigureAwait(false)).Address.AbsoluteUri);

    /// <summary>Forgets the visitor's connection.</summary>
    public Task<DashboardAnswer> DisconnectAsync(DashboardRequest request) => ActAsync(request, async (account, user) =>
    {
        await signIn.DisconnectAsync(account, user, request.Cancel).ConfigureAwait(false);
        return request.Link("email-studio", ("account", account.Value), ("done", Notices.SignInForgotten));
    });

    private async Task<DashboardAnswer> ActAsync(DashboardRequest request, Func<AccountId, string, Task<string>> act)
    {
        if (await FindUserAsync(request).ConfigureAwait(false) is not { } user)
        {
            return await OverviewAsync(request).ConfigureAwait(false);
        }

        try
        {
            return DashboardAnswer.GoTo(await act(request.Account(), user).ConfigureAwait(false));
        }
        catch (SingleSignOnException refused) when (refused.Problem == SingleSignOnProblem.ConnectAgain)
        {
            return (await OverviewAsync(request).ConfigureAwait(false)).Refused(["You have not connected yet, or Dotdigital no longer accepts the connection. Connect again."]);
        }
        catch (ArgumentException)
        {
            return (await OverviewAsync(request).ConfigureAwait(false)).Refused(
                ["Single sign-on needs https. Whoever runs this site: forward the scheme at the proxy (UseForwardedHeaders), or set CallbackAddress in MapDotdigitalSingleSignOn."]);
        }
        catch (DotdigitalException refused)
        {
            return (await OverviewAsync(request).ConfigureAwait(false)).Refused([refused.Message]);
        }
    }

    /// <summary>The visitor's id, if they may sign in.</summary>
    private async Task<string?> FindUserAsync(DashboardRequest request) =>
        FindPlace().Place is { } place && await place.LetsInAsync(request.User, authorization, policies).ConfigureAwait(false) ? place.FindUser(request.User) : null;

    private (SignInPlace? Place, RouteEndpoint? Callback) FindPlace()
    {
        var callback = endpoints.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(static endpoint => endpoint.Metadata.GetMetadata<SignInPlace>() is not null);
        return (callback?.Metadata.GetMetadata<SignInPlace>(), callback);
    }
}
