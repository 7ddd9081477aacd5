using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration;

/// <summary>Checks the settings at start and reports every mistake at once, by the full key.</summary>
internal sealed class DotdigitalIntegrationOptionsValidator : IValidateOptions<DotdigitalIntegrationOptions>
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    public ValidateOptionsResult Validate(string? name, DotdigitalIntegrationOptions options)
    {
        var mistakes = new List<string>();
        foreach (var (id, account) in options.Accounts)
        {
            Require(id.Trim().Length is > 0 and <= 64 && id.Trim().Length == id.Length, "Accounts", "needs account ids of 1 to 64 characters, without spaces at their ends");
            Require(!string.IsNullOrWhiteSpace(account.UserName), $"Accounts:{id}:UserName", "is missing: give the API user, apiuser-...@apiconnector.com");
            Require(!string.IsNullOrEmpty(account.Password), $"Accounts:{id}:Password", "is missing: give the API user's password");
            Require(account.Endpoint is null or { IsAbsoluteUri: true }, $"Accounts:{id}:Endpoint", "must be an absolute address like https://r1-api.dotdigital.com, or be left out");
        }

        RequireTime(options.CycleInterval, nameof(options.CycleInterval), TimeSpan.FromSeconds(1), Month);
        RequireTime(options.ExportStatusInterval, nameof(options.ExportStatusInterval), TimeSpan.FromSeconds(1), Month);
        RequireTime(options.TrackedChangesInterval, nameof(options.TrackedChangesInterval), TimeSpan.FromSeconds(1), Month);
        RequireTime(options.DataFieldsInterval, nameof(options.DataFieldsInterval), TimeSpan.Zero, Month);
        RequireTime(options.CampaignsInterval, nameof(options.CampaignsInterval), TimeSpan.Zero, Month);
        RequireTime(options.ReconcileInterval, nameof(options.ReconcileInterval), TimeSpan.Zero, Month);
        RequireTime(options.Retention, nameof(options.Retention), TimeSpan.FromDays(7), TimeSpan.FromDays(3660));
        RequireTime(options.ContactsOverlap, nameof(options.ContactsOverlap), TimeSpan.Zero, Month);
        RequireTime(options.OptOutsOverlap, nameof(options.OptOutsOverlap), TimeSpan.Zero, Month);
        RequireTime(options.ActivitiesOverlap, nameof(options.ActivitiesOverlap), TimeSpan.Zero, Month);
        RequireTime(options.RecentCampaigns, nameof(options.RecentCampaigns), TimeSpan.Zero, TimeSpan.FromDays(366));
        RequireTime(options.LeaseDuration, nameof(options.LeaseDuration), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Require(options.MaxBatchRows is >= 1 and <= 10_000, nameof(options.MaxBatchRows), "must be from 1 to 10,000");
        Require(options.MaxBatchBytes is >= 100_000 and <= 10_000_000, nameof(options.MaxBatchBytes), "must be from 100,000 to 10,000,000");
        Require(options.MaxRemovalRows is >= 1 and <= 10_000, nameof(options.MaxRemovalRows), "must be from 1 to 10,000");
        Require(Enum.IsDefined(options.Transport), nameof(options.Transport), "must be Csv or Json");
        Require(Enum.IsDefined(options.ContactsRead), nameof(options.ContactsRead), "must be V3 or V2");
        return mistakes.Count > 0 ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;

        void Require(bool holds, string key, string rule)
        {
            if (!holds)
            {
                mistakes.Add($"Dotdigital:{key} {rule}.");
            }
        }

        void RequireTime(TimeSpan value, string key, TimeSpan least, TimeSpan most) =>
            Require(value >= least && value <= most, key, $"must be from {least} to {most}");
    }
}
