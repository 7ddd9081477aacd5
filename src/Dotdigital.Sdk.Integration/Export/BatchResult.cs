using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>How an import ended, member by member.</summary>
internal sealed record BatchResult
{
    /// <summary>Whether report and faults could be read; else everybody counts as delivered (rule ST-6), except for people of whom a no is known by now.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>Faults by address; who is not here was delivered.</summary>
    public IReadOnlyDictionary<EmailAddress, BatchFault> Faults { get; init; } = new Dictionary<EmailAddress, BatchFault>();

    /// <summary>Dotdigital's contact ids by address, where the answer told them.</summary>
    public IReadOnlyDictionary<EmailAddress, long> RemoteIds { get; init; } = new Dictionary<EmailAddress, long>();

    /// <summary>The report's counters as JSON.</summary>
    public string? Report { get; init; }
}
