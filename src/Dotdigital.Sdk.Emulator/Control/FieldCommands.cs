using Dotdigital.Sdk.Emulator.DataFields;

namespace Dotdigital.Sdk.Emulator.Control;

internal static class FieldCommands
{
    public static bool Create(ControlContext context, CreateFieldArgs args)
    {
        var trial = new DataField { Name = args.Name, Type = args.Type, Column = 0 };
        if (context.Account.Fields.Find(args.Name) is not null || !trial.TryNormalise(args.DefaultValue, out var value))
        {
            throw new ArgumentException($"The data field '{args.Name}' exists already, or its default value does not fit.", nameof(args));
        }

        context.Account.Fields.Add(args.Name, args.Type, args.Visibility, value, isSystem: false);
        return true;
    }

    public static bool Delete(ControlContext context, FieldArgs args)
    {
        context.Account.Fields.Remove(Find(context, args.Name));
        return true;
    }

    public static bool AddDependency(ControlContext context, DependencyArgs args)
    {
        Find(context, args.Name).Dependencies.Add((args.Type, args.ObjectId));
        return true;
    }

    public static DataField Find(ControlContext context, string name)
        => context.Account.Fields.Find(name) ?? throw new ArgumentException($"The account '{context.Account.Options.Name}' has no data field '{name}'.", nameof(name));
}
