namespace Dotdigital.Sdk.Emulator;

/// <summary>The lifetime of an emulator inside another process: it ends when it is disposed, and leaves Ctrl+C and SIGTERM to its host.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
