//! Typed client for Microsoft Graph virtual events.
//!
//! Town halls and webinars, their presenters, sessions, registration and attendance, people for
//! pickers, batches and subscriptions, as documented for v1.0 in 2026. The crate knows neither
//! browser nor clock: it asks a [`Transport`] for exchanges, a [`TokenProvider`] for tokens and
//! a [`Runtime`] for time and chance. Nothing needs `Send`.
//!
//! ```no_run
//! # async fn example(client: virtual_events::GraphClient) -> Result<(), virtual_events::Error> {
//! use virtual_events::{EventKind, NewEvent};
//!
//! let townhalls = client.events(EventKind::Townhall);
//! let draft = townhalls.create(&NewEvent::townhall().title("Quarterly update")).await?;
//! townhalls.publish(&draft.id).await?;
//! # Ok(())
//! # }
//! ```

#[macro_use]
mod text;

#[cfg(test)]
mod testing;

mod attendance;
mod batch;
mod client;
mod error;
mod events;
mod id;
mod identity;
mod item_body;
mod json;
mod mail;
mod notification;
mod odata;
mod page;
mod people;
mod policy;
mod presenters;
mod registration;
mod runtime;
mod scope;
mod sessions;
mod subscriptions;
mod time;
mod token;
mod transport;

pub use crate::time::{DateTimeTimeZone, UtcInstant, WallTime, WindowsZone};
pub use attendance::{
    AttendanceInterval, AttendanceRecord, AttendanceReport, AttendanceReports, AttendanceRole,
    ExpandedReport, FetchedRecords, MeetingOwner, Misread, RecordPage, RecordWalk,
};
pub use batch::{Batch, BatchAnswer, BatchItem, BatchPart};
pub use client::{GraphBase, GraphBaseError, GraphClient, Probe, RawAnswer};
pub use error::{DecodeError, Error, ErrorKind, RequestIds, RequestProblem, ServiceError};
pub use events::{
    Audience, CreateOutcome, EventChanges, EventKind, EventSettings, EventStatus, Events,
    ExternalEventInformation, Lookout, MyEvent, MyEvents, MyEventsFailure, NewEvent, Role, Switch,
    TownhallChanges, TownhallOnly, VirtualEvent,
};
pub use futures_core::future::LocalBoxFuture;
pub use id::{
    AttendanceRecordId, EventId, JoinUrl, PresenterId, QuestionId, RegistrationId, ReportId,
    SessionId, SubscriptionId, TenantId, UserId,
};
pub use identity::{EndpointType, Identity, IdentityKind, IdentitySet};
pub use item_body::{BodyType, ItemBody};
pub use mail::{FileAttachment, MAX_RECIPIENTS, Mail, MailAddress, NewMail, SentItems};
pub use notification::{
    EncryptedContent, LifecycleEvent, Notification, NotificationCollection, NotificationError,
    ResourceData,
};
pub use odata::ODataOption;
pub use page::{Collected, Listing, Page};
pub use people::{
    Me, People, PeopleQuery, Person, PersonType, Photo, PhotoSize, ScoredEmailAddress, User,
    UserProperty, UserQuery, Users,
};
pub use policy::{WriteListener, WriteQueue, Writes};
pub use presenters::{NewPresenter, Presenter, PresenterDetails, Presenters};
pub use registration::{
    AnswerInputType, ExternalRegistrationInformation, NewQuestion, NewRegistration,
    PredefinedLabel, Question, QuestionAnswer, QuestionKind, Registration,
    RegistrationConfiguration, RegistrationConfigurationChanges, RegistrationConfigurations,
    RegistrationStatus, Registrations,
};
pub use runtime::Runtime;
pub use scope::{ConsentBy, Scope};
pub use sessions::{
    AllowedLobbyAdmitters, AudioConferencing, ChatHistoryDefault, ChatInfo, ChatRestrictions,
    CloudVideoInterop, JoinMeetingId, LiveShare, LobbyBypass, LobbyBypassScope, MeetingChatMode,
    MeetingPresenters, MeetingType, SensitivityLabelAssignment, Session, Sessions,
    WatermarkProtection,
};
pub use subscriptions::{
    ChangeType, ChangeTypes, ClientState, NewSubscription, Resource, RichNotifications,
    Subscription, SubscriptionChanges, Subscriptions, VapidPublicKey, WebPush,
};
pub use token::{AccessToken, TokenDemand, TokenError, TokenProvider};
pub use transport::{ANSWER_HEADERS, Transport, TransportError};
