using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dotdigital.Sdk.Http;

/// <summary>What can be known without asking the API: arguments it would refuse throw before any call, with the limit in the message.</summary>
internal static partial class Check
{
    /// <summary>Text that must be there, up to a length.</summary>
    public static void Text(string? value, int max, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        MaxLength(value, max, name);
    }

    public static void MaxLength(string? value, int max, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value?.Length > max)
        {
            throw new ArgumentException($"A text of {value.Length} characters is too long: up to {max} are allowed.", name);
        }
    }

    /// <summary>A name of letters, digits, hyphen and underscore.</summary>
    public static void Name(string? value, int max, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        Text(value, max, name);
        if (!NamePattern().IsMatch(value!))
        {
            throw new ArgumentException($"A name has letters, digits, '-' and '_' only, up to {max} of them.", name);
        }
    }

    /// <summary>An address with something before and after its at sign. In a path, anything else would be another route.</summary>
    public static void Email(string? value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == value.Length - 1)
        {
            throw new ArgumentException("An email address needs an '@' with something before and after it.", name);
        }
    }

    public static void Count(int count, int min, int max, string name)
    {
        if (count < min || count > max)
        {
            throw new ArgumentException(max == int.MaxValue ? $"At least {min} is needed." : $"{count} is not allowed: from {min} to {max} are.", name);
        }
    }

    public static void Range(int value, int min, int max, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value < min || value > max)
        {
            throw new ArgumentOutOfRangeException(name, value, $"It must be from {min} to {max}.");
        }
    }

    public static void Color(string? value, string name)
    {
        if (value is null || !ColorPattern().IsMatch(value))
        {
            throw new ArgumentException("A colour is written as #rrggbb in lower case.", name);
        }
    }

    public static void Period(DateTimeOffset from, DateTimeOffset to)
    {
        if (from > to)
        {
            throw new ArgumentException("The period ends before it begins.", nameof(to));
        }
    }

    public static void JsonObject(JsonElement content, [CallerArgumentExpression(nameof(content))] string? name = null)
    {
        if (content.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException("The content must be a JSON object.", name);
        }
    }

    /// <summary>A file, as far as its size is known before it is read.</summary>
    public static void Size(Stream content, int megabytes, [CallerArgumentExpression(nameof(content))] string? name = null)
    {
        if (content.CanSeek && content.Length - content.Position > megabytes * 1024L * 1024)
        {
            throw new ArgumentException($"The file is larger than {megabytes} MB.", name);
        }
    }

    [GeneratedRegex("^[-A-Za-z0-9_]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^#[0-9a-f]{6}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ColorPattern();
}
