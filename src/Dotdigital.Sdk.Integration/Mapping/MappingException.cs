using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>A mapping does not fit the account's data fields or the list's fields; nothing of the list is exported until it is mended (rules MP-1 to MP-3).</summary>
public sealed class MappingException : DotdigitalException
{
    /// <summary>Names every problem at once.</summary>
    public MappingException(string list, IReadOnlyList<string> problems)
        : base($"The mapping of marketing list '{list}' cannot be used: {string.Join("; ", problems)}.")
    {
        List = list;
        Problems = problems;
    }

    /// <summary>The list's name.</summary>
    public string List { get; }

    /// <summary>Each problem, with its remedy.</summary>
    public IReadOnlyList<string> Problems { get; }
}
