using System.Globalization;
using Dotdigital.Sdk.Http;

namespace Dotdigital.Sdk.Contacts;

/// <summary>What a v2 contact is found by: its id or its email address. A number converts to the one, text to the other.</summary>
public readonly record struct ContactKey
{
    private readonly string? email;

    private ContactKey(long id, string? email)
    {
        Id = id;
        this.email = email;
    }

    /// <summary>Whether it is an email address; else an id.</summary>
    public bool IsEmail => email is not null;

    /// <summary>The id; 0 when it is an email address.</summary>
    public long Id { get; }

    /// <summary>The email address; <see langword="null"/> when it is an id.</summary>
    public string? Email => email;

    internal string Segment => SegmentOf(this);

    /// <summary>By id.</summary>
    /// <param name="id">The contact's id.</param>
    public static implicit operator ContactKey(long id) => FromId(id);

    /// <summary>By email address.</summary>
    /// <param name="email">The contact's email address.</param>
    public static implicit operator ContactKey(string email) => FromEmail(email);

    /// <summary>By id.</summary>
    /// <param name="id">The contact's id, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public static ContactKey FromId(long id)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(id, 1);
        return new(id, null);
    }

    /// <summary>By email address.</summary>
    /// <param name="email">The contact's email address.</param>
    /// <exception cref="ArgumentException">It has no <c>@</c>, or nothing before or after it.</exception>
    public static ContactKey FromEmail(string email)
    {
        Check.Email(email);
        return new(0, email);
    }

    /// <summary>The id; an email address is not shown, because this is likely to be logged.</summary>
    public override string ToString() => IsEmail ? "(an email address)" : Id.ToString(CultureInfo.InvariantCulture);

    private static string SegmentOf(ContactKey contact) =>
        contact.email ?? (contact.Id > 0 ? contact.Id.ToString(CultureInfo.InvariantCulture) : throw new ArgumentException("The contact is neither an id nor an email address.", nameof(contact)));
}
