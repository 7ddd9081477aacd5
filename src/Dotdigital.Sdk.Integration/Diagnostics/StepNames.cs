namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>The names of the steps, as reports, logs, progress and watermarks know them.</summary>
public static class StepNames
{
    /// <summary>Rule OP-1.</summary>
    public const string ReadBookOptOuts = "ReadBookOptOuts";

    /// <summary>Rule OP-2.</summary>
    public const string ReadSuppressions = "ReadSuppressions";

    /// <summary>Rule OP-3.</summary>
    public const string TellHostOptOuts = "TellHostOptOuts";

    /// <summary>Rule OP-4.</summary>
    public const string DeliverEvents = "DeliverEvents";

    /// <summary>Rule IM-9: marketing activity to the host.</summary>
    public const string DeliverActivities = "DeliverActivities";

    /// <summary>Rules EX-3c, ST-2, ST-3: tells the host what is set aside.</summary>
    public const string TellSetAside = "TellSetAside";

    /// <summary>Rule PR-1.</summary>
    public const string ErasePeople = "ErasePeople";

    /// <summary>Rule DF-1.</summary>
    public const string SyncDataFields = "SyncDataFields";

    /// <summary>Rule IM-1.</summary>
    public const string ImportAddressBooks = "ImportAddressBooks";

    /// <summary>Rule CN-1: connects the lists whose declaration names a book.</summary>
    public const string ConnectDeclaredLists = "ConnectDeclaredLists";

    /// <summary>Rule IM-2.</summary>
    public const string ImportCampaigns = "ImportCampaigns";

    /// <summary>Rule IM-3.</summary>
    public const string ImportContacts = "ImportContacts";

    /// <summary>Rule IM-4: values changed in Dotdigital, to the host.</summary>
    public const string WriteFields = "WriteFields";

    /// <summary>Rule IM-5: contacts that the host does not have, to the host.</summary>
    public const string CreateItems = "CreateItems";

    /// <summary>Rule IM-9: which campaigns may have new activity.</summary>
    public const string FindActiveCampaigns = "FindActiveCampaigns";

    /// <summary>Rule IM-9.</summary>
    public const string ImportActivities = "ImportActivities";

    /// <summary>Rule IM-10.</summary>
    public const string ImportSummaries = "ImportSummaries";

    /// <summary>Rule IM-12.</summary>
    public const string ReconcileMembers = "ReconcileMembers";

    /// <summary>Rule EX-6.</summary>
    public const string RecoverLostBatches = "RecoverLostBatches";

    /// <summary>Rule EX-1: the pass over the list's keys.</summary>
    public const string StageKeys = "StageKeys";

    /// <summary>Rule EX-1.</summary>
    public const string FindLeavers = "FindLeavers";

    /// <summary>Rule EX-2.</summary>
    public const string MarkOptedOutItems = "MarkOptedOutItems";

    /// <summary>Rule EX-3.</summary>
    public const string PrepareContacts = "PrepareContacts";

    /// <summary>Rule EX-1.</summary>
    public const string SendRemovals = "SendRemovals";

    /// <summary>Rule EX-3b.</summary>
    public const string SendRenames = "SendRenames";

    /// <summary>Rule EX-4.</summary>
    public const string SendContacts = "SendContacts";

    /// <summary>Rules ST-1 to ST-6.</summary>
    public const string CheckBatches = "CheckBatches";

    /// <summary>Rule CN-2: takes those out of their book whom a disconnected list added.</summary>
    public const string RemoveAddedMembers = "RemoveAddedMembers";

    /// <summary>Rule TR-4.</summary>
    public const string ForceSync = "ForceSync";

    /// <summary>Forgets what is over and old (BEHAVIOUR section 2).</summary>
    public const string Retention = "Retention";

    /// <summary>Rule TR-3.</summary>
    public const string ProcessChanges = "ProcessChanges";
}
