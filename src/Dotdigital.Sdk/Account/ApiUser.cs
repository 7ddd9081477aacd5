namespace Dotdigital.Sdk.Account;

/// <summary>An API user of a managed account (<c>ApiUser</c>).</summary>
public sealed record ApiUser
{
    /// <summary>Its user name (<c>apiuser-…@apiconnector.com</c>).</summary>
    public string? Email { get; init; }

    /// <summary>Its password, where the API answers with it.</summary>
    public string? Password { get; init; }

    /// <summary>Whether it may send transactional email.</summary>
    public bool IsTransactionalEmailUser { get; init; }

    /// <summary>Whether its calls are limited by tier.</summary>
    public bool IsTieredRateLimitedApiUser { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>What it is, without its secrets.</summary>
    public override string ToString() => $"{nameof(ApiUser)} (secrets not shown)";
}
