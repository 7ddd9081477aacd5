using System.Text;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Which item ids a store can keep as they are; any other would come back as somebody else's.</summary>
internal static class ItemIds
{
    private const int MaxLength = 200;

    /// <summary>Whether the id has at most 200 characters, no NUL, which PostgreSQL refuses, and no half of a surrogate pair, which has no UTF-8.</summary>
    public static bool CanBeKept(string id)
    {
        if (id.Length > MaxLength)
        {
            return false;
        }

        for (var at = 0; at < id.Length; at++)
        {
            if (char.IsSurrogate(id[at]))
            {
                if (!Rune.TryGetRuneAt(id, at, out _))
                {
                    return false;
                }

                at++;
            }
            else if (id[at] == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Something to show in place of an id that cannot be kept.</summary>
    public static string Shown(string id)
    {
        var shown = new StringBuilder(MaxLength);
        foreach (var rune in id.EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > MaxLength)
            {
                break;
            }

            shown.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return shown.ToString();
    }
}
