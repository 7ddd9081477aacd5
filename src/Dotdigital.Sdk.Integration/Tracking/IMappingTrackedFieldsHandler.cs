namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>The mapping-tracked-fields hook (rule TR-1): called with the tracked fields that follow from all mappings, in order of registration; may add, remove and redirect them.</summary>
public interface IMappingTrackedFieldsHandler
{
    /// <summary>Changes the set in place.</summary>
    void Handle(TrackedFieldsContext context);
}
