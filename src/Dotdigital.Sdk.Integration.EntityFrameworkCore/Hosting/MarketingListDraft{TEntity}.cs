using System.Linq.Expressions;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>What the builder was told, not yet checked.</summary>
internal sealed class MarketingListDraft<TEntity>
    where TEntity : class
{
    public Expression<Func<TEntity, bool>>? Segment { get; set; }

    public Expression<Func<TEntity, bool>>? OptedOut { get; set; }

    public Action<TEntity, OptOutNotice>? OnOptOut { get; set; }

    public Action<TEntity, OptOutNotice>? OnOptBackIn { get; set; }

    public OptOutAction OptOutAction { get; set; }

    public (string Account, string AddressBook, bool Create)? Connection { get; set; }

    public LambdaExpression? Key { get; set; }

    public Expression<Func<TEntity, string?>>? Email { get; set; }

    public List<MappingRowDraft> Rows { get; } = [];

    public List<(string Name, LambdaExpression Expression)> Fields { get; } = [];

    public TwoWayConflicts TwoWayConflicts { get; set; }

    public bool CreateEntities { get; set; }

    public Action<TEntity, NewItem>? OnCreate { get; set; }

    public int Priority { get; set; }

    public string? OptInType { get; set; }

    public string? EmailType { get; set; }
}
