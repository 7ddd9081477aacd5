namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>Called before the daily comparison with the lists that it will be for, in order of registration; may add and take away (rule TR-4).</summary>
public interface IForceSyncHandler
{
    /// <summary>Changes <see cref="ForceSyncContext.Chosen"/> in place.</summary>
    void Handle(ForceSyncContext context);
}
