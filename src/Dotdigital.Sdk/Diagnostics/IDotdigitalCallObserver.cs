namespace Dotdigital.Sdk.Diagnostics;

/// <summary>
/// Told of every HTTP attempt. Register any number in the container; called on the calling flow, so be quick, and do not throw.
/// </summary>
public interface IDotdigitalCallObserver
{
    /// <summary>An attempt has ended, with an answer or without.</summary>
    /// <param name="call">What was called, and how it went.</param>
    void OnCall(DotdigitalCall call);
}
