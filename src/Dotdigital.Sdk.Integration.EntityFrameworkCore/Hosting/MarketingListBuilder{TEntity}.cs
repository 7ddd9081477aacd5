using System.Linq.Expressions;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>
/// Declares a marketing list over an entity of a DbContext. All expressions become one SQL statement: no entity is loaded to be exported. Mistakes are
/// collected and thrown together as <see cref="MarketingListDefinitionException"/> when the declaration ends.
/// </summary>
/// <typeparam name="TEntity">The entity whose records are the list's items.</typeparam>
public sealed class MarketingListBuilder<TEntity>
    where TEntity : class
{
    private readonly MarketingListDraft<TEntity> _draft;

    internal MarketingListBuilder(MarketingListDraft<TEntity> draft) => _draft = draft;

    /// <summary>The segment: who matches is in the list, who no longer does leaves the address book (rule EX-1). All records when not called; called again, both must match.</summary>
    public MarketingListBuilder<TEntity> Where(Expression<Func<TEntity, bool>> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        _draft.Segment = _draft.Segment is null ? predicate : Expressions.And(_draft.Segment, predicate);
        return this;
    }

    /// <summary>Who said no in the host, in the segment or not: Dotdigital is told before anything else (rule OP-3).</summary>
    public MarketingListBuilder<TEntity> OptedOutWhen(Expression<Func<TEntity, bool>> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        _draft.OptedOut = predicate;
        return this;
    }

    /// <summary>What to do with the record when Dotdigital says the person opted out or cannot be delivered to (rule OP-4). Its change is saved right after; it may be called again for the same notice.</summary>
    /// <param name="action">Changes the entity, which is loaded with its owned and auto-included parts.</param>
    public MarketingListBuilder<TEntity> OnOptOut(Action<TEntity, OptOutNotice> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        _draft.OnOptOut = action;
        return this;
    }

    /// <summary>What to do with the record when the person came back by their own act (rule OP-4). Its change is saved right after; it may be called again for the same notice.</summary>
    /// <param name="action">Changes the entity, which is loaded with its owned and auto-included parts.</param>
    public MarketingListBuilder<TEntity> OnOptBackIn(Action<TEntity, OptOutNotice> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        _draft.OnOptBackIn = action;
        return this;
    }

    /// <summary>What Dotdigital is told of a host's opt-out (rule OP-3); unsubscribed from the address book when not called.</summary>
    public MarketingListBuilder<TEntity> OnOptOutTell(OptOutAction action)
    {
        _draft.OptOutAction = action;
        return this;
    }

    /// <summary>The address book this list goes to (rule CN-1). When not called, the list is connected at run time.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="addressBook">The book's name, at most 128 characters; not <c>All Contacts</c> or <c>Test</c>.</param>
    /// <param name="create">Whether to create the book when it does not exist.</param>
    public MarketingListBuilder<TEntity> ConnectTo(string account, string addressBook, bool create = false)
    {
        _draft.Connection = (account, addressBook, create);
        return this;
    }

    /// <summary>
    /// The record's id: one own column of type int, long, Guid or string that never changes and is unique; records without one are not in the list. The
    /// primary key when not called. All lists of an entity must have the same key.
    /// </summary>
    public MarketingListBuilder<TEntity> Key<TKey>(Expression<Func<TEntity, TKey>> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _draft.Key = key;
        return this;
    }

    /// <summary>The record's email address; required.</summary>
    public MarketingListBuilder<TEntity> Email(Expression<Func<TEntity, string?>> email)
    {
        ArgumentNullException.ThrowIfNull(email);
        _draft.Email = email;
        return this;
    }

    /// <summary>
    /// Maps one host field. A property or a path of properties (<c>c => c.Address.Town</c>) is a real field, named by its path and tracked (rule TR-1);
    /// anything else is computed, named by its data field, and not tracked. What is missing on the path gives null.
    /// </summary>
    /// <param name="dataField">The data field's name, 1 to 20 letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="field">The field: text, bool, number, DateTime, DateTimeOffset, DateOnly, Guid or enum; nullable or not.</param>
    /// <param name="twoWay">Whether changes in Dotdigital flow back; only for an own property with a setter (rules MP-3, IM-4). A blank in Dotdigital makes a required text empty; other required types refuse it.</param>
    /// <param name="whenBlank">What a blank value does (rule MP-7).</param>
    /// <param name="whenOverlong">What a text longer than the data field does.</param>
    /// <param name="timeZone">The IANA time zone of unspecified times; UTC when null (rule EX-4).</param>
    /// <param name="restores">Whether a change in Dotdigital is undone: the host's value is sent again (rule MP-6). Not together with <paramref name="twoWay"/>.</param>
    public MarketingListBuilder<TEntity> Map<TValue>(
        string dataField,
        Expression<Func<TEntity, TValue>> field,
        bool twoWay = false,
        BlankAction whenBlank = BlankAction.Clears,
        OverlongAction whenOverlong = OverlongAction.SetsAside,
        string? timeZone = null,
        bool restores = false)
    {
        ArgumentNullException.ThrowIfNull(field);
        _draft.Rows.Add(new(dataField, [field], twoWay, whenBlank, whenOverlong, timeZone, restores));
        return this;
    }

    /// <summary>Maps several host fields into one String data field, joined by a space, nulls skipped (rules MP-2, EX-4).</summary>
    /// <param name="dataField">The data field's name, 1 to 20 letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="first">The first field.</param>
    /// <param name="second">The second field.</param>
    /// <param name="others">More fields, in order.</param>
    public MarketingListBuilder<TEntity> Map(
        string dataField,
        Expression<Func<TEntity, object?>> first,
        Expression<Func<TEntity, object?>> second,
        params Expression<Func<TEntity, object?>>[] others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return Map(dataField, [first, second, .. others], BlankAction.Clears);
    }

    /// <summary>Maps several host fields into one String data field, joined by a space, nulls skipped (rules MP-2, EX-4), with options.</summary>
    /// <param name="dataField">The data field's name, 1 to 20 letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="fields">The fields, in order.</param>
    /// <param name="whenBlank">What a blank value does (rule MP-7).</param>
    /// <param name="whenOverlong">What a text longer than the data field does.</param>
    /// <param name="timeZone">The IANA time zone of unspecified times; UTC when null (rule EX-4).</param>
    /// <param name="restores">Whether a change in Dotdigital is undone: the host's value is sent again (rule MP-6).</param>
    public MarketingListBuilder<TEntity> Map(
        string dataField,
        IReadOnlyList<Expression<Func<TEntity, object?>>> fields,
        BlankAction whenBlank,
        OverlongAction whenOverlong = OverlongAction.SetsAside,
        string? timeZone = null,
        bool restores = false)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _draft.Rows.Add(new(dataField, [.. fields], false, whenBlank, whenOverlong, timeZone, restores));
        return this;
    }

    /// <summary>Whose value counts when a two-way field was changed in the host and in Dotdigital (rule IM-4); Dotdigital's when not called.</summary>
    public MarketingListBuilder<TEntity> OnTwoWayConflict(TwoWayConflicts conflicts)
    {
        _draft.TwoWayConflicts = conflicts;
        return this;
    }

    /// <summary>
    /// Makes a record of every reachable contact of the address book that no record has the address of (rule IM-5), with its email and two-way fields. Each
    /// property that the database requires must be one of these, have a value from its constructor, or be set by <paramref name="initialize"/>; the person must not
    /// come out as opted out (<see cref="OptedOutWhen"/>). It is the setting that the connection begins with; once connected, the stored one counts, which IConnectionService.UpdateAsync changes.
    /// </summary>
    /// <param name="initialize">Completes the new entity before it is saved; may be called again for the same contact.</param>
    public MarketingListBuilder<TEntity> CreateEntities(Action<TEntity, NewItem>? initialize = null)
    {
        _draft.CreateEntities = true;
        _draft.OnCreate = initialize;
        return this;
    }

    /// <summary>
    /// Names a field that mappings edited at run time may choose (<see cref="IMappingService"/>), without mapping it. For what the model cannot name by itself:
    /// computed values (<c>.Field("LastOrder", c => c.Orders.Max(o => o.PlacedAt))</c>), which are not tracked. Own properties and paths through relations
    /// need no call.
    /// </summary>
    /// <param name="name">The name, 1 to 100 characters; the same one in every list of the entity that shall have the field.</param>
    /// <param name="field">The field: text, bool, number, DateTime, DateTimeOffset, DateOnly, Guid or enum; nullable or not.</param>
    public MarketingListBuilder<TEntity> Field<TValue>(string name, Expression<Func<TEntity, TValue>> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        _draft.Fields.Add((name, field));
        return this;
    }

    /// <summary>The priority of this list's mapping: the highest owns a data field (rule EX-3a). 0 when not called.</summary>
    public MarketingListBuilder<TEntity> Priority(int priority)
    {
        _draft.Priority = priority;
        return this;
    }

    /// <summary>The opt-in type to send for new contacts (<c>Single</c>, <c>Double</c>, <c>VerifiedDouble</c>); none is sent when not called (rule EX-4).</summary>
    public MarketingListBuilder<TEntity> OptInType(string optInType)
    {
        _draft.OptInType = optInType;
        return this;
    }

    /// <summary>The email type to send (<c>Html</c>, <c>PlainText</c>); none is sent when not called (rule EX-4).</summary>
    public MarketingListBuilder<TEntity> EmailType(string emailType)
    {
        _draft.EmailType = emailType;
        return this;
    }
}
