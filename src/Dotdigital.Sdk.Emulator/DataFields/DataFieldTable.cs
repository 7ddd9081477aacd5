namespace Dotdigital.Sdk.Emulator.DataFields;

/// <summary>The data fields of an account, system fields first.</summary>
internal sealed class DataFieldTable
{
    private readonly Dictionary<string, DataField> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DataField> _fields = [];

    public int Columns { get; private set; }

    /// <summary>The field that the server itself dates at each subscription.</summary>
    public DataField? LastSubscribed { get; private set; }

    public IReadOnlyList<DataField> All => _fields;

    public DataField? Find(string name) => _byName.GetValueOrDefault(name);

    public DataField Add(string name, DataFieldType type, string visibility, string? defaultValue, bool isSystem)
        => Restore(new DataField { Name = name, Type = type, Visibility = visibility, Default = defaultValue, IsSystem = isSystem, Column = Columns });

    public DataField Restore(DataField field)
    {
        _byName.Add(field.Name, field);
        _fields.Add(field);
        Columns = Math.Max(Columns, field.Column + 1);
        if (field.IsServerSet)
        {
            LastSubscribed = field;
        }

        return field;
    }

    public void RestoreColumns(int columns) => Columns = Math.Max(Columns, columns);

    public void Remove(DataField field)
    {
        _byName.Remove(field.Name);
        _fields.Remove(field);
    }
}
