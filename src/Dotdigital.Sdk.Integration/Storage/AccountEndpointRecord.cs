using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>What account-info told of an account (rule AC-1), so that a restart costs no call; and which Dotdigital account the stored state is of.</summary>
public sealed record AccountEndpointRecord
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The API user that asked: another one may be of another region, or of another Dotdigital account.</summary>
    public required string UserName { get; init; }

    /// <summary>The endpoint of its region; null after it refused the account, to be asked for again.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Dotdigital's own id of the account; 0 when not told.</summary>
    public int RemoteId { get; init; }
}
