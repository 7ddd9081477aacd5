namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>How people of the host sign in to an account's Dotdigital (rule AC-2).</summary>
public sealed class SingleSignOnSettings
{
    /// <summary>The client id that Dotdigital gave for this application; null when the account has no single sign-on.</summary>
    public string? ClientId { get; set; }

    /// <summary>Its secret. Never shown or logged; encrypted where it is stored.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Dotdigital's web application: https on a Dotdigital host, a host of <see cref="DotdigitalIntegrationOptions.SingleSignOnHosts"/> (custom domains),
    /// or loopback for the emulator. Null: found from the account's region, as <c>https://r1-app.dotdigital.com</c>.
    /// </summary>
    public Uri? AppAddress { get; set; }

    /// <summary>The client id only: the secret is never shown.</summary>
    public override string ToString() => ClientId ?? "(no single sign-on)";

    internal SingleSignOnSettings Copy() => new() { ClientId = ClientId, ClientSecret = ClientSecret, AppAddress = AppAddress };
}
