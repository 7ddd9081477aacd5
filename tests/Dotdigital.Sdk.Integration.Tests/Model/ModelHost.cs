using Dotdigital.Sdk.Integration.Tests.Engine;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>The model's host: a dictionary of people, and what it was told.</summary>
internal sealed class ModelHost(KillSwitch kills)
{
    /// <summary>The people by id.</summary>
    public SortedDictionary<string, ModelPerson> People { get; } = new(StringComparer.Ordinal);

    /// <summary>Marks what must be in the right order: edits and the engine's reads of items.</summary>
    public long Now { get; private set; }

    /// <summary>When the engine last read the values of an item, by list and item.</summary>
    public Dictionary<(string List, string Item), long> ReadAt { get; } = [];

    /// <summary>When a person said no in the host, by list and item.</summary>
    public Dictionary<(string List, string Item), long> NoAt { get; } = [];

    /// <summary>Every address that an item ever had.</summary>
    public Dictionary<string, HashSet<string>> AddressesOf { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes that will still be refused.</summary>
    public int Refusals { get; set; }

    /// <summary>The list whose next pass breaks.</summary>
    public string? Breaking { get; set; }

    /// <summary>Records that people changed, as a host without EF Core does.</summary>
    public Func<IReadOnlyList<string>, Task> Changed { get; set; } = static _ => Task.CompletedTask;

    public long Tick() => ++Now;

    /// <summary>The people of a list, in order.</summary>
    public IReadOnlyList<ModelPerson> In(string list) => [.. People.Values.Where(person => person.Lists.Contains(list))];

    /// <summary>Notes a person's address, after each change of it.</summary>
    public void NoteAddress(ModelPerson person)
    {
        if (person.Address is { } address)
        {
            AddressesOf.TryAdd(person.Id, new HashSet<string>(StringComparer.Ordinal));
            AddressesOf[person.Id].Add(address);
        }
    }

    public void SayNo(ModelPerson person, string list)
    {
        if (person.Noes.Add(list))
        {
            NoAt[(list, person.Id)] = Tick();
        }
    }

    /// <summary>Nothing of a dead process reaches the host, and some calls are refused.</summary>
    public void Enter(bool writes)
    {
        if (kills.IsDead)
        {
            throw new ModelHostException("The process that asked is dead.");
        }

        if (writes && Refusals > 0)
        {
            Refusals--;
            throw new ModelHostException("The host is read-only now.");
        }
    }
}
