namespace Dotdigital.Sdk.Integration.Secrets;

/// <summary>What a secret opens.</summary>
public enum SecretKind
{
    /// <summary>The API user's password.</summary>
    ApiPassword = 0,

    /// <summary>The client secret of single sign-on.</summary>
    SingleSignOnClientSecret = 1,

    /// <summary>A person's refresh token of single sign-on.</summary>
    SingleSignOnRefreshToken = 2,

    /// <summary>The secrets of the account's webhooks, all in one.</summary>
    WebhookSecrets = 3,
}
