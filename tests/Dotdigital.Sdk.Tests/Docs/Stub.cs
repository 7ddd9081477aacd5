using System.Reflection;

namespace Dotdigital.Sdk.Tests.Docs;

// snippet: stub
public class Stub<T> : DispatchProxy
    where T : class
{
    private readonly Dictionary<string, Func<object?[], object?>> answers = [];

    public static T Of(params (string Member, Func<object?[], object?> Answer)[] answers)
    {
        var stub = Create<T, Stub<T>>();
        foreach (var (member, answer) in answers)
        {
            ((Stub<T>)(object)stub).answers[member] = answer;
        }

        return stub;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        answers.TryGetValue(targetMethod!.Name.Replace("get_", ""), out var answer)
            ? answer(args ?? [])
            : throw new InvalidOperationException($"{typeof(T).Name}.{targetMethod.Name} is not stubbed.");
}

// end
