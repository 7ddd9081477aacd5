using Xunit;

[assembly: AssemblyFixture(typeof(Dotdigital.Sdk.PostgreSqlServer.TestServerLifetime))]

namespace Dotdigital.Sdk.PostgreSqlServer;

/// <summary>Ends the assembly's server with its tests.</summary>
public sealed class TestServerLifetime : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await TestServer.EndAsync();
}
