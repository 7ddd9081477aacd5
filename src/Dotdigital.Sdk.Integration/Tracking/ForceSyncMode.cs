namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>Which connections compare all their members once a day (rule TR-4).</summary>
public enum ForceSyncMode
{
    /// <summary>None: only tracked changes and asked-for refreshes are compared.</summary>
    None = 0,

    /// <summary>Those whose mapping has computed ("virtual") fields, which cannot be tracked.</summary>
    VirtualOnly = 1,

    /// <summary>All: for hosts that change data past the tracking.</summary>
    Always = 2,
}
