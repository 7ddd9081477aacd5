using System.Text;
using System.Text.Json;

namespace Dotdigital.Sdk.Serialization;

/// <summary>
/// The properties of an object that converters written by hand read: the rows that come by the thousand, where generated code would box every value of a
/// record that cannot be changed after it was made.
/// </summary>
internal sealed class PropertyNames(params string[] names)
{
    private readonly byte[][] texts = [.. names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Goes to the next known property's value, over unheard-of ones.</summary>
    /// <param name="reader">At the object's start, or at the end of the last value.</param>
    /// <param name="found">The last property's place, -1 at the start: properties mostly come in the same order.</param>
    /// <returns>False at the object's end.</returns>
    public bool Next(ref Utf8JsonReader reader, ref int found)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            found = Find(ref reader, found);
            reader.Read();
            if (found >= 0)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private int Find(ref Utf8JsonReader reader, int last)
    {
        for (var i = 1; i <= texts.Length; i++)
        {
            var at = (last + i) % texts.Length;
            if (reader.ValueTextEquals(texts[at]))
            {
                return at;
            }
        }

        return FindIgnoringCase(NamePool.Shared.Get(ref reader));
    }

    private int FindIgnoringCase(string name) => Array.FindIndex(names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
}
