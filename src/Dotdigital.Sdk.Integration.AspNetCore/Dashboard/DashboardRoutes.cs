using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Campaigns;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.DataFields;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.EmailStudio;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Mappings;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>All addresses of the dashboard.</summary>
internal static class DashboardRoutes
{
    /// <summary>What is mapped.</summary>
    public static IReadOnlyList<DashboardRoute> All { get; } =
    [
        Asset(DashboardAssets.Style),
        Asset(DashboardAssets.Script),
        Look<ListPages>(string.Empty, static (pages, request) => pages.OverviewAsync(request)),
        Look<ListPages>("lists", static (pages, request) => pages.OverviewAsync(request)),
        Look<ListPages>("lists/list", static (pages, request) => pages.ListAsync(request)),
        Look<ListPages>("lists/connect", static (pages, request) => pages.ConnectFormAsync(request)),
        Look<ListPages>("lists/plan", static (pages, request) => pages.PlanAsync(request)),
        Look<ListPages>("lists/set-aside", static (pages, request) => pages.SetAsideAsync(request)),
        Change<ListActions>("lists/connect", static (actions, request) => actions.ConnectAsync(request)),
        Look<ListPages>("lists/switch", static (pages, request) => pages.SwitchFormAsync(request)),
        Change<ListActions>("lists/switch", static (actions, request) => actions.SwitchAsync(request)),
        Change<ListActions>("lists/read-fields", static (actions, request) => actions.ReadFieldsAsync(request)),
        Change<ListActions>("lists/sync", static (actions, request) => actions.SyncAsync(request)),
        Change<ListActions>("lists/refresh", static (actions, request) => actions.RefreshAsync(request)),
        Change<ListActions>("lists/options", static (actions, request) => actions.SaveOptionsAsync(request)),
        Change<ListActions>("lists/enable", static (actions, request) => actions.EnableAsync(request)),
        Change<ListActions>("lists/disable", static (actions, request) => actions.DisableAsync(request)),
        Change<ListActions>("lists/disconnect", static (actions, request) => actions.DisconnectAsync(request)),
        Change<ListActions>("lists/confirm-removal", static (actions, request) => actions.ConfirmRemovalAsync(request)),
        Look<MappingPages>("mappings", static (pages, request) => pages.OverviewAsync(request)),
        Look<MappingPages>("mappings/edit", static (pages, request) => pages.EditFormAsync(request)),
        Change<MappingPages>("mappings/edit", static (pages, request) => pages.EditAsync(request)),
        Ask<MappingPages>("mappings/check", static (pages, request) => pages.CheckAsync(request)),
        Change<MappingPages>("mappings/remove", static (pages, request) => pages.RemoveAsync(request)),
        Look<DataFieldPages>("data-fields", static (pages, request) => pages.OverviewAsync(request)),
        Look<DataFieldPages>("data-fields/delete", static (pages, request) => pages.DeleteFormAsync(request)),
        Change<DataFieldPages>("data-fields/create", static (pages, request) => pages.CreateAsync(request)),
        Change<DataFieldPages>("data-fields/delete", static (pages, request) => pages.DeleteAsync(request)),
        Change<DataFieldPages>("data-fields/read", static (pages, request) => pages.ReadAsync(request)),
        Look<ActivityPages>("activity", static (pages, request) => pages.OverviewAsync(request)),
        Look<ActivityPages>("activity/live", static (pages, request) => pages.LiveAsync(request)),
        Look<ActivityPages>("activity/run", static (pages, request) => pages.RunAsync(request)),
        Look<ActivityActions>("activity/schedule", static (actions, request) => actions.ScheduleFormAsync(request)),
        Look<ActivityActions>("activity/release", static (actions, request) => actions.ReleaseFormAsync(request)),
        Change<ActivityActions>("activity/request", static (actions, request) => actions.RequestAsync(request)),
        Change<ActivityActions>("activity/schedule", static (actions, request) => actions.SaveScheduleAsync(request)),
        Change<ActivityActions>("activity/release", static (actions, request) => actions.ReleaseAsync(request)),
        Change<ActivityActions>("activity/retry", static (actions, request) => actions.RetryAsync(request)),
        Change<ActivityActions>("activity/dismiss", static (actions, request) => actions.DismissAsync(request)),
        Look<CampaignPages>("campaigns", static (pages, request) => pages.OverviewAsync(request)),
        Look<CampaignPages>("campaigns/campaign", static (pages, request) => pages.CampaignAsync(request)),
        Change<CampaignPages>("campaigns/merge", static (pages, request) => pages.MergeAsync(request)),
        Look<PersonPages>("people", static (pages, request) => pages.FormAsync(request)),
        Ask<PersonPages>("people", static (pages, request) => pages.ExplainAsync(request)),
        Look<EmailStudioPages>("email-studio", static (pages, request) => pages.OverviewAsync(request)),
        Ask<EmailStudioPages>("email-studio/connect", static (pages, request) => pages.ConnectAsync(request)),
        Ask<EmailStudioPages>("email-studio/open", static (pages, request) => pages.OpenAsync(request)),
        Ask<EmailStudioPages>("email-studio/disconnect", static (pages, request) => pages.DisconnectAsync(request)),
        Look<AccountPages>("accounts", static (pages, request) => pages.OverviewAsync(request)),
        Look<AccountPages>("accounts/add", static (pages, request) => pages.AddFormAsync(request)),
        Look<AccountPages>("accounts/edit", static (pages, request) => pages.EditFormAsync(request)),
        Change<AccountPages>("accounts/add", static (pages, request) => pages.AddAsync(request)),
        Change<AccountPages>("accounts/edit", static (pages, request) => pages.EditAsync(request)),
        Change<AccountPages>("accounts/enable", static (pages, request) => pages.EnableAsync(request)),
        Change<AccountPages>("accounts/disable", static (pages, request) => pages.DisableAsync(request)),
        Look<AccountActions>("accounts/remove", static (actions, request) => actions.RemoveFormAsync(request)),
        Change<AccountActions>("accounts/remove", static (actions, request) => actions.RemoveAsync(request)),
        Look<AccountActions>("accounts/webhooks", static (actions, request) => actions.WebhooksFormAsync(request)),
        Change<AccountActions>("accounts/webhooks", static (actions, request) => actions.SaveWebhooksAsync(request)),
        Change<AccountPages>("accounts/check", static (pages, request) => pages.CheckAsync(request)),
    ];

