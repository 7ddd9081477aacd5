using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>A mapping does not fit the account's data fields or the list's fields: it is not saved, or nothing of the list is exported until it is mended (rules MP-1 to MP-3).</summary>
public sealed class MappingException : DotdigitalException
{
    /// <summary>Names every problem of a list's mapping at once.</summary>
    /// <param name="list">The marketing list's name.</param>
    /// <param name="problems">Each problem, with its remedy.</param>
    public MappingException(string list, IReadOnlyList<string> problems)
        : base($"The mapping of marketing list '{list}' cannot be used: {string.Join("; ", problems)}.")
    {
        List = list;
        Problems = problems;
    }

    /// <summary>Names every problem of a mapping that was not saved.</summary>
    /// <param name="account">The account that it is for.</param>
    /// <param name="entity">The entity that it is for.</param>
    /// <param name="problems">Each problem, with its remedy.</param>
    public MappingException(AccountId account, string entity, IReadOnlyList<string> problems)
        : base($"The mapping of '{entity}' in account '{account}' was not saved: {string.Join("; ", problems)}.")
    {
        Entity = entity;
        Problems = problems;
    }

    /// <summary>The list's name; null for a mapping that was not saved.</summary>
    public string? List { get; }

    /// <summary>The entity of a mapping that was not saved; null for a list's.</summary>
    public string? Entity { get; }

    /// <summary>Each problem, with its remedy.</summary>
    public IReadOnlyList<string> Problems { get; }
}
