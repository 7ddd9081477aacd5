using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Keeps the host's answers and merges. Writes without a lease, so that it never waits for a run to end.</summary>
internal sealed class CampaignLinks(ISyncStore store, TimeProvider time) : ICampaignLinks
{
    private const int MaxIdLength = 200;

    public async Task<IReadOnlyList<CampaignLink>> GetAllAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(unit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same in a unit that is open already.</summary>
    public static async Task<IReadOnlyList<CampaignLink>> ReadAsync(IUnitOfWork unit, CancellationToken cancellationToken)
    {
        var links = (await unit.CampaignLinks.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static link => link.CampaignId);
        var merges = new MarketingCampaignMerges(await unit.CampaignLinks.GetMergesAsync(cancellationToken).ConfigureAwait(false));
        var campaigns = (await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false)).Where(campaign => campaign.IsAnnounced || links.ContainsKey(campaign.Id));
        return
        [
            .. campaigns.Select(campaign =>
            {
                var link = links.GetValueOrDefault(campaign.Id);
                return new CampaignLink
                {
                    CampaignId = campaign.Id,
                    Name = campaign.Name,
                    Code = CampaignCode.For(campaign.Name, campaign.Id),
                    Answer = link is null ? null : new HostCampaign(link.EmailCampaignId, link.MarketingCampaignId),
                    MarketingCampaignId = merges.Resolve(link?.MarketingCampaignId),
                    AnsweredAt = link?.AnsweredAt,
                };
            }),
        ];
    }

    public async Task AnswerAsync(AccountId account, int campaignId, HostCampaign answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        if (!(await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false)).Any(campaign => campaign.Id == campaignId))
        {
            throw new CampaignLinkException(account, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"campaign {campaignId} is not stored; answer about campaigns of connected address books."));
        }

        await unit.CampaignLinks.SaveAsync([ToRecord(campaignId, answer, time.GetUtcNow())], cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task MergeAsync(AccountId account, string fromMarketingCampaignId, string intoMarketingCampaignId, CancellationToken cancellationToken)
    {
        CheckId(fromMarketingCampaignId, nameof(fromMarketingCampaignId));
        CheckId(intoMarketingCampaignId, nameof(intoMarketingCampaignId));
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);

        // A write that changes nothing takes the turn to write: two merges at once cannot make a circle.
        await unit.ListItems.DeleteAsync(string.Empty, [], cancellationToken).ConfigureAwait(false);
        var merges = await unit.CampaignLinks.GetMergesAsync(cancellationToken).ConfigureAwait(false);
        var known = await unit.CampaignLinks.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var followed = new MarketingCampaignMerges(merges);
        var target = followed.Resolve(intoMarketingCampaignId)!;
        if (merges.FirstOrDefault(merge => IsSame(merge.FromId, fromMarketingCampaignId)) is { } earlier)
        {
            if (IsSame(followed.Resolve(fromMarketingCampaignId), target))
            {
                return;
            }

            throw new CampaignLinkException(account, $"marketing campaign '{fromMarketingCampaignId}' was merged into '{earlier.IntoId}' already; merge that one.");
        }

        if (IsSame(target, fromMarketingCampaignId))
        {
            throw new CampaignLinkException(account, $"marketing campaign '{intoMarketingCampaignId}' ends in '{fromMarketingCampaignId}' itself; merge the other way round.");
        }

        if (!known.Any(link => IsSame(link.MarketingCampaignId, fromMarketingCampaignId)) && !merges.Any(merge => IsSame(merge.IntoId, fromMarketingCampaignId)))
        {
            throw new CampaignLinkException(account, $"no campaign was answered with marketing campaign '{fromMarketingCampaignId}'; check the id, or answer first.");
        }

        await unit.CampaignLinks.SaveMergesAsync(
            [new CampaignMergeRecord { FromId = fromMarketingCampaignId, IntoId = intoMarketingCampaignId, At = time.GetUtcNow() }], cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<CampaignMergeRecord>> GetMergesAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        return await unit.CampaignLinks.GetMergesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The answer as it is stored.</summary>
    /// <exception cref="ArgumentException">An id is blank or too long.</exception>
    public static CampaignLinkRecord ToRecord(int campaignId, HostCampaign answer, DateTimeOffset at)
    {
        CheckOptionalId(answer.EmailCampaignId, nameof(answer));
        CheckOptionalId(answer.MarketingCampaignId, nameof(answer));
        return new CampaignLinkRecord { CampaignId = campaignId, EmailCampaignId = answer.EmailCampaignId, MarketingCampaignId = answer.MarketingCampaignId, AnsweredAt = at };
    }

    private static void CheckOptionalId(string? id, string argument)
    {
        if (id is not null)
        {
            CheckId(id, argument);
        }
    }

    private static void CheckId(string id, string argument)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, argument);
        if (id.Length > MaxIdLength)
        {
            throw new ArgumentException("An id of the host's campaigns has at most 200 characters.", argument);
        }
    }

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
