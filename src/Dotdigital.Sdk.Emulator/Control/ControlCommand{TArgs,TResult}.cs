using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Control;

/// <inheritdoc />
internal sealed class ControlCommand<TArgs, TResult>(string name, bool mutates, Func<ControlContext, TArgs, TResult> run) : ControlCommand(name, mutates)
{
    public TResult Run(ControlContext context, TArgs args) => run(context, args);

    public override object? RunJson(ControlContext context, ReadOnlyMemory<byte> json)
    {
        try
        {
            return run(context, Parse(json));
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    public override object? RunJson(EmulatorHost host, AccountState account, ReadOnlyMemory<byte> json) => host.Control(account, this, Parse(json));

    private static TArgs Parse(ReadOnlyMemory<byte> json)
        => JsonSerializer.Deserialize<TArgs>(json.IsEmpty ? "{}"u8 : json.Span, ControlJson.Options)
            ?? throw new ArgumentException("The command's arguments are missing.", nameof(json));
}
