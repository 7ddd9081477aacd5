namespace Dotdigital.Sdk.Integration.Export;

/// <summary>What a job's status means (rule ST-1).</summary>
internal enum BatchOutcome
{
    /// <summary>Not finished, unknown or unheard of: asked again.</summary>
    Pending,

    /// <summary>Every row was dealt with.</summary>
    Finished,

    /// <summary>Rejected by the watchdog: held for a person.</summary>
    Rejected,

    /// <summary>The account's contact allowance is used up: held for a person.</summary>
    OverLimit,

    /// <summary>Failed, or the file was not understood: due again, smaller.</summary>
    Failed,
}
