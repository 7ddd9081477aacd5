using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Asks the host for its campaigns and stores the answer; a campaign that has one is not asked about again (rule IM-2).</summary>
internal sealed class CampaignHostAsker(IServiceScopeFactory scopes)
{
    /// <summary>Asks, when the host answers questions and has not answered this one.</summary>
    public async Task AskAsync(AccountRun run, CampaignFirstSent campaign, CancellationToken cancellationToken)
    {
        if (await IsAnsweredAsync(run, campaign.CampaignId, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (await HandlerCall.RunAsync(run, token => CreateAsync(campaign, token), cancellationToken).ConfigureAwait(false) is not { } answer)
        {
            return;
        }

        var link = CampaignLinks.ToRecord(campaign.CampaignId, answer, run.Time.GetUtcNow());
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        if ((await unit.CampaignLinks.FindAsync([campaign.CampaignId], cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            await unit.CampaignLinks.SaveAsync([link], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<bool> IsAnsweredAsync(AccountRun run, int campaignId, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        return (await unit.CampaignLinks.FindAsync([campaignId], cancellationToken).ConfigureAwait(false)).Count > 0;
    }

    private async Task<HostCampaign?> CreateAsync(CampaignFirstSent campaign, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetService<ICampaignHost>() is { } host ? await host.CreateAsync(campaign, cancellationToken).ConfigureAwait(false) : null;
    }
}
