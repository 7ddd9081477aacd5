using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;

/// <summary>An account's form: what is shown of an account, and what was typed. Secrets go one way only: in.</summary>
internal sealed record AccountForm
{
    /// <summary>The account's id.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>Whether the account is yet to be added.</summary>
    public bool IsNew { get; init; }

    /// <summary>What people call it.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The API user.</summary>
    public string UserName { get; init; } = string.Empty;

    /// <summary>The endpoint; empty: found by itself.</summary>
    public string Endpoint { get; init; } = string.Empty;

    /// <summary>The integration token.</summary>
    public string IntegrationToken { get; init; } = string.Empty;

    /// <summary>Whether its jobs run.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Minutes between two cycles; empty: as the application has it.</summary>
    public string CycleMinutes { get; init; } = string.Empty;

    /// <summary>Minutes between two asks for batches; empty: as the application has it.</summary>
    public string StatusMinutes { get; init; } = string.Empty;

    /// <summary>The client id of single sign-on.</summary>
    public string ClientId { get; init; } = string.Empty;

    /// <summary>What a check of the connection found; null when none was made.</summary>
    public AccountCheck? Check { get; init; }

    /// <summary>A form with what an account has, without its secrets.</summary>
    public static AccountForm Of(AccountDetails account) => new()
    {
        Id = account.Id.Value,
        Name = string.Equals(account.Name, account.Id.Value, StringComparison.Ordinal) ? string.Empty : account.Name,
        UserName = account.UserName,
        Endpoint = account.Endpoint?.ToString() ?? string.Empty,
        IntegrationToken = account.IntegrationToken?.ToString() ?? string.Empty,
        IsEnabled = account.IsEnabled,
        CycleMinutes = Minutes(account.Schedule.CycleInterval),
        StatusMinutes = Minutes(account.Schedule.ExportStatusInterval),
        ClientId = account.SingleSignOnClientId ?? string.Empty,
    };

    /// <summary>A form with what was typed; secrets are not kept in it.</summary>
    public static AccountForm Of(DashboardRequest request, bool isNew) => new()
    {
        Id = request.Text("account"),
        IsNew = isNew,
        Name = request.Text("name"),
        UserName = request.Text("user-name"),
        Endpoint = request.Text("endpoint"),
        IntegrationToken = request.Text("integration-token"),
        IsEnabled = request.Flag("enabled"),
        CycleMinutes = request.Text("cycle-minutes"),
        StatusMinutes = request.Text("status-minutes"),
        ClientId = request.Text("client-id"),
    };

    /// <summary>Puts the form into settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="request">Where the secrets are; blank ones are left as they are.</param>
    public void Put(AccountSettings settings, DashboardRequest request)
    {
        settings.Name = Name;
        settings.UserName = UserName;
        settings.Password = request.Raw("password");
        settings.Endpoint = Endpoint.Length > 0 ? new Uri(Endpoint, UriKind.Absolute) : null;
        settings.IntegrationToken = IntegrationToken.Length > 0 ? Guid.Parse(IntegrationToken) : null;
        settings.IsEnabled = IsEnabled;
        settings.Schedule.CycleInterval = Interval(CycleMinutes);
        settings.Schedule.ExportStatusInterval = Interval(StatusMinutes);
        settings.SingleSignOn.ClientId = ClientId.Length > 0 ? ClientId : null;
        settings.SingleSignOn.ClientSecret = request.Raw("client-secret") is { Length: > 0 } secret ? secret : null;
    }

    /// <summary>What cannot be read of what was typed; what it means is for the account service to judge.</summary>
    public IReadOnlyList<string> FindProblems()
    {
        var problems = new List<string>();
        Require(Id.Length is > 0 and <= 64, "The id must have 1 to 64 characters.");
        Require(Endpoint.Length == 0 || Uri.TryCreate(Endpoint, UriKind.Absolute, out _), "The endpoint must be an address like https://r1-api.dotdigital.com, or be left blank to be found by itself.");
        Require(IntegrationToken.Length == 0 || Guid.TryParse(IntegrationToken, out _), "The integration token must be a GUID like 00000000-0000-0000-0000-000000000000, or be left blank.");
        Require(IsMinutes(CycleMinutes) && IsMinutes(StatusMinutes), "Intervals are minutes above 0, up to 44,640 (31 days), or blank for the application's own.");
        return problems;

        void Require(bool holds, string rule)
        {
            if (!holds)
            {
                problems.Add(rule);
            }
        }
    }

    private static bool IsMinutes(string text) => text.Length == 0 || (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 44_640);

    private static TimeSpan? Interval(string text) => text.Length == 0 ? null : TimeSpan.FromMinutes(double.Parse(text, CultureInfo.InvariantCulture));

    private static string Minutes(TimeSpan? interval) => interval?.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture) ?? string.Empty;
}
