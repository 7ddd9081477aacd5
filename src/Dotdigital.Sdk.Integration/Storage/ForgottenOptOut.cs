namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>What is known of the no of a person who was forgotten (rules OP-3, PR-1): it must reach Dotdigital, though nothing else of the person is kept.</summary>
public enum ForgottenOptOut
{
    /// <summary>The person said none that Dotdigital has not heard.</summary>
    None = 0,

    /// <summary>Dotdigital is told before the address is erased.</summary>
    ToTell = 1,

    /// <summary>Dotdigital was told; it is not told again.</summary>
    Told = 2,
}
