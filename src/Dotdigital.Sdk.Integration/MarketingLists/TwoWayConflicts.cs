namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>Whose value counts when a two-way field was changed in the host and in Dotdigital since they last agreed (rule IM-4).</summary>
public enum TwoWayConflicts
{
    /// <summary>Dotdigital's is written to the host.</summary>
    DotdigitalWins = 0,

    /// <summary>The host's stays, and is sent to Dotdigital.</summary>
    HostWins = 1,
}
