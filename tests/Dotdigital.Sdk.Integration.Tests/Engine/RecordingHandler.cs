using Dotdigital.Sdk.Integration.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>A host's handler that keeps what it was given, and refuses what it is told to refuse.</summary>
internal sealed class RecordingHandler : IDotdigitalEventHandler<DotdigitalEvent>
{
    public List<DotdigitalEvent> Accepted { get; } = [];

    public List<DotdigitalEvent> Refused { get; } = [];

    public Func<DotdigitalEvent, bool> Refuses { get; set; } = static _ => false;

    public IEnumerable<ContactOptedOut> OptOuts => Accepted.OfType<ContactOptedOut>();

    public void AddTo(DotdigitalIntegrationBuilder builder) => builder.Services.AddSingleton<IDotdigitalEventHandler<DotdigitalEvent>>(this);

    public Task HandleAsync(DotdigitalEvent happened, CancellationToken cancellationToken)
    {
        if (Refuses(happened))
        {
            Refused.Add(happened);
            throw new InvalidOperationException("The host does not take it now.");
        }

        Accepted.Add(happened);
        return Task.CompletedTask;
    }
}
