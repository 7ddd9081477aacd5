namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>The host's name for a connected Dotdigital account, 1 to 64 characters; compared ordinally.</summary>
public readonly record struct AccountId
{
    /// <summary>Names an account.</summary>
    /// <exception cref="ArgumentException">The name is blank or longer than 64 characters.</exception>
    public AccountId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        if (value.Length > 64)
        {
            throw new ArgumentException("An account id has at most 64 characters.", nameof(value));
        }

        Value = value;
    }

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
