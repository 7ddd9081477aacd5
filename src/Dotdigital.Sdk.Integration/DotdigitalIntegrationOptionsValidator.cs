using Dotdigital.Sdk.Integration.Accounts;
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
            AccountSettingsRules.Check(account, (holds, key, rule) => Require(holds, $"Accounts:{id}:{key}", rule));
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
        RequireTime(options.LongReadSlice, nameof(options.LongReadSlice), TimeSpan.Zero, TimeSpan.FromHours(24));
        Require(options.RemovalGuardPercent is >= 1 and <= 100, nameof(options.RemovalGuardPercent), "must be from 1 to 100");
        Require(options.RemovalGuardMembers >= 0, nameof(options.RemovalGuardMembers), "must be 0 or more");
        Require(Enum.IsDefined(options.ForceSync), nameof(options.ForceSync), "must be None, VirtualOnly or Always");
        Require(TimeZoneInfo.TryFindSystemTimeZoneById(options.ForceSyncTimeZone, out _), nameof(options.ForceSyncTimeZone), "must be a time zone that this machine knows, like UTC or Europe/London");
        RequireTime(options.HandlerTimeout, nameof(options.HandlerTimeout), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        RequireTime(options.DeliveryTime, nameof(options.DeliveryTime), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Require(options.MaxWebhookBytes is >= 10_000 and <= 100_000_000, nameof(options.MaxWebhookBytes), "must be from 10,000 to 100,000,000");
        Require(options.MaxBatchRows is >= 1 and <= 10_000, nameof(options.MaxBatchRows), "must be from 1 to 10,000");
        Require(options.MaxBatchBytes is >= 100_000 and <= 10_000_000, nameof(options.MaxBatchBytes), "must be from 100,000 to 10,000,000");
        Require(options.MaxRemovalRows is >= 1 and <= 10_000, nameof(options.MaxRemovalRows), "must be from 1 to 10,000");
        Require(Enum.IsDefined(options.Transport), nameof(options.Transport), "must be Csv or Json");
        Require(Enum.IsDefined(options.ContactsRead), nameof(options.ContactsRead), "must be V3 or V2");
        Require(options.SingleSignOnHosts.All(static host => Uri.CheckHostName(host) != UriHostNameType.Unknown), nameof(options.SingleSignOnHosts), "must hold host names");
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
