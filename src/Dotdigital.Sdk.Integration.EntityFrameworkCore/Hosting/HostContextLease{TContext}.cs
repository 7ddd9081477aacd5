using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>A host context in use: one of its own from the host's factory, given back after; else the scope's.</summary>
internal readonly struct HostContextLease<TContext>(TContext context, bool isOwned) : IAsyncDisposable
    where TContext : DbContext
{
    public TContext Context { get; } = context;

    public ValueTask DisposeAsync() => isOwned ? Context.DisposeAsync() : ValueTask.CompletedTask;
}
