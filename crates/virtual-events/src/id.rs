//! The names Graph gives its things; all of them opaque.

opaque_text! {
    /// Id of a town hall or webinar, mostly of the form `<guid>@<tenant guid>`.
    ///
    /// Never split it for meaning: some are a bare guid.
    EventId
}

opaque_text! {
    /// Id of a presenter: for a user the Entra object id, for a guest one that Graph made up.
    PresenterId
}

opaque_text! {
    /// Id of an event's session.
    SessionId
}

opaque_text! {
    /// Id of an attendance report.
    ReportId
}

opaque_text! {
    /// Id of one person's attendance record; the service often leaves it out.
    AttendanceRecordId
}

opaque_text! {
    /// Id of a registration.
    RegistrationId
}

opaque_text! {
    /// Id of a registration form's question.
    QuestionId
}

opaque_text! {
    /// Id of a change notification subscription.
    SubscriptionId
}

opaque_text! {
    /// Entra object id of a user.
    UserId
}

opaque_text! {
    /// Id of an Entra tenant.
    TenantId
}

opaque_text! {
    /// Address that joins a session in Teams, as attendees get it.
    JoinUrl
}
