namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Who told of an opt-out first.</summary>
public enum OptOutOrigin
{
    /// <summary>Dotdigital.</summary>
    Dotdigital = 0,

    /// <summary>The host.</summary>
    Host = 1,
}
