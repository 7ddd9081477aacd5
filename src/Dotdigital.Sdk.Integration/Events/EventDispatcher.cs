using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Hands an event to the host's handlers, in a scope of its own, in order of registration.</summary>
internal sealed class EventDispatcher(IServiceScopeFactory scopes)
{
    public async Task DispatchAsync(DotdigitalEvent happened, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await HandleAsync(services, happened, cancellationToken).ConfigureAwait(false);
        await (happened switch
        {
            ContactOptedOut typed => HandleAsync(services, typed, cancellationToken),
            ContactReachableAgain typed => HandleAsync(services, typed, cancellationToken),
            AddressBookGone typed => HandleAsync(services, typed, cancellationToken),
            CampaignFirstSent typed => HandleAsync(services, typed, cancellationToken),
            BatchFailed typed => HandleAsync(services, typed, cancellationToken),
            ExportFinished typed => HandleAsync(services, typed, cancellationToken),
            MembershipRemovedRemotely typed => HandleAsync(services, typed, cancellationToken),
            ResubscriptionAnswered typed => HandleAsync(services, typed, cancellationToken),
            RemovalNeedsConfirmation typed => HandleAsync(services, typed, cancellationToken),
            AccountRefused typed => HandleAsync(services, typed, cancellationToken),
            AccountWorksAgain typed => HandleAsync(services, typed, cancellationToken),
            RowsSetAside typed => HandleAsync(services, typed, cancellationToken),
            WebhookReceived typed => HandleAsync(services, typed, cancellationToken),
            _ => Task.CompletedTask,
        }).ConfigureAwait(false);
    }

    private static async Task HandleAsync<TEvent>(IServiceProvider services, TEvent happened, CancellationToken cancellationToken)
        where TEvent : DotdigitalEvent
    {
        foreach (var handler in services.GetServices<IDotdigitalEventHandler<TEvent>>())
        {
            await handler.HandleAsync(happened, cancellationToken).ConfigureAwait(false);
        }
    }
}
