namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Where a batch stands (BEHAVIOUR sections 5 and 6).</summary>
public enum BatchState
{
    /// <summary>Stored with its members; the request is about to be made, or its answer is not yet known.</summary>
    Sending = 0,

    /// <summary>Accepted by Dotdigital under <see cref="BatchRecord.ImportId"/>; its end is asked for.</summary>
    Sent = 1,

    /// <summary>Dotdigital told the end, which is stored in <see cref="BatchRecord.Outcome"/>; members are not settled yet.</summary>
    Ended = 2,

    /// <summary>30 answers of not finished: does not block others, asked hourly for 7 days (rule ST-4).</summary>
    Stalled = 3,

    /// <summary>Every member is settled.</summary>
    Settled = 4,

    /// <summary>The answer was lost: Dotdigital may or may not have taken it; its members were due again (rule EX-6). Kept for comparison.</summary>
    Lost = 5,

    /// <summary>Dotdigital refused the request: its members were due again.</summary>
    Refused = 6,
}
