namespace Dotdigital.Sdk.Integration.Export;

/// <summary>What came of reading an item's values.</summary>
internal enum PreparedOutcome
{
    /// <summary>It can be sent.</summary>
    Ready,

    /// <summary>The host has it no more, or under another address: the next pass over the keys will tell.</summary>
    Moved,

    /// <summary>The person opted out, on either side, or is withheld.</summary>
    NotReachable,

    /// <summary>A value does not fit its data field.</summary>
    Misfit,
}
