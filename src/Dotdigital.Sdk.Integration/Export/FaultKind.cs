namespace Dotdigital.Sdk.Integration.Export;

/// <summary>What an import report's reason asks for (rule ST-2).</summary>
internal enum FaultKind
{
    /// <summary>Unheard of: the member is set aside, the text kept.</summary>
    Unknown,

    /// <summary>Delivered; only the status changes.</summary>
    SoftBounced,

    /// <summary>Waits for the person's confirmation: withheld.</summary>
    Pending,

    /// <summary>The row was a duplicate.</summary>
    Duplicate,

    /// <summary>The address is not one.</summary>
    InvalidEmail,

    /// <summary>A value was refused.</summary>
    BadData,

    /// <summary>The contact was imported, a part of its data was not.</summary>
    PartlyApplied,

    /// <summary>An opt-out of unknown scope: blocked until OP-1 or OP-2 tell it.</summary>
    OptOut,

    /// <summary>An opt-out of the whole account.</summary>
    AccountOptOut,
}