    /// <summary>Registers the handlers of all pages.</summary>
    public static void AddPages(IServiceCollection services)
    {
        services.TryAddScoped<ListPages>();
        services.TryAddScoped<ListActions>();
        services.TryAddScoped<MappingPages>();
        services.TryAddScoped<AccountPicker>();
        services.TryAddScoped<DataFieldPages>();
        services.TryAddScoped<LiveReader>();
        services.TryAddScoped<ActivityPages>();
        services.TryAddScoped<ActivityActions>();
        services.TryAddScoped<CampaignPages>();
        services.TryAddScoped<PersonPages>();
        services.TryAddScoped<EmailStudioPages>();
        services.TryAddScoped<AccountPages>();
        services.TryAddScoped<AccountActions>();
    }

    private static DashboardRoute Asset(string name) => new(HttpMethods.Get, $"assets/{name}", static _ => throw new InvalidOperationException("An asset has no page."), Changes: false) { Asset = name };

    /// <summary>Shows a page.</summary>
    private static DashboardRoute Look<TPages>(string pattern, Func<TPages, DashboardRequest, Task<DashboardAnswer>> handle)
        where TPages : notnull => Route(HttpMethods.Get, pattern, handle, changes: false);

    /// <summary>Shows a page for what a form asks, without changing anything.</summary>
    private static DashboardRoute Ask<TPages>(string pattern, Func<TPages, DashboardRequest, Task<DashboardAnswer>> handle)
        where TPages : notnull => Route(HttpMethods.Post, pattern, handle, changes: false);

    /// <summary>Changes something.</summary>
    private static DashboardRoute Change<TPages>(string pattern, Func<TPages, DashboardRequest, Task<DashboardAnswer>> handle)
        where TPages : notnull => Route(HttpMethods.Post, pattern, handle, changes: true);

    private static DashboardRoute Route<TPages>(string method, string pattern, Func<TPages, DashboardRequest, Task<DashboardAnswer>> handle, bool changes)
        where TPages : notnull => new(method, pattern, request => handle(request.Services.GetRequiredService<TPages>(), request), changes);
}
