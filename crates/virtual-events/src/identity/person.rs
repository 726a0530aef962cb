//! One identity.

use serde::Serialize;

use super::IdentityKind;
use crate::json::json_object;
use crate::{TenantId, UserId};

json_object! {
    /// A user, guest or other party (Graph type `identity` and those derived from it).
    ///
    /// Written into a request it carries `@odata.type` only when [`declared`](Self::declared) is
    /// there: properties of the base type `identity` need it, `coOrganizers` don't.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
    pub struct Identity {
        /// The type the JSON declares; use [`kind`](Self::kind) to know what it is.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub declared: Option<IdentityKind> = "@odata.type",
        /// Entra object id of a user; for a guest Graph's own, or none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub id: Option<UserId> = "id",
        /// Name as shown.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub display_name: Option<String> = "displayName",
        /// Home tenant of a user.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tenant_id: Option<TenantId> = "tenantId",
        /// E-mail address of a guest.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub email: Option<String> = "email",
        /// Resource of an Azure Communication Services user.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub azure_communication_services_resource_id: Option<String> = "azureCommunicationServicesResourceId",
        /// Kind of an application identity.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub application_type: Option<String> = "applicationType",
        /// Whether an application stays out of the roster.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hidden: Option<bool> = "hidden",
    }
}

impl Identity {
    /// A user, as presenters and invited attendees are named in a request.
    #[must_use]
    pub fn user(id: UserId) -> Self {
        Self {
            declared: Some(IdentityKind::User),
            id: Some(id),
            ..Self::default()
        }
    }

    /// A guest, as presenters and invited attendees are named in a request.
    #[must_use]
    pub fn guest(display_name: impl Into<String>, email: impl Into<String>) -> Self {
        Self {
            declared: Some(IdentityKind::Guest),
            display_name: Some(display_name.into()),
            email: Some(email.into()),
            ..Self::default()
        }
    }

    /// A user of the organizer's tenant, as `coOrganizers` wants it.
    #[must_use]
    pub fn co_organizer(id: UserId, tenant_id: TenantId) -> Self {
        Self {
            id: Some(id),
            tenant_id: Some(tenant_id),
            ..Self::default()
        }
    }

    /// The same identity with its home tenant.
    #[must_use]
    pub fn in_tenant(mut self, tenant_id: TenantId) -> Self {
        self.tenant_id = Some(tenant_id);
        self
    }

    /// The same identity with a name to show; Graph ignores it for users.
    #[must_use]
    pub fn named(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// What it is: as declared, else told from what is filled in.
    ///
    /// A tenant means a user, an e-mail address a guest. `None` when neither is there.
    #[must_use]
    pub fn kind(&self) -> Option<IdentityKind> {
        if let Some(declared) = &self.declared {
            Some(declared.clone())
        } else if self.tenant_id.is_some() {
            Some(IdentityKind::User)
        } else if self.email.is_some() {
            Some(IdentityKind::Guest)
        } else {
            None
        }
    }

    /// The same identity with its type declared, as the base type `identity` wants it.
    ///
    /// One that tells nothing about itself but has an id is taken for a user.
    #[must_use]
    pub fn with_declared_type(mut self) -> Self {
        self.declared = self
            .kind()
            .or_else(|| self.id.is_some().then_some(IdentityKind::User));
        self
    }
}
