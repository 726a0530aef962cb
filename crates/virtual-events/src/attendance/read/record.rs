//! The members of a record. Names as in the types' own declarations.

use serde::de::{IgnoredAny, MapAccess};

use super::scalar::Scalar;
use super::shape::{Fill, List, Object, Odd};
use crate::registration::ExternalRegistrationInformation;
use crate::{AttendanceInterval, AttendanceRecord, Identity};

impl Fill for AttendanceRecord {
    const PLACE: &'static str = "";

    fn fill<'de, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        value: &mut A,
        odd: &Odd,
    ) -> Result<(), A::Error> {
        match name {
            "id" => self.id = Scalar::of(value)?.text(odd, ".id"),
            "emailAddress" => {
                self.email_address = Scalar::of(value)?.text(odd, ".emailAddress");
            }
            "identity" => self.identity = value.next_value_seed(Object::new(odd))?,
            "role" => self.role = Scalar::of(value)?.text(odd, ".role"),
            "totalAttendanceInSeconds" => {
                self.total_attendance_in_seconds =
                    Scalar::of(value)?.whole(odd, ".totalAttendanceInSeconds");
            }
            "attendanceIntervals" => {
                self.attendance_intervals = value.next_value_seed(List::new(odd))?;
            }
            "registrationId" => {
                self.registration_id = Scalar::of(value)?.text(odd, ".registrationId");
            }
            "registrantId" => {
                self.registrant_id = Scalar::of(value)?.text(odd, ".registrantId");
            }
            "externalRegistrationInformation" => {
                self.external_registration_information = value.next_value_seed(Object::new(odd))?;
            }
            _ => drop(value.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}

impl Fill for AttendanceInterval {
    const PLACE: &'static str = ".attendanceIntervals";

    fn fill<'de, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        value: &mut A,
        odd: &Odd,
    ) -> Result<(), A::Error> {
        match name {
            "joinDateTime" => {
                let place = ".attendanceIntervals[*].joinDateTime";
                self.join = Scalar::of(value)?.instant(odd, place);
            }
            "leaveDateTime" => {
                let place = ".attendanceIntervals[*].leaveDateTime";
                self.leave = Scalar::of(value)?.instant(odd, place);
            }
            "durationInSeconds" => {
                let place = ".attendanceIntervals[*].durationInSeconds";
                self.duration_in_seconds = Scalar::of(value)?.whole(odd, place);
            }
            _ => drop(value.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}

impl Fill for Identity {
    const PLACE: &'static str = ".identity";

    fn fill<'de, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        value: &mut A,
        odd: &Odd,
    ) -> Result<(), A::Error> {
        match name {
            "@odata.type" => self.declared = Scalar::of(value)?.text(odd, ".identity.@odata.type"),
            "id" => self.id = Scalar::of(value)?.text(odd, ".identity.id"),
            "displayName" => {
                self.display_name = Scalar::of(value)?.text(odd, ".identity.displayName");
            }
            "tenantId" => self.tenant_id = Scalar::of(value)?.text(odd, ".identity.tenantId"),
            "email" => self.email = Scalar::of(value)?.text(odd, ".identity.email"),
            "azureCommunicationServicesResourceId" => {
                self.azure_communication_services_resource_id =
                    Scalar::of(value)?.text(odd, ".identity.azureCommunicationServicesResourceId");
            }
            "applicationType" => {
                self.application_type = Scalar::of(value)?.text(odd, ".identity.applicationType");
            }
            "hidden" => self.hidden = Scalar::of(value)?.truth(odd, ".identity.hidden"),
            _ => drop(value.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}

impl Fill for ExternalRegistrationInformation {
    const PLACE: &'static str = ".externalRegistrationInformation";

    fn fill<'de, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        value: &mut A,
        odd: &Odd,
    ) -> Result<(), A::Error> {
        match name {
            "referrer" => {
                let place = ".externalRegistrationInformation.referrer";
                self.referrer = Scalar::of(value)?.text(odd, place);
            }
            "registrationId" => {
                let place = ".externalRegistrationInformation.registrationId";
                self.registration_id = Scalar::of(value)?.text(odd, place);
            }
            _ => drop(value.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}
