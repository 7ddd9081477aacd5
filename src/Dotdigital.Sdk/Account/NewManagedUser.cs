namespace Dotdigital.Sdk.Account;

/// <summary>A person to give access to a managed account (<c>ApiManagedUser</c>).</summary>
public sealed record NewManagedUser
{
    /// <summary>The person's email address, which they sign in with.</summary>
    public required string Email { get; init; }

    /// <summary>The first password.</summary>
    public required string Password { get; init; }

    /// <summary>What they may do.</summary>
    public required IReadOnlyList<ManagedUserPermission> Permissions { get; init; }

    /// <summary>Their first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Their last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Their mobile number.</summary>
    public string? MobileNumber { get; init; }

    /// <summary>What it is, without its secrets.</summary>
    public override string ToString() => $"{nameof(NewManagedUser)} (secrets not shown)";
}
