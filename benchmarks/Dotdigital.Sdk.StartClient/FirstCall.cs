using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Dotdigital.Sdk.Start;

/// <summary>Waits for the process's own first call on loopback, tells what CPU time it took to come to it, and ends the process.</summary>
internal static class FirstCall
{
    public static Uri Await()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = AcceptAsync(listener);
        return new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }

    /// <summary>The CPU time of the process since its start, in milliseconds.</summary>
    public static void Tell()
    {
        Console.WriteLine(Environment.CpuUsage.TotalTime.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture));
        Environment.Exit(0);
    }

    private static async Task AcceptAsync(TcpListener listener)
    {
        using var connection = await listener.AcceptTcpClientAsync();
        await connection.GetStream().ReadExactlyAsync(new byte[4]);
        Tell();
    }
}
