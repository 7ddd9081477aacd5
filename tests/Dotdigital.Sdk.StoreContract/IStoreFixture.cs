using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.StoreContract;

/// <summary>Makes an empty store for one test.</summary>
public interface IStoreFixture : IAsyncDisposable
{
    /// <summary>The store, after <see cref="StartAsync"/>.</summary>
    ISyncStore Store { get; }

    /// <summary>Makes it.</summary>
    Task StartAsync();
}
