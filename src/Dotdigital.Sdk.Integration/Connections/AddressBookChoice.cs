namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>The address book to connect a list to: one that exists, or one to be created in the same act (rule CN-1).</summary>
public sealed record AddressBookChoice
{
    private AddressBookChoice()
    {
    }

    /// <summary>Dotdigital's id of an existing book; null for a new one.</summary>
    public int? Id { get; private init; }

    /// <summary>The name of a book to be created; null for an existing one.</summary>
    public string? Name { get; private init; }

    /// <summary>Who may see a new book.</summary>
    public AddressBookAccess Access { get; private init; }

    /// <summary>A book that exists, by Dotdigital's id.</summary>
    public static AddressBookChoice Existing(int id) => new() { Id = id };

    /// <summary>A book of this name (1 to 128 characters, no reserved one). When the account has it already and it is free, it is taken: the creation may be the one of an earlier, interrupted try.</summary>
    public static AddressBookChoice New(string name, AddressBookAccess access = AddressBookAccess.Private)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new AddressBookChoice { Name = name.Trim(), Access = access };
    }
}
