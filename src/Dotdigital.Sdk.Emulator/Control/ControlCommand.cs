namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>A command of the control API, as the C# methods, the HTTP endpoints and the journal's replay all call it.</summary>
internal abstract class ControlCommand(string name, bool mutates)
{
    public string Name { get; } = name;

    public bool Mutates { get; } = mutates;

    public abstract object? RunJson(ControlContext context, ReadOnlyMemory<byte> json);

    public abstract object? RunJson(EmulatorHost host, Accounts.AccountState account, ReadOnlyMemory<byte> json);
}
