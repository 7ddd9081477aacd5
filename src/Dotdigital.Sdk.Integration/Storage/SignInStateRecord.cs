namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A person has been sent to Dotdigital to sign in and has not come back yet (rule AC-2).</summary>
public sealed record SignInStateRecord
{
    /// <summary>The part of the state that finds it; unguessable.</summary>
    public required string Id { get; init; }

    /// <summary>The SHA-256 of the part that proves it, in hexadecimal: reading the store is not enough to use it.</summary>
    public required string ProofHash { get; init; }

    /// <summary>The person, by the host's id.</summary>
    public required string User { get; init; }

    /// <summary>Where Dotdigital was told to send the person back to.</summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Nothing of it: it is a key.</summary>
    public override string ToString() => nameof(SignInStateRecord);
}
