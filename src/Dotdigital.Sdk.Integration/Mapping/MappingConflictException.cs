using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>A mapping was changed by somebody else since it was read; nothing was saved (rule MP-9).</summary>
public sealed class MappingConflictException : DotdigitalException
{
    /// <summary>Says which mapping.</summary>
    /// <param name="account">The account.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="version">The version that is stored now; 0 for none.</param>
    public MappingConflictException(AccountId account, string entity, long version)
        : base($"The mapping of '{entity}' in account '{account}' was changed by somebody else meanwhile: read it again, then change it.")
    {
        Entity = entity;
        Version = version;
    }

    /// <summary>The entity.</summary>
    public string Entity { get; }

    /// <summary>The version that is stored now; 0 for none.</summary>
    public long Version { get; }
}
