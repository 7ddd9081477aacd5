using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// A v3 JSON import (rule EX-4): only the data fields that are sent, null to clear one, and the list only for contacts that join the book, or were sent to it and are not
/// known to have arrived.
/// Never a status: Dotdigital would take it for a resubscription (rule OP-5).
/// </summary>
internal sealed class JsonContactFile : ContactFile
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PooledBuffer _buffer = new();
    private readonly Utf8JsonWriter _writer;
    private readonly ConnectedList _list;
    private readonly ListMapping _mapping;
    private readonly bool _isRename;

    /// <param name="list">The list and book.</param>
    /// <param name="mapping">The data fields and their types.</param>
    /// <param name="isRename">Whether contacts are matched by id and given their new address (rule EX-3b).</param>
    /// <param name="maxRows">Rows at most.</param>
    /// <param name="maxBytes">Bytes at most.</param>
    public JsonContactFile(ConnectedList list, ListMapping mapping, bool isRename, int maxRows, int maxBytes)
        : base(maxRows, maxBytes)
    {
        _list = list;
        _mapping = mapping;
        _isRename = isRename;
        _writer = new Utf8JsonWriter((IBufferWriter<byte>)_buffer, Options);
        _writer.WriteStartObject();
        _writer.WriteString("mergeOption", "overwrite");
        _writer.WriteStartArray("contacts");
    }

    protected override int OverheadPerField => 64;

    public override ReadOnlyMemory<byte> Finish()
    {
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Flush();
        return _buffer.Written;
    }

    public override void Dispose()
    {
        _writer.Dispose();
        _buffer.Dispose();
        base.Dispose();
    }

    protected override int LengthWith(int row) => (int)_writer.BytesCommitted + _writer.BytesPending + row + 256;

    protected override void Write(PreparedContact contact, int row)
    {
        var membership = contact.View.Membership;
        _writer.WriteStartObject();
        _writer.WriteString("matchIdentifier", _isRename ? "contactId" : "email");
        _writer.WriteStartObject("identifiers");
        if (_isRename)
        {
            _writer.WriteNumber("contactId", contact.View.Contact.RemoteId!.Value);
        }

        _writer.WriteString("email", (_isRename ? membership.RenameTo!.Value : contact.View.Contact.Email).Value);
        _writer.WriteEndObject();
        _writer.WriteStartObject("dataFields");
        for (var i = 0; i < contact.Values.Count; i++)
        {
            if (contact.Values[i] is { } value)
            {
                WriteValue(_mapping.Columns[i].Field, value);
            }
        }

        _writer.WriteEndObject();
        WriteChannel();
        if (!_isRename && (membership.State.Operation is ExportOperation.New or ExportOperation.Add || !contact.IsKnownInBook))
        {
            _writer.WriteStartArray("lists");
            _writer.WriteNumberValue(_list.Connection.AddressBookId);
            _writer.WriteEndArray();
        }

        _writer.WriteEndObject();
    }

    private void WriteChannel()
    {
        if (_isRename || (_list.List.OptInType is null && _list.List.EmailType is null))
        {
            return;
        }

        _writer.WriteStartObject("channelProperties");
        _writer.WriteStartObject("email");
        if (_list.List.EmailType is { } emailType)
        {
            _writer.WriteString("emailType", JsonNamingPolicy.CamelCase.ConvertName(emailType));
        }

        if (_list.List.OptInType is { } optInType)
        {
            _writer.WriteString("optInType", JsonNamingPolicy.CamelCase.ConvertName(optInType));
        }

        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private void WriteValue(DataFieldRecord field, string value)
    {
        if (value.Length == 0)
        {
            _writer.WriteNull(field.Name);
            return;
        }

        switch (field.Type)
        {
            case DataFieldType.Numeric:
                _writer.WriteNumber(field.Name, decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture));
                break;
            case DataFieldType.Boolean:
                _writer.WriteBoolean(field.Name, string.Equals(value, "true", StringComparison.Ordinal));
                break;
            default:
                _writer.WriteString(field.Name, value);
                break;
        }
    }
}
