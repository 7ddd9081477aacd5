using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>
/// The host does not take a value or a person from Dotdigital (rules IM-4, IM-5). It is told to nobody else, kept, and tried again with growing delays, at least
/// once a day; what Dotdigital has is not overwritten meanwhile.
/// </summary>
public sealed class HostWriteRefusedException : DotdigitalException
{
    /// <summary>Says why, without the value or the person's address.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="problem">What is wrong and what to do; continues "Marketing list 'x' ".</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public HostWriteRefusedException(string list, string problem, Exception? innerException = null)
        : base($"Marketing list '{list}' {problem}", innerException) => List = list;

    /// <summary>The list's name.</summary>
    public string List { get; }
}
