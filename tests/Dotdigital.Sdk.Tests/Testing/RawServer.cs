using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dotdigital.Sdk.Tests.Testing;

/// <summary>Reads a request, answers raw bytes, and closes the connection: for answers that no server would send on purpose.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> methods = new();
    private readonly byte[][] answers;
    private int connections;

    /// <param name="answers">What each connection answers to its requests, before it is closed.</param>
    public RawServer(params string[] answers)
    {
        this.answers = [.. answers.Select(Encoding.ASCII.GetBytes)];
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public int Connections => Volatile.Read(ref connections);

    public IReadOnlyList<string> Methods => [.. methods];

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        var buffer = new byte[64 * 1024];
        while (listener.Server.IsBound)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref connections);
                var stream = client.GetStream();
                foreach (var answer in answers)
                {
                    var read = await stream.ReadAsync(buffer);
                    methods.Enqueue(Encoding.ASCII.GetString(buffer, 0, read).Split(' ')[0]);
                    await stream.WriteAsync(answer);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
            {
                // The test ended, or the client hung up first.
                continue;
            }
        }
    }
}
