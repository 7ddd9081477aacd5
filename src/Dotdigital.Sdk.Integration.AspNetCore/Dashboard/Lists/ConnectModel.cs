using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>The form that connects a list.</summary>
internal sealed record ConnectModel
{
    /// <summary>The list.</summary>
    public required MarketingList List { get; init; }

    /// <summary>All accounts.</summary>
    public required IReadOnlyList<AccountDetails> Accounts { get; init; }

    /// <summary>The chosen account; null when there is none at all.</summary>
    public AccountDetails? Account { get; init; }

    /// <summary>Its free address books.</summary>
    public IReadOnlyList<AddressBookRecord> Books { get; init; } = [];

    /// <summary>The chosen book, as it was sent.</summary>
    public string Book { get; init; } = string.Empty;

    /// <summary>The name of a new book, as it was sent.</summary>
    public string NewBook { get; init; } = string.Empty;

    /// <summary>Whether contacts become records.</summary>
    public bool CreateEntities { get; init; }
}
