namespace Dotdigital.Sdk.Integration.Privacy;

/// <summary>How far a person is forgotten.</summary>
public enum ForgetOutcome
{
    /// <summary>Nothing but the keyed hash is left, and Dotdigital did what was asked of it.</summary>
    Erased = 0,

    /// <summary>The address is neither stored nor exported from now on; the rest is erased by the account's next runs, once no batch carries it and Dotdigital has answered.</summary>
    Pending = 1,
}
