using System.Globalization;

namespace Dotdigital.Sdk.Soak.People;

/// <summary>The host's people of one account: an array that has room for all who will ever come.</summary>
internal sealed class Population(string account, int people, int room)
{
    private readonly Person[] _people = new Person[room];

    public string Account { get; } = account;

    /// <summary>How many there ever were: their numbers go up to here.</summary>
    public int Count { get; private set; } = people;

    /// <summary>Contacts that marketers made.</summary>
    public int Strangers { get; set; }

    public ref Person this[int number] => ref _people[number];

    /// <summary>A new person, while there is room.</summary>
    public bool TryAdd(short day)
    {
        if (Count == _people.Length)
        {
            return false;
        }

        _people[Count].Touched = day;
        Count++;
        return true;
    }

    public string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Account}-{number:D7}");

    public int NumberOf(string id) => int.Parse(id.AsSpan(Account.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    public string EmailOf(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number:D7}v{_people[number].Address}@example.com");

    /// <summary>Finds by an address that the person has or had.</summary>
    public int? Find(string email) =>
        email.Length > 9 && email[0] == 'p' && int.TryParse(email.AsSpan(1, 7), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < Count ? number : null;

    public string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Family{number}-{_people[number].Name}");

    public decimal PointsOf(int number) => _people[number].Points;

    public string TownOf(int number) => TownName(_people[number].Town);

    public static string TownName(int town) => string.Create(CultureInfo.InvariantCulture, $"Town{town}");

    public static ushort TownNumber(string? name) => ushort.Parse(name.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture);
}
