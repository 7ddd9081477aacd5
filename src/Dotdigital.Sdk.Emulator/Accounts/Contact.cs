namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>A person of an account. Instants are UTC ticks; values are canonical texts by data field column.</summary>
internal sealed class Contact
{
    public required int Id { get; init; }

    public string? Email { get; set; }

    public string? MobileNumber { get; set; }

    public string?[] Values { get; set; } = [];

    public EmulatedStatus Status { get; set; }

    public long StatusSince { get; set; }

    public OptInType OptInType { get; set; }

    public EmailType EmailType { get; set; } = EmailType.Html;

    public long Created { get; init; }

    public long Modified { get; set; }

    public int ModifiedSequence { get; set; }

    public Membership[] Memberships { get; set; } = [];

    /// <summary>Consent records as the JSON they came in, with the instant they were stored; rare, so null mostly.</summary>
    public List<ConsentRecord>? Consents { get; set; }

    public bool IsDeleted { get; set; }

    public string? this[int column] => column < Values.Length ? Values[column] : null;

    public void Set(int column, string? value)
    {
        if (column >= Values.Length)
        {
            if (value is null)
            {
                return;
            }

            var grown = new string?[column + 1];
            Values.CopyTo(grown, 0);
            Values = grown;
        }

        Values[column] = value;
    }

    public int IndexOfBook(int bookId)
    {
        for (var i = 0; i < Memberships.Length; i++)
        {
            if (Memberships[i].BookId == bookId)
            {
                return i;
            }
        }

        return -1;
    }
}
