using System.Diagnostics.CodeAnalysis;

namespace Dotdigital.Sdk.Integration.Contacts;

/// <summary>An email address as the engine compares it: trimmed, lower-cased (invariant) once, on entry.</summary>
public readonly record struct EmailAddress : IComparable<EmailAddress>
{
    private const int MaxLength = 254;

    private EmailAddress(string value) => Value = value;

    /// <summary>The normalised address; never null or blank in a value made by <see cref="TryParse"/> or <see cref="Parse"/>.</summary>
    public string Value { get; }

    /// <summary>Normalises <paramref name="text"/> and checks that it has the shape of an address (one <c>@</c> with text on both sides, a dot in the domain, no blanks or controls, at most 254 characters).</summary>
    /// <param name="text">The raw address; null and blank are refused.</param>
    /// <param name="address">The normalised address when the result is true.</param>
    /// <returns>False when the text cannot be an email address.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress address)
    {
        address = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var value = text.Trim().ToLowerInvariant();
        var at = value.IndexOf('@');
        if (value.Length > MaxLength || at <= 0 || at != value.LastIndexOf('@'))
        {
            return false;
        }

        var domain = value.AsSpan(at + 1);
        if (domain.IndexOf('.') <= 0 || domain[^1] == '.' || value.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var character in value)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character) || character is ',' or ';' or '<' or '>' or '"' or '(' or ')')
            {
                return false;
            }
        }

        address = new EmailAddress(value);
        return true;
    }

    /// <summary>Normalises <paramref name="text"/>.</summary>
    /// <exception cref="FormatException">The text cannot be an email address.</exception>
    public static EmailAddress Parse(string? text) =>
        TryParse(text, out var address) ? address : throw new FormatException("The text is not an email address.");

    /// <summary>Orders by ordinal comparison of the normalised text.</summary>
    public int CompareTo(EmailAddress other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The address with its local part masked: safe for logs.</summary>
    public override string ToString() => Value is null ? string.Empty : $"{Value[0]}***{Value[Value.IndexOf('@')..]}";
}
