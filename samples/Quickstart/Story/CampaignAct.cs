using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Control;

namespace Quickstart.Story;

/// <summary>A marketer sends a campaign; people open, click, bounce and unsubscribe, and one is suppressed. All of it on Dotdigital's side.</summary>
internal sealed class CampaignAct : IAct
{
    public const string Campaign = "Spring, at last!";

    public string Name => "a campaign is sent";

    public Task<string> PlayAsync(StoryContext story, CancellationToken cancellationToken)
    {
        var dotdigital = story.Dotdigital;
        story.Emulator.Clock.Advance(TimeSpan.FromHours(2));
        if (Find(dotdigital) is not { } campaign)
        {
            dotdigital.CreateCampaign(Campaign);
            campaign = Find(dotdigital)!;
        }

        if (campaign.Sent is null)
        {
            dotdigital.SendCampaign(campaign.Id, story.BookId);
            campaign = Find(dotdigital)!;
        }

        var reactions = CampaignReactions.Of(campaign.Recipients);
        foreach (var email in reactions.Opens.Skip(campaign.Opens))
        {
            dotdigital.Open(campaign.Id, email);
        }

        foreach (var (email, url) in reactions.Clicks.Skip(campaign.Clicks))
        {
            dotdigital.Click(campaign.Id, email, url);
        }

        OptOut(dotdigital, campaign.Id, story.BookId, reactions);
        return Task.FromResult(
            $"{campaign.Recipients.Count:N0} recipients: {reactions.Opens.Count:N0} opens, {reactions.Clicks.Count:N0} clicks, "
            + $"{reactions.SoftBounces.Count + reactions.HardBounces.Count:N0} bounces, {reactions.UnsubscribesFromBook.Count + reactions.UnsubscribesFromAccount.Count:N0} unsubscribes");
    }

    public static EmulatedCampaign? Find(EmulatedAccount dotdigital) => dotdigital.Campaigns.FirstOrDefault(campaign => campaign.Name == Campaign);

    /// <summary>Each of these may be done twice.</summary>
    private static void OptOut(EmulatedAccount dotdigital, int campaignId, int bookId, CampaignReactions reactions)
    {
        foreach (var email in reactions.SoftBounces)
        {
            dotdigital.SoftBounce(email, campaignId);
        }

        foreach (var email in reactions.HardBounces)
        {
            dotdigital.HardBounce(email, campaignId);
        }

        foreach (var email in reactions.UnsubscribesFromBook)
        {
            dotdigital.Unsubscribe(email, bookId, campaignId);
        }

        foreach (var email in reactions.UnsubscribesFromAccount)
        {
            dotdigital.Unsubscribe(email, campaignId: campaignId);
        }

        dotdigital.Suppress(reactions.Suppressed, EmulatedStatus.Suppressed);
    }
}
