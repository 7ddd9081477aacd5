using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>The form that connects a list, or switches it to another book.</summary>
internal sealed record ConnectModel
{
    /// <summary>How many address books a page offers.</summary>
    public const int BooksAPage = 100;

    /// <summary>The list.</summary>
    public required MarketingListOverview List { get; init; }

    /// <summary>All accounts.</summary>
    public required IReadOnlyList<AccountDetails> Accounts { get; init; }

    /// <summary>The chosen account; null when there is none at all.</summary>
    public AccountDetails? Account { get; init; }

    /// <summary>Whether the list is connected already, and goes to another book.</summary>
    public bool IsSwitch => List.Connection is not null;

    /// <summary>The page that the form is on.</summary>
    public string Path => IsSwitch ? "lists/switch" : "lists/connect";

    /// <summary>What the books' names are to hold.</summary>
    public string Filter { get; init; } = string.Empty;

    /// <summary>How many matching books come before those that are offered.</summary>
    public int Skip { get; init; }

    /// <summary>The free address books that are offered.</summary>
    public AddressBookPage Books { get; init; } = new([], 0, 0);

    /// <summary>The chosen book, as it was sent.</summary>
    public string Book { get; init; } = string.Empty;

    /// <summary>The name of a new book, as it was sent.</summary>
    public string NewBook { get; init; } = string.Empty;

    /// <summary>Whether a new book is public.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether contacts become records.</summary>
    public bool CreateEntities { get; init; }

    /// <summary>What becomes of the members of the former book, as it was sent.</summary>
    public string Members { get; init; } = string.Empty;

    /// <summary>What connecting would do; null when it was not asked for.</summary>
    public ListForecast? Forecast { get; init; }
}
