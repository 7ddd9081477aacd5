using System.Collections.Concurrent;
using Dotdigital.Sdk.Integration.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>Keeps what the engine told of exports and removals.</summary>
internal sealed class EventLog
{
    private readonly ConcurrentQueue<DotdigitalEvent> _events = [];

    public IEnumerable<TEvent> Of<TEvent>()
        where TEvent : DotdigitalEvent => _events.OfType<TEvent>();

    public void Register(DotdigitalIntegrationBuilder builder)
    {
        builder.Services.AddSingleton(this);
        builder.AddEventHandler<ExportFinished, Keeper>();
        builder.AddEventHandler<BatchFailed, Keeper>();
        builder.AddEventHandler<RemovalNeedsConfirmation, Keeper>();
        builder.AddEventHandler<MembershipRemovedRemotely, Keeper>();
    }

    public sealed class Keeper(EventLog log)
        : IDotdigitalEventHandler<ExportFinished>, IDotdigitalEventHandler<BatchFailed>, IDotdigitalEventHandler<RemovalNeedsConfirmation>, IDotdigitalEventHandler<MembershipRemovedRemotely>
    {
        public Task HandleAsync(ExportFinished happened, CancellationToken cancellationToken) => Keep(happened);

        public Task HandleAsync(BatchFailed happened, CancellationToken cancellationToken) => Keep(happened);

        public Task HandleAsync(RemovalNeedsConfirmation happened, CancellationToken cancellationToken) => Keep(happened);

        public Task HandleAsync(MembershipRemovedRemotely happened, CancellationToken cancellationToken) => Keep(happened);

        private Task Keep(DotdigitalEvent happened)
        {
            log._events.Enqueue(happened);
            return Task.CompletedTask;
        }
    }
}
