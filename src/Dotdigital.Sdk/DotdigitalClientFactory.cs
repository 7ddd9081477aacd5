using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.RateLimits;

namespace Dotdigital.Sdk;

internal sealed class DotdigitalClientFactory(PipelineServices services, RateLimitBook rateLimits) : IDotdigitalClientFactory
{
    public IDotdigitalClient Create(string accountName = DotdigitalAccountOptions.DefaultName) => Create(Find(accountName));

    public IDotdigitalClient Create(DotdigitalAccountOptions account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var copy = account.Copy();
        if (string.IsNullOrWhiteSpace(copy.Name) || string.IsNullOrWhiteSpace(copy.UserName) || string.IsNullOrEmpty(copy.Password))
        {
            throw new ArgumentException($"Account '{copy.Name}' needs {nameof(copy.Name)}, {nameof(copy.UserName)} and {nameof(copy.Password)}.", nameof(account));
        }

        var endpoint = copy.Endpoint is null ? null : services.Endpoints.Check(copy.Name, copy.Endpoint);
        var state = rateLimits.GetState(copy.Name, copy.UserName.Trim(), KeyOf(copy.UserName, endpoint));
        return new DotdigitalClient(new(new(copy, endpoint, state), services));
    }

    // Rate limits belong to the API user, however its host was found; only an emulator may know the same user as another one.
    private static string KeyOf(string userName, Uri? endpoint) => endpoint is { IsLoopback: true } ? $"{userName.Trim()} {endpoint.Authority}" : userName.Trim();

    private DotdigitalAccountOptions Find(string accountName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountName);
        var options = services.Options;
        if (options.Accounts.TryGetValue(accountName, out var account))
        {
            var named = account.Copy();
            named.Name = accountName;
            return named;
        }

        return accountName.Equals(DotdigitalAccountOptions.DefaultName, StringComparison.OrdinalIgnoreCase) && options.UserName.Length > 0
            ? new() { UserName = options.UserName, Password = options.Password, Endpoint = options.Endpoint, IntegrationToken = options.IntegrationToken }
            : throw new ArgumentException($"No Dotdigital account is configured under the name '{accountName}'.", nameof(accountName));
    }
}
