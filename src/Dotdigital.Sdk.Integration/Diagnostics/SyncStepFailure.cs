namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>A failure of a step, as it may be shown.</summary>
/// <param name="Scope">The marketing list, address book or campaign; empty for the whole account.</param>
/// <param name="Error">What failed, in words for the person who must act; never a secret or an email.</param>
public sealed record SyncStepFailure(string Scope, string Error);
