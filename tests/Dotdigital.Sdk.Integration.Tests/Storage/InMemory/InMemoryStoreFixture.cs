using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Storage.InMemory;
using Dotdigital.Sdk.StoreContract;

namespace Dotdigital.Sdk.Integration.Tests.Storage.InMemory;

public sealed class InMemoryStoreFixture : IStoreFixture
{
    private readonly InMemorySyncStore _store = new();

    public ISyncStore Store => _store;

    public Task StartAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }
}
