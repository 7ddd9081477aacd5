using System.Reflection;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>A method of a resource of the client.</summary>
internal sealed record ClientMethod(PropertyInfo Resource, MethodInfo Method)
{
    /// <summary>Every method of every resource.</summary>
    public static IReadOnlyList<ClientMethod> All { get; } =
        [.. from resource in typeof(IDotdigitalClient).GetProperties()
            where resource.PropertyType.IsInterface
            from method in resource.PropertyType.GetMethods()
            select new ClientMethod(resource, method)];

    /// <summary>Its name, the same for all its overloads.</summary>
    public string Name => $"{Resource.Name}.{Method.Name}";

    /// <summary>Its name with its parameters.</summary>
    public string Signature => $"{Name}({string.Join(", ", Method.GetParameters().SkipLast(1).Select(p => Describe(p.ParameterType)))})";

    /// <summary>The method it is a part of: a list and its pages are one.</summary>
    public string Whole
    {
        get
        {
            var whole = Method.Name == "GetPageAsync" ? "GetAllAsync" : Method.Name.Replace("PageAsync", "Async", StringComparison.Ordinal);
            return $"{Resource.Name}.{(Resource.PropertyType.GetMethods().Any(m => m.Name == whole) ? whole : Method.Name)}";
        }
    }

    /// <summary>Calls it, reads its result to the end, and gives what came.</summary>
    public async Task<object?> CallAsync(IDotdigitalClient client, object?[] arguments)
    {
        object? result;
        try
        {
            result = Method.Invoke(Resource.GetValue(client), [.. arguments, CancellationToken.None]);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }

        if (result is Task task)
        {
            await task;
            return Method.ReturnType.IsGenericType ? task.GetType().GetProperty("Result")!.GetValue(task) : null;
        }

        var item = Method.ReturnType.GetGenericArguments()[0];
        var read = typeof(ClientMethod).GetMethod(nameof(ReadAllAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item);
        return await (Task<object>)read.Invoke(null, [result])!;
    }

    public override string ToString() => Signature;

    private static async Task<object> ReadAllAsync<T>(IAsyncEnumerable<T> items) => await items.ToListAsync();

    private static string Describe(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Describe))}>" : type.Name;
}
