using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>One request body under construction, with the members that it carries.</summary>
internal abstract class ContactFile : IDisposable
{
    private readonly int _maxRows;
    private readonly int _maxBytes;
    private readonly List<BatchMemberRecord> _members = [];

    protected ContactFile(int maxRows, int maxBytes)
    {
        _maxRows = maxRows;
        _maxBytes = maxBytes;
    }

    /// <summary>The members so far.</summary>
    public IReadOnlyList<BatchMemberRecord> Members => _members;

    /// <summary>Adds a row unless the file is full.</summary>
    /// <param name="contact">A contact that is Ready.</param>
    /// <param name="member">What the batch keeps of it.</param>
    /// <returns>False when the row does not fit any more; the file is unchanged.</returns>
    public bool TryAdd(PreparedContact contact, BatchMemberRecord member)
    {
        if (_members.Count > 0 && (_members.Count >= _maxRows || LengthWith(contact) > _maxBytes))
        {
            return false;
        }

        Write(contact);
        _members.Add(member);
        return true;
    }

    /// <summary>The finished body; valid until the file is disposed.</summary>
    public abstract ReadOnlyMemory<byte> Finish();

    public abstract void Dispose();

    /// <summary>An upper bound of the body's length with one more row.</summary>
    protected abstract int LengthWith(PreparedContact contact);

    protected abstract void Write(PreparedContact contact);

    /// <summary>An upper bound of one row's bytes: every character may need three bytes, or be doubled by a quote.</summary>
    protected static int RowBound(PreparedContact contact, int overheadPerField)
    {
        var bound = (contact.View.Contact.Email.Value.Length * 3) + (4 * overheadPerField);
        foreach (var value in contact.Values)
        {
            bound += ((value?.Length ?? 0) * 6) + overheadPerField;
        }

        return bound;
    }
}
