using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Tests.Events;

/// <summary>A host that creates campaigns of its own and takes pages of activity.</summary>
internal sealed class TestCampaignHost : ICampaignHost, IMarketingActivityHandler
{
    public List<CampaignFirstSent> Asked { get; } = [];

    public List<MarketingActivityPage> Pages { get; } = [];

    public int RefusePages { get; set; }

    public bool RefusesCampaigns { get; set; }

    public IEnumerable<MarketingActivity> Activities => Pages.SelectMany(static page => page.Activities);

    public void AddTo(DotdigitalIntegrationBuilder builder)
    {
        builder.Services.AddSingleton<ICampaignHost>(this);
        builder.Services.AddSingleton<IMarketingActivityHandler>(this);
    }

    public Task<HostCampaign> CreateAsync(CampaignFirstSent campaign, CancellationToken cancellationToken)
    {
        Asked.Add(campaign);
        return RefusesCampaigns
            ? throw new InvalidOperationException("Not now.")
            : Task.FromResult(new HostCampaign($"e{campaign.CampaignId}", $"m{campaign.CampaignId}"));
    }

    public Task HandleAsync(MarketingActivityPage page, CancellationToken cancellationToken)
    {
        Pages.Add(page);
        return RefusePages-- > 0 ? throw new InvalidOperationException("The host is full.") : Task.CompletedTask;
    }
}
