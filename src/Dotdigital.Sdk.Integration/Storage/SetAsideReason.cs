namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Codes of why an item or membership is not exported. Open: an unheard-of code is shown as it is.</summary>
public static class SetAsideReason
{
    /// <summary>No reason was kept.</summary>
    public const string Unknown = "Unknown";

    /// <summary>The item has no email (rule EX-3c).</summary>
    public const string NoEmail = "NoEmail";

    /// <summary>The item's email has no valid shape, or Dotdigital refused it (rule EX-3c).</summary>
    public const string InvalidEmail = "InvalidEmail";

    /// <summary>The item's id cannot be kept: it is longer than 200 characters, or has a NUL or half of a surrogate pair in it (rule EX-3c).</summary>
    public const string InvalidItemId = "InvalidItemId";

    /// <summary>Another item of the list has the same email; the first by item id is used (rule EX-3c).</summary>
    public const string DuplicateEmail = "DuplicateEmail";

    /// <summary>Two items exchanged their emails within one pass (rule EX-3b).</summary>
    public const string EmailConflict = "EmailConflict";

    /// <summary>A mapped value does not fit its data field (rule EX-3c).</summary>
    public const string MisfitValue = "MisfitValue";

    /// <summary>Dotdigital reported the row as bad (rule ST-2).</summary>
    public const string Refused = "Refused";

    /// <summary>An import report told of an opt-out; OP-1 and OP-2 will tell its scope (rule ST-2).</summary>
    public const string OptOutReported = "OptOutReported";

    /// <summary>The batch was rejected by the watchdog (rule ST-3).</summary>
    public const string RejectedByWatchdog = "RejectedByWatchdog";

    /// <summary>The batch failed three times (rule ST-3).</summary>
    public const string FailedRepeatedly = "FailedRepeatedly";

    /// <summary>The account's contact allowance is used up (rule ST-1).</summary>
    public const string ExceedsContactLimit = "ExceedsContactLimit";
}
