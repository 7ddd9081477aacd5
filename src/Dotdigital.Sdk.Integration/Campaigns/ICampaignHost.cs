using Dotdigital.Sdk.Integration.Events;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>
/// Creates the host's own campaigns for Dotdigital's (rule IM-2). Register one with <c>AddCampaignHost</c>; a host that creates them elsewhere answers
/// through <see cref="ICampaignLinks.AnswerAsync"/>.
/// </summary>
public interface ICampaignHost
{
    /// <summary>
    /// Creates an email campaign and a marketing campaign for a campaign that was first seen sent, with the same name and the given code. Asked until
    /// it answers, with growing delays; a kill between the answer and its storing asks again, so look up <see cref="CampaignFirstSent.CampaignId"/> before
    /// you create. Made in a scope of its own for each question.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancelled when the host stops, or when <see cref="DotdigitalIntegrationOptions.HandlerTimeout"/> is over.</param>
    /// <returns>The ids of what was created, or was there already.</returns>
    Task<HostCampaign> CreateAsync(CampaignFirstSent campaign, CancellationToken cancellationToken);
}
