namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>One account that the emulator serves.</summary>
public sealed class EmulatorAccountOptions
{
    /// <summary>The name tests and the control API know the account by; never on the Dotdigital wire.</summary>
    public string Name { get; set; } = "main";

    /// <summary>The API user. Default <c>apiuser-{name}@apiconnector.com</c>.</summary>
    public string? UserName { get; set; }

    /// <summary>The API user's password. Default <c>emulator</c>.</summary>
    public string Password { get; set; } = "emulator";

    /// <summary>The client id with which an application signs people in to this account. Default <c>client-{name}</c>.</summary>
    public string? SignInClientId { get; set; }

    /// <summary>Its secret. Default <c>emulator-client</c>.</summary>
    public string SignInClientSecret { get; set; } = "emulator-client";

    /// <summary>
    /// What account-info gives as <c>ApiEndpoint</c>. Null: the emulator's own base address. Anything else: the account is
    /// of another region, so every operation but account-info answers 403 here.
    /// </summary>
    public Uri? ApiEndpoint { get; set; }

    /// <summary>The account's language, which names the system data fields: <c>en</c> (default), <c>de</c> or <c>nl</c>.</summary>
    public string Locale { get; set; } = "en";

    /// <summary>How many calls a minute the account may make; null takes the emulator's.</summary>
    public RateLimitOptions? RateLimits { get; set; }

    internal string EffectiveClientId => SignInClientId ?? $"client-{Name}";

    internal string EffectiveUserName => UserName ?? $"apiuser-{Name}@apiconnector.com";
}
