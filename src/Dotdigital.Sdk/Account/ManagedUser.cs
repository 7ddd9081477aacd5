namespace Dotdigital.Sdk.Account;

/// <summary>A person with access to a managed account (<c>ApiManagedUser</c>).</summary>
public sealed record ManagedUser
{
    /// <summary>The person's email address.</summary>
    public string? Email { get; init; }

    /// <summary>The password, where the API answers with it.</summary>
    public string? Password { get; init; }

    /// <summary>What they may do.</summary>
    public IReadOnlyList<ManagedUserPermission> Permissions { get; init => field = value ?? []; } = [];

    /// <summary>Their first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Their last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Their mobile number.</summary>
    public string? MobileNumber { get; init; }

    /// <summary>What it is, without its secrets.</summary>
    public override string ToString() => $"{nameof(ManagedUser)} (secrets not shown)";
}
