using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Tracking;

/// <summary>A tracked-fields handler from a delegate.</summary>
public sealed class DelegatingHandlerOfFields(Action<ISet<TrackedField>> change) : IMappingTrackedFieldsHandler
{
    public void Handle(TrackedFieldsContext context) => change(context.Fields);
}
