using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>A marketing list cannot be used as it is declared or connected.</summary>
public sealed class MarketingListException : DotdigitalException
{
    /// <summary>Says what is wrong with a list, and the remedy.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="problem">What is wrong and what to do; continues "Marketing list 'x' ".</param>
    public MarketingListException(string list, string problem)
        : base($"Marketing list '{list}' {problem}") => List = list;

    /// <summary>The list's name.</summary>
    public string List { get; }
}
