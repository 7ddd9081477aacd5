using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>A page of what is to be written to the host.</summary>
internal sealed class FieldDeliveries
{
    public required long LastContactId { get; init; }

    public List<FieldDelivery> Items { get; } = [];

    /// <summary>Contacts that have no item any more.</summary>
    public List<long> Gone { get; } = [];

    /// <summary>The writes as they were stored right before the attempt, by contact.</summary>
    public Dictionary<long, HostWriteRecord> Seen { get; } = [];

    /// <summary>The write as it is stored now.</summary>
    public HostWriteRecord AsSeen(HostWriteRecord write) => Seen.GetValueOrDefault(write.ContactId, write);
}
