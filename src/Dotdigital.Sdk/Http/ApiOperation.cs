using System.Text;

namespace Dotdigital.Sdk.Http;

/// <summary>One operation of the API: its name, method and path template, and whether it may be repeated when its answer was lost.</summary>
internal sealed record ApiOperation(string Name, HttpMethod Method, string Template, bool IsRepeatable)
{
    /// <summary>Whether 409 carries an answer of its own, instead of an error.</summary>
    public bool ReadsConflict { get; init; }

    public static ApiOperation Get(string name, string template) => new(name, HttpMethod.Get, template, IsRepeatable: true);

    public static ApiOperation Delete(string name, string template) => new(name, HttpMethod.Delete, template, IsRepeatable: true);

    /// <summary>An operation that creates, or changes in a way that adds up: never repeated when its answer was lost.</summary>
    public static ApiOperation Once(string name, HttpMethod method, string template) => new(name, method, template, IsRepeatable: false);

    /// <summary>An operation that ends in the same state however often it is done.</summary>
    public static ApiOperation Repeatable(string name, HttpMethod method, string template) => new(name, method, template, IsRepeatable: true);

    /// <summary>A call of this operation, the template's values filled in from left to right.</summary>
    public ApiCall With(params ReadOnlySpan<PathValue> values)
    {
        if (values.IsEmpty)
        {
            return new(this, Template);
        }

        var path = new StringBuilder(Template.Length + 64);
        var rest = Template.AsSpan();
        foreach (var value in values)
        {
            var open = rest.IndexOf('{');
            path.Append(rest[..open]).Append(PathValue.ToSegment(value));
            rest = rest[(rest.IndexOf('}') + 1)..];
        }

        return new(this, path.Append(rest).ToString());
    }
}
