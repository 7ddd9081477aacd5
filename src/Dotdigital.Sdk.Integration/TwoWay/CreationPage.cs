using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>A page of contacts that may be unknown to the host, and what became of them.</summary>
internal sealed class CreationPage
{
    public List<(HostWriteRecord Write, ContactRecord Contact)> Candidates { get; } = [];

    /// <summary>Contacts that need no record.</summary>
    public List<long> Dropped { get; } = [];

    /// <summary>The ids of the records made, by address.</summary>
    public Dictionary<EmailAddress, string> Created { get; } = [];

    public List<HostWriteRecord> Refused { get; } = [];
}
