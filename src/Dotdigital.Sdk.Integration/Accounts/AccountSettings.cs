using Dotdigital.Sdk.Integration.SingleSignOn;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>One connected account, under <c>Dotdigital:Accounts:{id}</c> or stored by <see cref="IAccountService"/>.</summary>
public sealed class AccountSettings
{
    /// <summary>What people call the account, at most 200 characters; empty: its id.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The API user, <c>apiuser-...@apiconnector.com</c>.</summary>
    public string UserName { get; set; } = string.Empty;

    /// <summary>Its password. Never shown or logged; encrypted where it is stored.</summary>
    public string Password { get; set; } = string.Empty;

    /// <summary>The endpoint; null to find it from account-info on region 1 (rule AC-1).</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The token of a verified integration, sent with every call.</summary>
    public Guid? IntegrationToken { get; set; }

    /// <summary>Whether the account's jobs run; true by default.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>The account's own intervals.</summary>
    public AccountSchedule Schedule { get; set; } = new();

    /// <summary>How people sign in to this account's Dotdigital.</summary>
    public SingleSignOnSettings SingleSignOn { get; set; } = new();

    /// <summary>
    /// Secrets of this account's webhooks, as set where the webhook is registered in Dotdigital, at least 16 characters each; several while one replaces another.
    /// None: webhooks of the account are refused. Stored ones win over configured ones, also for an account whose other settings are configured. Never shown or logged; encrypted where they
    /// are stored.
    /// </summary>
    public IList<string> WebhookSecrets { get; init; } = [];

    /// <summary>The user name only: the password is never shown.</summary>
    public override string ToString() => UserName;

    internal AccountSettings Copy() => new()
    {
        Name = Name,
        UserName = UserName,
        Password = Password,
        Endpoint = Endpoint,
        IntegrationToken = IntegrationToken,
        IsEnabled = IsEnabled,
        Schedule = Schedule with { },
        SingleSignOn = SingleSignOn.Copy(),
        WebhookSecrets = [.. WebhookSecrets],
    };
}
