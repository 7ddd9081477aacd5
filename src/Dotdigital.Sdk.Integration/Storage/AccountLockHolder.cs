namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The holder of an account's lock, as its row says.</summary>
/// <param name="Lease">Its lease.</param>
/// <param name="LapsesAt">When the lease lapses unless renewed, by the store's clock.</param>
public sealed record AccountLockHolder(AccountLease Lease, DateTimeOffset LapsesAt)
{
    /// <summary>Whether it has lapsed by the store's clock: the holder died, or is paused.</summary>
    public bool HasLapsed { get; init; }
}
