namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>What an account's settings must be like, wherever they come from.</summary>
internal static class AccountSettingsRules
{
    /// <summary>The fewest characters of a webhook's secret.</summary>
    public const int ShortestWebhookSecret = 16;

    /// <summary>Tells every mistake, by the setting's path within the account.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="require">Told whether a rule holds, of which setting, and what it says.</param>
    public static void Check(AccountSettings settings, Action<bool, string, string> require)
    {
        require(settings.Name.Length <= 200, nameof(settings.Name), "has at most 200 characters");
        require(!string.IsNullOrWhiteSpace(settings.UserName) && settings.UserName.Length <= 256, nameof(settings.UserName), "is missing: give the API user, apiuser-...@apiconnector.com");
        require(!string.IsNullOrEmpty(settings.Password), nameof(settings.Password), "is missing: give the API user's password");
        require(settings.Endpoint is null or { IsAbsoluteUri: true }, nameof(settings.Endpoint), "must be an absolute address like https://r1-api.dotdigital.com, or be left out");
        var schedule = settings.Schedule;
        RequireInterval(schedule.CycleInterval, nameof(schedule.CycleInterval), TimeSpan.FromSeconds(1));
        RequireInterval(schedule.ExportStatusInterval, nameof(schedule.ExportStatusInterval), TimeSpan.FromSeconds(1));
        RequireInterval(schedule.DataFieldsInterval, nameof(schedule.DataFieldsInterval), TimeSpan.Zero);
        RequireInterval(schedule.CampaignsInterval, nameof(schedule.CampaignsInterval), TimeSpan.Zero);
        RequireInterval(schedule.ReconcileInterval, nameof(schedule.ReconcileInterval), TimeSpan.Zero);
        require(
            schedule.Retention is null || (schedule.Retention >= TimeSpan.FromDays(7) && schedule.Retention <= TimeSpan.FromDays(3660)), $"Schedule:{nameof(schedule.Retention)}", "must be from 7 to 3,660 days, or be left out");
        require(schedule.ForceSync is null || Enum.IsDefined(schedule.ForceSync.Value), $"Schedule:{nameof(schedule.ForceSync)}", "must be None, VirtualOnly or Always, or be left out");
        require(
            schedule.ForceSyncTimeZone is null || TimeZoneInfo.TryFindSystemTimeZoneById(schedule.ForceSyncTimeZone, out _),
            $"Schedule:{nameof(schedule.ForceSyncTimeZone)}",
            "must be a time zone that this machine knows, like UTC or Europe/London, or be left out");
        var sso = settings.SingleSignOn;
        require(sso.ClientId is null || (!string.IsNullOrWhiteSpace(sso.ClientId) && sso.ClientId.Length <= 256), "SingleSignOn:ClientId", "has 1 to 256 characters, or is left out");
        require(sso.ClientId is null || !string.IsNullOrEmpty(sso.ClientSecret), "SingleSignOn:ClientSecret", "is missing: give the secret that belongs to the client id");
        require(sso.AppAddress is null or { IsAbsoluteUri: true }, "SingleSignOn:AppAddress", "must be an absolute address like https://r1-app.dotdigital.com, or be left out");

        require(settings.WebhookSecrets.All(static secret => secret?.Length >= ShortestWebhookSecret), "WebhookSecrets", $"need at least {ShortestWebhookSecret} characters each; Dotdigital recommends 36");

        void RequireInterval(TimeSpan? value, string key, TimeSpan least) =>
            require(value is null || (value >= least && value <= TimeSpan.FromDays(31)), $"Schedule:{key}", $"must be from {least} to 31 days, or be left out");
    }
}
