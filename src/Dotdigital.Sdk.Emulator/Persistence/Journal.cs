using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Dotdigital.Sdk.Emulator.Persistence;

/// <summary>
/// The write-ahead journal: length, checksum, record, one after another, each handed to the operating system before its
/// answer is sent. A record torn by a kill is the last one, and is dropped when the file is opened.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const int HeaderLength = 12;
    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly bool _flushToDisk;
    private FileStream _file;

    public Journal(string path, bool flushToDisk)
    {
        _path = Path.GetFullPath(path);
        _flushToDisk = flushToDisk;
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        _file = Open(_path);
    }

    /// <summary>How many bytes were written since the last snapshot.</summary>
    public long Grown { get; private set; }

    /// <summary>Reads all whole records, then cuts off a torn tail.</summary>
    public IEnumerable<JournalRecord> Read()
    {
        long good = 0;
        _file.Position = 0;
        var header = new byte[HeaderLength];
        while (_file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(header);
            if (length <= 0 || length > _file.Length - _file.Position)
            {
                break;
            }

            var payload = new byte[length];
            _file.ReadExactly(payload);
            if (!header.AsSpan(4).SequenceEqual(SHA256.HashData(payload).AsSpan(0, 8)))
            {
                break;
            }

            good = _file.Position;
            var record = JournalCodec.Read(payload);
            Grown += record.Kind == JournalKind.Snapshot ? 0 : length;
            yield return record;
        }

        _file.SetLength(good);
        _file.Position = good;
    }

    public void Append(JournalRecord record)
    {
        lock (_gate)
        {
            Grown += Append(_file, record);
            if (_flushToDisk)
            {
                _file.Flush(flushToDisk: true);
            }
        }
    }

    /// <summary>Puts a new file of these records in the place of the old one, in one step.</summary>
    public void Replace(IEnumerable<JournalRecord> records)
    {
        lock (_gate)
        {
            var next = $"{_path}.next";
            File.Delete(next);
            using (var file = Open(next))
            {
                foreach (var record in records)
                {
                    Append(file, record);
                }

                file.Flush(flushToDisk: true);
            }

            _file.Dispose();
            File.Move(next, _path, overwrite: true);
            _file = Open(_path);
            _file.Position = _file.Length;
            Grown = 0;
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream Open(string path)
        => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    private static long Append(FileStream file, JournalRecord record)
    {
        using var stream = new MemoryStream(record.Body.Length + 256);
        stream.SetLength(HeaderLength);
        stream.Position = HeaderLength;
        JournalCodec.Write(stream, record);
        var bytes = stream.GetBuffer().AsSpan(0, (int)stream.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length - HeaderLength);
        SHA256.HashData(bytes[HeaderLength..]).AsSpan(0, 8).CopyTo(bytes[4..]);
        file.Write(bytes);
        return bytes.Length;
    }
}
