using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk;

/// <summary>
/// Reads the options from configuration key by key: without reflection, and so that a mistyped key or value is a mistake with its full path
/// instead of being ignored. Values are never part of the message: one of them is the password.
/// </summary>
internal sealed class DotdigitalClientConfiguration(IConfiguration configuration) : IConfigureOptions<DotdigitalClientOptions>
{
    public void Configure(DotdigitalClientOptions options)
    {
        if (configuration is IConfigurationSection { Path: { Length: > 0 } path })
        {
            options.KeyPrefix = path;
        }

        var mistakes = new List<string>();
        foreach (var entry in configuration.GetChildren())
        {
            if (!Read(entry, options, mistakes))
            {
                mistakes.Add($"{entry.Path} is not an option of the Dotdigital client: a mistyped key?");
            }
        }

        if (mistakes.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(DotdigitalClientOptions), mistakes);
        }
    }

    private static bool Read(IConfigurationSection entry, DotdigitalClientOptions options, List<string> mistakes)
    {
        switch (entry.Key.ToUpperInvariant())
        {
            case "USERNAME":
                options.UserName = entry.Value ?? "";
                return true;
            case "PASSWORD":
                options.Password = entry.Value ?? "";
                return true;
            case "ENDPOINT":
                options.Endpoint = Address(entry, mistakes);
                return true;
            case "INTEGRATIONTOKEN":
                options.IntegrationToken = Token(entry, mistakes);
                return true;
            case "REGIONDISCOVERYENDPOINT":
                options.RegionDiscoveryEndpoint = Address(entry, mistakes) ?? options.RegionDiscoveryEndpoint;
                return true;
            case "ALLOWLOOPBACK":
                options.AllowLoopback = Parse(entry, mistakes, "true or false", options.AllowLoopback, bool.TryParse);
                return true;
            case "MAXRETRIES":
                options.MaxRetries = Parse(entry, mistakes, "a whole number", options.MaxRetries, TryParseInt);
                return true;
            case "ATTEMPTTIMEOUT":
                options.AttemptTimeout = Duration(entry, mistakes, options.AttemptTimeout);
                return true;
            case "RETRYBASEDELAY":
                options.RetryBaseDelay = Duration(entry, mistakes, options.RetryBaseDelay);
                return true;
            case "RETRYMAXDELAY":
                options.RetryMaxDelay = Duration(entry, mistakes, options.RetryMaxDelay);
                return true;
            case "MAXRATELIMITWAIT":
                options.MaxRateLimitWait = Duration(entry, mistakes, options.MaxRateLimitWait);
                return true;
            case "HOURLYCAPDELAY":
                options.HourlyCapDelay = Duration(entry, mistakes, options.HourlyCapDelay);
                return true;
            case "ALLOWEDHOSTS":
                AddHosts(entry, options);
                return true;
            case "ACCOUNTS":
                ReadAccounts(entry, options, mistakes);
                return true;
            default:
                return false;
        }
    }

    private static void AddHosts(IConfigurationSection entry, DotdigitalClientOptions options)
    {
        foreach (var host in entry.GetChildren().Select(h => h.Value).OfType<string>())
        {
            if (!options.AllowedHosts.Contains(host))
            {
                options.AllowedHosts.Add(host);
            }
        }
    }

    private static void ReadAccounts(IConfigurationSection accounts, DotdigitalClientOptions options, List<string> mistakes)
    {
        foreach (var section in accounts.GetChildren())
        {
            var account = options.Accounts[section.Key] = new() { Name = section.Key };
            foreach (var entry in section.GetChildren())
            {
                switch (entry.Key.ToUpperInvariant())
                {
                    case "USERNAME":
                        account.UserName = entry.Value ?? "";
                        break;
                    case "PASSWORD":
                        account.Password = entry.Value ?? "";
                        break;
                    case "ENDPOINT":
                        account.Endpoint = Address(entry, mistakes);
                        break;
                    case "INTEGRATIONTOKEN":
                        account.IntegrationToken = Token(entry, mistakes);
                        break;
                    default:
                        mistakes.Add($"{entry.Path} is not an option of a Dotdigital account: a mistyped key?");
                        break;
                }
            }
        }
    }

    private static Uri? Address(IConfigurationSection entry, List<string> mistakes) =>
        Parse<Uri?>(entry, mistakes, "an absolute address, like https://r1-api.dotdigital.com", null, static (string? text, out Uri? uri) => Uri.TryCreate(text, UriKind.Absolute, out uri));

    private static Guid? Token(IConfigurationSection entry, List<string> mistakes) =>
        string.IsNullOrWhiteSpace(entry.Value) ? null : Parse<Guid>(entry, mistakes, "a GUID", default, Guid.TryParse);

    private static TimeSpan Duration(IConfigurationSection entry, List<string> mistakes, TimeSpan fallback) =>
        Parse(entry, mistakes, "a duration, like 00:02:01", fallback, static (string? text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value));

    private static bool TryParseInt(string? text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static T Parse<T>(IConfigurationSection entry, List<string> mistakes, string rule, T fallback, TryParse<T> tryParse)
    {
        if (string.IsNullOrWhiteSpace(entry.Value) && !entry.GetChildren().Any())
        {
            return fallback;
        }

        if (tryParse(entry.Value, out var value))
        {
            return value;
        }

        mistakes.Add($"{entry.Path} must be {rule}.");
        return fallback;
    }

    private delegate bool TryParse<T>(string? text, out T value);
}
