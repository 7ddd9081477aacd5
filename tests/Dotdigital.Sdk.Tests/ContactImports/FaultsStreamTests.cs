using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dotdigital.Sdk.Tests.ContactImports;

public sealed class FaultsStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetFaults_IsNotBuffered_TheFirstRowsAreReadBeforeTheLastAreSent()
    {
        var source = new HeldStream("Reason,email\r\n"u8.ToArray());
        await using var services = Build(new FakeTimeProvider(FakeTime.Start), source);

        await using var stream = await services.GetRequiredService<IDotdigitalClient>().ContactImports.GetFaultsAsync(Guid.NewGuid(), Token);
        var buffer = new byte[64];

        Assert.Equal(14, await stream.ReadAsync(buffer, Token));
        Assert.False(source.IsDisposed);
        await stream.DisposeAsync();
        Assert.True(source.IsDisposed);
    }

    [Fact]
    public async Task GetFaults_NothingMoreComes_TimesOutAsATypedError()
    {
        var time = new FakeTimeProvider(FakeTime.Start);
        await using var services = Build(time, new HeldStream("x"u8.ToArray()));
        await using var stream = await services.GetRequiredService<IDotdigitalClient>().ContactImports.GetFaultsAsync(Guid.NewGuid(), Token);
        var buffer = new byte[64];
        await stream.ReadExactlyAsync(buffer.AsMemory(0, 1), Token);

        var error = await Assert.ThrowsAsync<DotdigitalTransportException>(() => time.RunAsync(stream.ReadAsync(buffer, Token).AsTask(), TimeSpan.FromSeconds(10)));

        Assert.True(error.IsTimeout);
    }

    [Fact]
    public async Task GetFaults_ReadIsCancelled_IsTheCallersCancellation()
    {
        await using var services = Build(new FakeTimeProvider(FakeTime.Start), new HeldStream([]));
        await using var stream = await services.GetRequiredService<IDotdigitalClient>().ContactImports.GetFaultsAsync(Guid.NewGuid(), Token);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var read = stream.ReadAsync(new byte[1], source.Token).AsTask();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    private static ServiceProvider Build(FakeTimeProvider time, Stream body) => TestClients.Build(
        new("http://localhost:1"), time: time, handler: new ScriptedHandler(time).AnswerWith(() => new StreamContent(body)));

    /// <summary>Gives its first bytes, then nothing until it is disposed.</summary>
    private sealed class HeldStream(byte[] first) : MemoryStream(first)
    {
        public bool IsDisposed { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            return await base.ReadAsync(buffer, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
