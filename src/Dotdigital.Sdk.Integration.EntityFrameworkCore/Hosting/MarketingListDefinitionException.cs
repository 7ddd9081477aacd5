using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>A marketing list was declared in a way that cannot work. Thrown at registration, or at the host's start for what only the EF Core model can tell.</summary>
public sealed class MarketingListDefinitionException : DotdigitalException
{
    /// <summary>Creates the error.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="mistakes">Each mistake with its remedy; at least one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public MarketingListDefinitionException(string list, IReadOnlyList<string> mistakes, Exception? innerException = null)
        : base(Describe(list, mistakes), innerException)
    {
        List = list;
        Mistakes = mistakes;
    }

    /// <summary>The list's name.</summary>
    public string List { get; }

    /// <summary>All mistakes found, each with its remedy.</summary>
    public IReadOnlyList<string> Mistakes { get; }

    private static string Describe(string list, IReadOnlyList<string> mistakes)
    {
        ArgumentNullException.ThrowIfNull(mistakes);
        var lines = string.Join(Environment.NewLine, mistakes.Select(static mistake => "- " + mistake));
        return $"The marketing list '{list}' cannot be used as it is declared:{Environment.NewLine}{lines}";
    }
}
