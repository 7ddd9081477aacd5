namespace Dotdigital.Sdk.ContactsV3;

/// <summary>Why a contact, or a part of it, was refused.</summary>
public sealed record ContactV3FailureReason
{
    /// <summary>The code, for example <c>invalidEmail</c>.</summary>
    public string? FailureCode { get; init; }

    /// <summary>The reason in words.</summary>
    public string? Description { get; init; }
}
