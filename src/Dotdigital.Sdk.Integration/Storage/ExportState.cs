namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Where a membership stands on its way to Dotdigital (rule S-3).</summary>
public enum ExportState
{
    /// <summary>Nothing to send.</summary>
    Clean = 0,

    /// <summary>Something is to be compared or sent: see <see cref="MembershipState.Operation"/>.</summary>
    Due = 1,

    /// <summary>Carried by an unsettled batch: see <see cref="MembershipState.BatchId"/>.</summary>
    InBatch = 2,

    /// <summary>Kept back until a person releases it or its item changes: see <see cref="MembershipState.Reason"/>.</summary>
    Held = 3,

    /// <summary>Refused by Dotdigital or unfit to send, until its item changes: see <see cref="MembershipState.Reason"/>.</summary>
    Faulted = 4,
}
