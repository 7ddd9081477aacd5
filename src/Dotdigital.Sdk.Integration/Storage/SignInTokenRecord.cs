namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A person's encrypted refresh token.</summary>
public sealed record SignInTokenRecord
{
    /// <summary>The person, by the host's id.</summary>
    public required string User { get; init; }

    /// <summary>The ciphertext.</summary>
    public required string ProtectedToken { get; init; }

    /// <summary>When the person connected.</summary>
    public required DateTimeOffset ConnectedAt { get; init; }

    /// <summary>Nothing of it: it is a key.</summary>
    public override string ToString() => nameof(SignInTokenRecord);
}
