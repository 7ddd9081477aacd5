using Dotdigital.Sdk.Integration.DataFields;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A data field of an account (BEHAVIOUR section 8). Key: account + <see cref="Name"/>, ignoring case.</summary>
public sealed record DataFieldRecord
{
    /// <summary>Its name, 1 to 20 of <c>[A-Za-z0-9_-]</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its type.</summary>
    public required DataFieldType Type { get; init; }

    /// <summary>Visibility in Dotdigital's spelling.</summary>
    public string? Visibility { get; init; }

    /// <summary>The default in canonical text, or null.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>Whether it came with the account: it cannot be deleted (rule DF-3).</summary>
    public bool IsSystem { get; init; }

    /// <summary>The host's own notes, which Dotdigital does not know; null for none.</summary>
    public string? Notes { get; init; }
}
