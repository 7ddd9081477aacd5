using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Storage.InMemory;
using Dotdigital.Sdk.StoreContract;

namespace Dotdigital.Sdk.Integration.Tests.Storage.InMemory;

public sealed class InMemoryStoreFixture : IStoreFixture
{
    public ISyncStore Store { get; } = new InMemorySyncStore();

    public Task StartAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
