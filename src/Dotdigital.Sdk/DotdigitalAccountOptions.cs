namespace Dotdigital.Sdk;

/// <summary>How to reach one Dotdigital account.</summary>
public sealed class DotdigitalAccountOptions
{
    /// <summary>The name of the account configured directly on <see cref="DotdigitalClientOptions"/>.</summary>
    public const string DefaultName = "default";

    /// <summary>The host's name for the account, seen in logs, metrics and errors.</summary>
    public string Name { get; set; } = DefaultName;

    /// <summary>The API user, for example <c>apiuser-0123456789ab@apiconnector.com</c>.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The API user's password. Never logged, and never part of an error.</summary>
    public string Password { get; set; } = "";

    /// <summary>The API host, for example <c>https://r1-api.dotdigital.com</c>; <see langword="null"/> to find it from account-info (AC-1).</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The token of a verified integration, sent as <c>x-ddg-integration-token</c> with every call.</summary>
    public Guid? IntegrationToken { get; set; }

    /// <summary>The account without its password.</summary>
    public override string ToString() => $"{Name} ({Endpoint?.Host ?? "region to be found"}, password not shown)";

    internal DotdigitalAccountOptions Copy() => new()
    {
        Name = Name,
        UserName = UserName,
        Password = Password,
        Endpoint = Endpoint,
        IntegrationToken = IntegrationToken,
    };
}
