namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>Where an account's settings come from.</summary>
public enum AccountOrigin
{
    /// <summary>The configuration alone.</summary>
    Configuration = 0,

    /// <summary>The store alone.</summary>
    Store = 1,

    /// <summary>The store, over the configuration.</summary>
    StoreOverConfiguration = 2,
}
