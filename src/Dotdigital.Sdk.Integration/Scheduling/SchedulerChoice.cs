namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>A scheduler that the host registered, so that two of them are noticed.</summary>
/// <param name="Method">The method that registered it, as the host wrote it.</param>
internal sealed record SchedulerChoice(string Method);
