using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>A list's writer with the scope that it lives in.</summary>
internal sealed class ListWriterSession(AsyncServiceScope scope, IMarketingListWriter writer) : IAsyncDisposable
{
    public IMarketingListWriter Writer => writer;

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
