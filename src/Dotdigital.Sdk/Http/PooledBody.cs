using System.Buffers;

namespace Dotdigital.Sdk.Http;

/// <summary>The body of an answer in a rented buffer: one page at a time, and never a string.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int FirstSize = 32 * 1024;

    /// <summary>What a header says of the length is believed up to here; beyond it the buffer grows with what really comes.</summary>
    private const int LargestFirstSize = 8 * 1024 * 1024;

    /// <summary>No answer of this API comes near: beyond it something is wrong, and memory is not for it.</summary>
    private const int MaxSize = 512 * 1024 * 1024;

    private byte[] buffer;
    private int length;

    private PooledBody(int size) => buffer = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>The bytes, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, length);
            return bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        }
    }

    public static async ValueTask<PooledBody> ReadAsync(HttpContent content, int? limit, CancellationToken cancellationToken)
    {
        var expected = Math.Min(content.Headers.ContentLength ?? FirstSize, limit ?? MaxSize);
        var body = new PooledBody((int)Math.Clamp(expected + 1, FirstSize, LargestFirstSize));
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                await body.FillAsync(stream, limit, cancellationToken).ConfigureAwait(false);
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var rented = buffer;
        buffer = [];
        length = 0;
        if (rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private async ValueTask FillAsync(Stream stream, int? limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (length == buffer.Length)
            {
                Grow();
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            if (read == 0 || length >= limit)
            {
                return;
            }
        }
    }

    private void Grow()
    {
        if (length >= MaxSize)
        {
            throw new InvalidDataException($"it is larger than {MaxSize / (1024 * 1024)} MB");
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(length * 2, MaxSize));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
