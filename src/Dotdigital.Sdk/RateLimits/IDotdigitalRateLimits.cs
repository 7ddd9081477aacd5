namespace Dotdigital.Sdk.RateLimits;

/// <summary>What this process knows of the rate limits of its accounts, from Dotdigital's own answers; asking costs no call. Safe for use from many threads.</summary>
public interface IDotdigitalRateLimits
{
    /// <summary>The rate limits of every account that this process has made a client for, by the account's name, then by API user.</summary>
    IReadOnlyList<AccountRateLimits> GetAll();

    /// <summary>Those of one account; one entry for each API user that was used under its name, empty while there was none.</summary>
    /// <param name="accountName">The host's name for the account.</param>
    IReadOnlyList<AccountRateLimits> Get(string accountName);
}
