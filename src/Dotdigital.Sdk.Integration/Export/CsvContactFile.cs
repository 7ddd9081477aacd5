using CsvHelper;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// A CSV file (UTF-8, RFC 4180, header first) of one set of columns (rule EX-4). An empty cell clears the data field, so a contact with a
/// blank that is not to be sent goes into a file without that column. Never a status.
/// </summary>
internal sealed class CsvContactFile : ContactFile
{
    private readonly PooledBuffer _buffer = new();
    private readonly CsvWriter _writer;
    private readonly MarketingList _list;
    private readonly int[] _columns;
    private int _bound;

    /// <param name="list">Says which opt-in and email type to send.</param>
    /// <param name="names">The data fields of the mapping.</param>
    /// <param name="columns">The positions of those that this file has.</param>
    /// <param name="maxRows">Rows at most.</param>
    /// <param name="maxBytes">Bytes at most.</param>
    public CsvContactFile(MarketingList list, IReadOnlyList<string> names, int[] columns, int maxRows, int maxBytes)
        : base(maxRows, maxBytes)
    {
        _list = list;
        _columns = columns;
        _writer = CsvWriter.Create(_buffer, CsvWriterOptions.Default, leaveOpen: true);
        _writer.WriteField("Email");
        if (list.OptInType is not null)
        {
            _writer.WriteField("OptInType");
        }

        if (list.EmailType is not null)
        {
            _writer.WriteField("EmailType");
        }

        foreach (var column in columns)
        {
            _writer.WriteField(names[column]);
        }

        _writer.EndRecord();
        _bound = 64 * (columns.Length + 3);
    }

    protected override int OverheadPerField => 3;

    public override ReadOnlyMemory<byte> Finish()
    {
        _writer.Flush();
        return _buffer.Written;
    }

    public override void Dispose()
    {
        _writer.Dispose();
        _buffer.Dispose();
        base.Dispose();
    }

    protected override int LengthWith(int row)
    {
        if (_bound + row > 1_000_000)
        {
            // The bound is generous: near a limit, what was really written counts.
            _writer.Flush();
            _bound = _buffer.Written.Length;
        }

        return _bound + row;
    }

    protected override void Write(PreparedContact contact, int row)
    {
        _bound += row;
        _writer.WriteField(contact.View.Contact.Email.Value);
        if (_list.OptInType is not null)
        {
            _writer.WriteField(_list.OptInType);
        }

        if (_list.EmailType is not null)
        {
            _writer.WriteField(_list.EmailType);
        }

        var values = contact.Values;
        foreach (var column in _columns)
        {
            _writer.WriteField(values[column] ?? string.Empty);
        }

        _writer.EndRecord();
    }
}
