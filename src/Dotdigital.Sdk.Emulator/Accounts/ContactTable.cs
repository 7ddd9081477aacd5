namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>The contacts of an account by id, email and instant of their last change.</summary>
internal sealed class ContactTable
{
    public const int FirstId = 1001;

    private readonly List<Contact?> _slots = [];
    private readonly Dictionary<string, Contact> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Contact> _byMobile = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Contact> _ghosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(long At, Contact Contact, int Sequence)> _changes = [];
    private (long Since, int Version, Contact[] Found)? _modifiedCache;
    private int _sequence;

    public int Count { get; private set; }

    /// <summary>Contacts that were deleted while opted out somewhere, by email: the opt-out outlives them.</summary>
    public IReadOnlyDictionary<string, Contact> Ghosts => _ghosts;

    public int NextId => FirstId + _slots.Count;

    public int Slots => _slots.Count;

    public Contact? At(int slot) => _slots[slot];

    public Contact? ById(long id) => id >= FirstId && id - FirstId < _slots.Count ? _slots[(int)id - FirstId] : null;

    public Contact? ByEmail(string email) => _byEmail.GetValueOrDefault(email);

    public Contact? ByEmail(ReadOnlySpan<char> email)
        => _byEmail.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(email, out var contact) ? contact : null;

    public Contact? ByMobile(string mobile) => _byMobile.GetValueOrDefault(mobile);

    public Contact Create(string? email, string? mobile, long now)
    {
        var contact = new Contact { Id = NextId, Created = now, Email = email, MobileNumber = mobile };
        Insert(contact);
        Touch(contact, now);
        return contact;
    }

    /// <summary>Puts a contact read from a snapshot back; empty slots before it are those of deleted contacts.</summary>
    public void Restore(Contact contact)
    {
        while (NextId < contact.Id)
        {
            _slots.Add(null);
        }

        Insert(contact);
    }

    public void RestoreChanges(int slots)
    {
        while (_slots.Count < slots)
        {
            _slots.Add(null);
        }

        foreach (var contact in _slots.OfType<Contact>().OrderBy(c => c.ModifiedSequence))
        {
            _changes.Add((contact.Modified, contact, contact.ModifiedSequence));
            _sequence = contact.ModifiedSequence;
        }
    }

    public void RestoreGhost(Contact contact) => _ghosts[contact.Email!] = contact;

    public void Touch(Contact contact, long now)
    {
        contact.Modified = now;
        contact.ModifiedSequence = ++_sequence;
        _changes.Add((now, contact, _sequence));
        if (_changes.Count > 4096 && _changes.Count > 4 * Count)
        {
            _changes.RemoveAll(static change => change.Contact.ModifiedSequence != change.Sequence || change.Contact.IsDeleted);
        }
    }

    public void Rename(Contact contact, string? email)
    {
        if (contact.Email is { } old)
        {
            _byEmail.Remove(old);
        }

        contact.Email = email;
        if (email is not null)
        {
            _byEmail[email] = contact;
        }
    }

    public void SetMobile(Contact contact, string? mobile)
    {
        if (contact.MobileNumber is { } old)
        {
            _byMobile.Remove(old);
        }

        contact.MobileNumber = mobile;
        if (mobile is not null)
        {
            _byMobile[mobile] = contact;
        }
    }

    public void Delete(Contact contact, bool keepGhost)
    {
        _slots[contact.Id - FirstId] = null;
        contact.IsDeleted = true;
        Count--;
        _sequence++;
        if (contact.MobileNumber is { } mobile)
        {
            _byMobile.Remove(mobile);
        }

        if (contact.Email is { } email)
        {
            _byEmail.Remove(email);
            if (keepGhost)
            {
                _ghosts[email] = contact;
            }
        }
    }

    public void Forget(string email) => _ghosts.Remove(email);

    /// <summary>The contacts changed at or after an instant, by id. Costs the changes since then, not the account.</summary>
    public Contact[] ModifiedSince(long since)
    {
        if (_modifiedCache is { } cache && cache.Since == since && cache.Version == _sequence)
        {
            return cache.Found;
        }

        var low = 0;
        var high = _changes.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_changes[middle].At < since)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var found = new List<Contact>();
        for (var i = low; i < _changes.Count; i++)
        {
            var (_, contact, sequence) = _changes[i];
            if (contact.ModifiedSequence == sequence && !contact.IsDeleted)
            {
                found.Add(contact);
            }
        }

        found.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        Contact[] result = [.. found];
        _modifiedCache = (since, _sequence, result);
        return result;
    }

    /// <summary>The slot of the first contact created at or after an instant.</summary>
    public int FirstCreatedSince(long since)
    {
        for (var slot = _slots.Count - 1; slot >= 0; slot--)
        {
            if (_slots[slot] is { } contact && contact.Created < since)
            {
                return slot + 1;
            }
        }

        return 0;
    }

    private void Insert(Contact contact)
    {
        _slots.Add(contact);
        Count++;
        if (contact.Email is { } email)
        {
            _byEmail[email] = contact;
        }

        if (contact.MobileNumber is { } mobile)
        {
            _byMobile[mobile] = contact;
        }
    }
}
