using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk;

/// <summary>Finds every mistake at once, each with the full key of the option.</summary>
internal sealed class DotdigitalClientOptionsValidator : IValidateOptions<DotdigitalClientOptions>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, DotdigitalClientOptions options)
    {
        var mistakes = new List<string>();
        void Require(bool holds, string key, string rule)
        {
            if (!holds)
            {
                mistakes.Add($"{options.KeyPrefix}:{key} {rule}.");
            }
        }

        void RequireAccount(string prefix, string userName, string password, Uri? endpoint)
        {
            Require(!string.IsNullOrWhiteSpace(userName), $"{prefix}{nameof(options.UserName)}", "is missing");
            Require(!string.IsNullOrEmpty(password), $"{prefix}{nameof(options.Password)}", "is missing");
            Require(endpoint is null or { IsAbsoluteUri: true }, $"{prefix}{nameof(options.Endpoint)}", "must be an absolute address, like https://r1-api.dotdigital.com");
        }

        if (options.UserName.Length > 0 || options.Password.Length > 0)
        {
            RequireAccount("", options.UserName, options.Password, options.Endpoint);
        }

        foreach (var (key, account) in options.Accounts)
        {
            RequireAccount($"{nameof(options.Accounts)}:{key}:", account.UserName, account.Password, account.Endpoint);
        }

        Require(options.RegionDiscoveryEndpoint is { IsAbsoluteUri: true }, nameof(options.RegionDiscoveryEndpoint), "must be an absolute address, like https://r1-api.dotdigital.com");
        Require(options.AllowedHosts.All(h => !string.IsNullOrWhiteSpace(h) && Uri.CheckHostName(h.StartsWith("*.", StringComparison.Ordinal) ? h[2..] : h) != UriHostNameType.Unknown), nameof(options.AllowedHosts), "must hold host names, or *. and a host name");
        Require(options.AttemptTimeout >= TimeSpan.FromSeconds(1) && options.AttemptTimeout <= Hour, nameof(options.AttemptTimeout), "must be from 1 s to 1 h");
        Require(options.MaxRetries is >= 0 and <= 20, nameof(options.MaxRetries), "must be from 0 to 20");
        Require(options.RetryBaseDelay >= TimeSpan.Zero && options.RetryBaseDelay <= Hour, nameof(options.RetryBaseDelay), "must be from 0 to 1 h");
        Require(options.RetryMaxDelay >= options.RetryBaseDelay && options.RetryMaxDelay <= Hour, nameof(options.RetryMaxDelay), $"must be from {nameof(options.RetryBaseDelay)} to 1 h");
        Require(options.MaxRateLimitWait >= TimeSpan.Zero && options.MaxRateLimitWait <= TimeSpan.FromDays(1), nameof(options.MaxRateLimitWait), "must be from 0 to 1 day");
        Require(options.HourlyCapDelay >= TimeSpan.FromSeconds(1) && options.HourlyCapDelay <= Hour, nameof(options.HourlyCapDelay), "must be from 1 s to 1 h");
        return mistakes.Count > 0 ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;
    }
}
