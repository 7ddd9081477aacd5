namespace Dotdigital.Sdk.Account;

/// <summary>An API user to create for a managed account (<c>ApiUser</c>).</summary>
public sealed record NewApiUser
{
    /// <summary>Its password.</summary>
    public required string Password { get; init; }

    /// <summary>Whether it may send transactional email.</summary>
    public bool? IsTransactionalEmailUser { get; init; }

    /// <summary>Whether its calls are limited by tier, as verified integrations need.</summary>
    public bool? IsTieredRateLimitedApiUser { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>What it is, without its secrets.</summary>
    public override string ToString() => $"{nameof(NewApiUser)} (secrets not shown)";
}
