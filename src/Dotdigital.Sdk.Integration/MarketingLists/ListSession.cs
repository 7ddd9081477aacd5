using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>A list's reader with the scope that it lives in.</summary>
internal sealed class ListSession(AsyncServiceScope scope, IMarketingListSource source) : IAsyncDisposable
{
    public IMarketingListSource Source => source;

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
