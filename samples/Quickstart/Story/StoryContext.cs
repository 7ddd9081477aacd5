using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Quickstart.Report;
using Quickstart.Shop;
using Quickstart.Wiring;

namespace Quickstart.Story;

/// <summary>Who takes part: the shop, the engine, and Dotdigital as the emulator plays it.</summary>
internal sealed record StoryContext
{
    public required int Customers { get; init; }

    /// <summary>Opens the shop as its own code does: changes are tracked.</summary>
    public required IDbContextFactory<ShopContext> Shop { get; init; }

    public required IServiceProvider Services { get; init; }

    public required DotdigitalEmulator Emulator { get; init; }

    public required ISyncStore Store { get; init; }

    public required EngineRuns Engine { get; init; }

    public required CallCounter Calls { get; init; }

    public required IStage Stage { get; init; }

    /// <summary>What the acts did, in order.</summary>
    public List<ActRecord> Played { get; } = [];

    /// <summary>What went otherwise than it should, in words.</summary>
    public List<string> Differences { get; } = [];

    public EmulatedAccount Dotdigital => Emulator.Account(QuickstartHost.Account);

    public AccountId Account { get; } = new(QuickstartHost.Account);

    /// <summary>The address book that the list is connected to.</summary>
    public int BookId => Dotdigital.AddressBooks.Single(book => book.Name == QuickstartHost.AddressBook).Id;
}
