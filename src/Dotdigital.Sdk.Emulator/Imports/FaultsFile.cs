using System.Text;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>Writes the faults file of a v2 import: <c>Reason</c>, then the columns as they came.</summary>
internal sealed class FaultsFile
{
    private readonly StringBuilder _text = new();

    public int Rows { get; private set; }

    public void Header(IEnumerable<string> columns)
    {
        _text.Append("Reason");
        foreach (var column in columns)
        {
            _text.Append(',');
            Append(column);
        }

        _text.Append("\r\n");
    }

    public void Begin(string reason)
    {
        Rows++;
        Append(reason);
    }

    public void Cell(ReadOnlySpan<char> value)
    {
        _text.Append(',');
        Append(value);
    }

    public void End() => _text.Append("\r\n");

    public byte[] ToBytes(bool withBom)
        => withBom ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_text.ToString())] : Encoding.UTF8.GetBytes(_text.ToString());

    private void Append(ReadOnlySpan<char> value)
    {
        if (value.IndexOfAny(",\"\r\n") < 0)
        {
            _text.Append(value);
            return;
        }

        _text.Append('"').Append(value.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
