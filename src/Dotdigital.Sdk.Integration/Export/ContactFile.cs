using System.Buffers;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>One request body under construction, with the members that it carries. What it is kept in is rented: a file leaves no garbage a row.</summary>
internal abstract class ContactFile : IDisposable
{
    private readonly int _maxRows;
    private readonly int _maxBytes;
    private BatchMemberRecord[] _members = [];
    private int _count;

    protected ContactFile(int maxRows, int maxBytes)
    {
        _maxRows = maxRows;
        _maxBytes = maxBytes;
    }

    /// <summary>The members so far; valid until the file is disposed.</summary>
    public IReadOnlyList<BatchMemberRecord> Members => new ArraySegment<BatchMemberRecord>(_members, 0, _count);

    /// <summary>Bytes at most that a field's delimiters, quotes and name take.</summary>
    protected abstract int OverheadPerField { get; }

    /// <summary>Adds a row unless the file is full.</summary>
    /// <param name="contact">A contact that is Ready.</param>
    /// <param name="member">What the batch keeps of it.</param>
    /// <returns>False when the row does not fit any more; the file is unchanged.</returns>
    public bool TryAdd(PreparedContact contact, BatchMemberRecord member)
    {
        var row = RowBound(contact);
        if (_count > 0 && (_count >= _maxRows || LengthWith(row) > _maxBytes))
        {
            return false;
        }

        Write(contact, row);
        Keep(member);
        return true;
    }

    /// <summary>The finished body; valid until the file is disposed.</summary>
    public abstract ReadOnlyMemory<byte> Finish();

    public virtual void Dispose()
    {
        ArrayPool<BatchMemberRecord>.Shared.Return(_members, clearArray: true);
        (_members, _count) = ([], 0);
    }

    /// <summary>An upper bound of the body's length with one more row.</summary>
    /// <param name="row">An upper bound of the row's own.</param>
    protected abstract int LengthWith(int row);

    /// <summary>Writes a row.</summary>
    /// <param name="contact">What the row says.</param>
    /// <param name="row">An upper bound of its bytes.</param>
    protected abstract void Write(PreparedContact contact, int row);

    private void Keep(BatchMemberRecord member)
    {
        if (_count == _members.Length)
        {
            var larger = ArrayPool<BatchMemberRecord>.Shared.Rent(Math.Max(_count * 2, 256));
            _members.CopyTo(larger);
            ArrayPool<BatchMemberRecord>.Shared.Return(_members, clearArray: true);
            _members = larger;
        }

        _members[_count++] = member;
    }

    /// <summary>Every character may need three bytes, or be doubled by a quote.</summary>
    private int RowBound(PreparedContact contact)
    {
        var bound = (contact.View.Contact.Email.Value.Length * 3) + (4 * OverheadPerField);
        var values = contact.Values;
        for (var i = 0; i < values.Count; i++)
        {
            bound += ((values[i]?.Length ?? 0) * 6) + OverheadPerField;
        }

        return bound;
    }
}
