namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>An address book and the ids of the contacts that have any standing in it.</summary>
internal sealed class AddressBook
{
    private readonly HashSet<int> _contacts = [];
    private int[]? _ordered;

    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Visibility { get; set; } = "Private";

    public bool IsReserved { get; init; }

    /// <summary>How many contacts are subscribed to it.</summary>
    public int Subscribed { get; set; }

    /// <summary>The ids of all contacts with a standing in the book, suppressed ones included, ascending.</summary>
    public int[] Ordered
    {
        get
        {
            if (_ordered is null)
            {
                _ordered = [.. _contacts];
                Array.Sort(_ordered);
            }

            return _ordered;
        }
    }

    public void Add(int contactId)
    {
        if (_contacts.Add(contactId))
        {
            _ordered = null;
        }
    }

    public void Remove(int contactId)
    {
        if (_contacts.Remove(contactId))
        {
            _ordered = null;
        }
    }
}
