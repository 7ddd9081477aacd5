using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dotdigital.Sdk.Benchmarks.Client;

/// <summary>Serves the same page of 1,000 contacts a hundred times over loopback, then an empty one. It makes no garbage, so that what is counted is the reader's.</summary>
internal sealed class LoopbackPages : IDisposable
{
    public const int PageSize = 1000;
    public const int Pages = 100;
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n";

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] page = Answer(ContactsPage.Json(PageSize));
    private readonly byte[] empty = Answer("[]"u8);

    public LoopbackPages()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}/"));

    public void Dispose() => listener.Dispose();

    private static byte[] Answer(ReadOnlySpan<byte> body) =>
        [.. Encoding.ASCII.GetBytes(Head), .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")), .. body];

    private void Accept()
    {
        try
        {
            while (true)
            {
                var connection = listener.Accept();
                connection.NoDelay = true;
                new Thread(() => Serve(connection)) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // Closed: the benchmark is over.
        }
    }

    private void Serve(Socket connection)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        try
        {
            while (connection.Receive(buffer.AsSpan(length)) is > 0 and var read)
            {
                length += read;
                if (buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                {
                    var answer = Skip(buffer.AsSpan(0, length)) < PageSize * Pages ? page : empty;
                    for (var sent = 0; sent < answer.Length;)
                    {
                        sent += connection.Send(answer.AsSpan(sent));
                    }

                    length = 0;
                }
            }
        }
        catch (SocketException)
        {
            // The reader hung up.
        }

        connection.Dispose();
    }

    private static int Skip(ReadOnlySpan<byte> request)
    {
        var at = request.IndexOf("skip="u8);
        return at >= 0 && System.Buffers.Text.Utf8Parser.TryParse(request[(at + 5)..], out int skip, out _) ? skip : 0;
    }
}
