using System.Buffers;
using System.Text;

namespace Dotdigital.Sdk.Benchmarks.Csv;

/// <summary>The floor: the same columns encoded straight into a rented buffer, quoted where RFC 4180 asks for it.</summary>
internal sealed class HandWrittenCsv : IDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Field(string? text, bool isLast)
    {
        var value = text.AsSpan();
        Grow((value.Length * 6) + 4);
        if (value.ContainsAny(Special))
        {
            Byte('"');
            for (var quote = value.IndexOf('"'); quote >= 0; quote = value.IndexOf('"'))
            {
                Text(value[..(quote + 1)]);
                Byte('"');
                value = value[(quote + 1)..];
            }

            Text(value);
            Byte('"');
        }
        else
        {
            Text(value);
        }

        if (isLast)
        {
            Byte('\r');
            Byte('\n');
        }
        else
        {
            Byte(',');
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);

    private void Byte(char ascii) => _bytes[_length++] = (byte)ascii;

    private void Text(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));

    private void Grow(int more)
    {
        if (_bytes.Length - _length >= more)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + more));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = larger;
    }
}
