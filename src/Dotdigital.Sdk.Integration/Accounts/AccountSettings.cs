namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>One connected account, under <c>Dotdigital:Accounts:{id}</c>.</summary>
public sealed class AccountSettings
{
    /// <summary>The API user, <c>apiuser-...@apiconnector.com</c>.</summary>
    public string UserName { get; set; } = string.Empty;

    /// <summary>Its password.</summary>
    public string Password { get; set; } = string.Empty;

    /// <summary>The endpoint; null to find it from account-info on region 1 (rule AC-1).</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The token of a verified integration, sent with every call.</summary>
    public Guid? IntegrationToken { get; set; }

    /// <summary>Whether the account's jobs run; true by default.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>The user name only: the password is never shown.</summary>
    public override string ToString() => UserName;
}
