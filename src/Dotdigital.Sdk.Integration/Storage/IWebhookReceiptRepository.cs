namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Which events of webhooks the unit's account has received, so that one that comes again is not taken twice.</summary>
public interface IWebhookReceiptRepository
{
    /// <summary>Stores receipts of events that have none yet.</summary>
    /// <returns>Those that had none: of any number of callers, in any process, whose units commit, exactly one is given each.</returns>
    Task<IReadOnlySet<Guid>> AddAsync(IReadOnlyCollection<Guid> eventIds, DateTimeOffset receivedAt, CancellationToken cancellationToken);

    /// <summary>Forgets receipts from before <paramref name="before"/>, oldest first, at most <paramref name="take"/> (retention).</summary>
    /// <returns>How many.</returns>
    Task<int> DeleteAsync(DateTimeOffset before, int take, CancellationToken cancellationToken);
}
