using System.Globalization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Http;

/// <summary>A value of a path or query, in the API's text form.</summary>
internal readonly record struct PathValue(string Text)
{
    public static implicit operator PathValue(string text) => new(text);

    public static implicit operator PathValue(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    public static implicit operator PathValue(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    public static implicit operator PathValue(bool value) => new(value ? "true" : "false");

    public static implicit operator PathValue(Guid value) => new(value.ToString("D"));

    public static implicit operator PathValue(DateTimeOffset value) => new(DotdigitalDate.Format(value));

    /// <summary>A value as one segment of a path.</summary>
    /// <exception cref="ArgumentException">It is empty, or would climb the path.</exception>
    public static string ToSegment(PathValue value)
    {
        if (string.IsNullOrWhiteSpace(value.Text) || value.Text is "." or "..")
        {
            throw new ArgumentException("A value of the request's path is empty or not allowed.", nameof(value));
        }

        // '@' and ':' are allowed in a path, and emails and dates read better in the server's logs so.
        return Uri.EscapeDataString(value.Text).Replace("%40", "@", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);
    }
}
