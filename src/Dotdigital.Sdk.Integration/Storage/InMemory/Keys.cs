namespace Dotdigital.Sdk.Integration.Storage.InMemory;

/// <summary>The orders of composite keys: part by part, texts by their UTF-8 bytes.</summary>
internal static class Keys
{
    public static IComparer<MembershipKey> ByContactThenBook { get; } = Comparer<MembershipKey>.Create(static (x, y) =>
        x.ContactId != y.ContactId ? x.ContactId.CompareTo(y.ContactId) : x.AddressBookId.CompareTo(y.AddressBookId));

    public static IComparer<(int Connection, string Item)> ByConnectionThenItem { get; } = Comparer<(int Connection, string Item)>.Create(static (x, y) =>
        x.Connection != y.Connection ? x.Connection.CompareTo(y.Connection) : Utf8Comparer.Instance.Compare(x.Item, y.Item));

    public static IComparer<(string List, string Item)> ByListThenItem { get; } = Comparer<(string List, string Item)>.Create(static (x, y) =>
        Utf8Comparer.Instance.Compare(x.List, y.List) is var order and not 0 ? order : Utf8Comparer.Instance.Compare(x.Item, y.Item));

    public static IComparer<(string Step, int Scope)> ByStepThenScope { get; } = Comparer<(string Step, int Scope)>.Create(static (x, y) =>
        string.CompareOrdinal(x.Step, y.Step) is var order and not 0 ? order : x.Scope.CompareTo(y.Scope));

    public static IComparer<(string Step, int Scope, long Id)> ByStepScopeAndId { get; } = Comparer<(string Step, int Scope, long Id)>.Create(static (x, y) =>
        ByStepThenScope.Compare((x.Step, x.Scope), (y.Step, y.Scope)) is var order and not 0 ? order : x.Id.CompareTo(y.Id));

    public static IComparer<MarketingActivityRecord> OfMarketingActivities { get; } = Comparer<MarketingActivityRecord>.Create(static (x, y) =>
    {
        var order = x.CampaignId.CompareTo(y.CampaignId);
        order = order != 0 ? order : x.RemoteContactId.CompareTo(y.RemoteContactId);
        order = order != 0 ? order : x.Kind.CompareTo(y.Kind);
        order = order != 0 ? order : x.At.CompareTo(y.At);
        order = order != 0 ? order : Utf8Comparer.Instance.Compare(x.Url, y.Url);
        return order != 0 ? order : x.Ordinal.CompareTo(y.Ordinal);
    });
}
