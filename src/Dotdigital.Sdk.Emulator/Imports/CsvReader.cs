using System.Text;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>Reads RFC 4180 records from UTF-8 bytes: quotes, doubled quotes, line breaks in cells, an optional byte order mark.</summary>
internal sealed class CsvReader
{
    private readonly char[] _text;
    private readonly List<Range> _fields = [];
    private int _position;

    public CsvReader(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        _text = new char[Encoding.UTF8.GetCharCount(utf8)];
        Encoding.UTF8.GetChars(utf8, _text);
    }

    public int Count => _fields.Count;

    /// <summary>Whether a quote was left open, or text followed a closing one: the file is broken from here on.</summary>
    public bool IsBroken { get; private set; }

    public ReadOnlySpan<char> this[int index] => _text.AsSpan(_fields[index]);

    /// <summary>Moves to the next record; empty lines are skipped.</summary>
    public bool Read()
    {
        while (_position < _text.Length && _text[_position] is '\r' or '\n')
        {
            _position++;
        }

        if (_position >= _text.Length || IsBroken)
        {
            return false;
        }

        _fields.Clear();
        while (ReadField())
        {
        }

        return !IsBroken;
    }

    /// <summary>Reads one field and its separator; true if another field follows in the record.</summary>
    private bool ReadField()
    {
        if (_position < _text.Length && _text[_position] == '"')
        {
            return ReadQuoted();
        }

        var start = _position;
        var rest = _text.AsSpan(start);
        var end = rest.IndexOfAny(',', '\r', '\n');
        _position = end < 0 ? _text.Length : start + end;
        _fields.Add(start.._position);
        return Next();
    }

    private bool ReadQuoted()
    {
        var start = ++_position;
        var write = start;
        while (true)
        {
            var quote = _position < _text.Length ? _text.AsSpan(_position).IndexOf('"') : -1;
            if (quote < 0)
            {
                IsBroken = true;
                return false;
            }

            if (write != _position)
            {
                _text.AsSpan(_position, quote).CopyTo(_text.AsSpan(write));
            }

            write += quote;
            _position += quote + 1;
            if (_position >= _text.Length || _text[_position] != '"')
            {
                break;
            }

            _text[write++] = '"';
            _position++;
        }

        _fields.Add(start..write);
        if (_position < _text.Length && _text[_position] is not (',' or '\r' or '\n'))
        {
            IsBroken = true;
            return false;
        }

        return Next();
    }

    private bool Next()
    {
        if (_position >= _text.Length)
        {
            return false;
        }

        if (_text[_position] == ',')
        {
            _position++;
            return true;
        }

        _position += _text[_position] == '\r' && _position + 1 < _text.Length && _text[_position + 1] == '\n' ? 2 : 1;
        return false;
    }
}
