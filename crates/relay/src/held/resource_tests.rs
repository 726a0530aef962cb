//! Which resources there are, and what they can do.

use super::{ChangeTypes, NoResource, Resource};

fn read(text: &str) -> Result<Resource, NoResource> {
    Resource::try_from(text.to_owned())
}

const EVENT: &str = "0c7d4d1e-1111-4222-8333-944445555666@11111111-2222-4333-8444-555566667777";

#[test]
fn the_resources_of_the_reference_are_known() {
    for (form, change_types, version, hours) in [
        ("solutions/virtualEvents/events", "created", "/v1.0", 24),
        (
            "solutions/virtualEvents/events/getEventsFromOrganizers(organizerIds=['id1', 'id2'])",
            "created",
            "/v1.0",
            24,
        ),
        (
            "solutions/virtualEvents/webinars/ID",
            "updated",
            "/v1.0",
            24,
        ),
        (
            "solutions/virtualEvents/townhalls/ID",
            "updated",
            "/beta",
            24,
        ),
        (
            "solutions/virtualEvents/webinars/ID/sessions",
            "created,updated",
            "/v1.0",
            24,
        ),
        (
            "solutions/virtualEvents/webinars/ID/registrations",
            "created,updated",
            "/v1.0",
            24,
        ),
        (
            "solutions/virtualEvents/townhalls/ID/getAttendanceReports",
            "created",
            "/v1.0",
            24,
        ),
        (
            "solutions/virtualEvents/townhalls/ID/getVideoOnDemandPublication",
            "updated",
            "/beta",
            24,
        ),
        (
            "communications/onlineMeetings(joinWebUrl='https%3A%2F%2Fteams')/meetingCallEvents",
            "updated",
            "/beta",
            70,
        ),
    ] {
        let path = form.replace("ID", EVENT);
        let resource = read(&path).unwrap();
        assert_eq!(resource.as_str(), path);
        assert_eq!(ChangeTypes::all(&resource).as_str(), change_types, "{form}");
        assert_eq!(resource.version(), version, "{form}");
        assert_eq!(resource.longest().as_hours(), hours, "{form}");
        assert_eq!(resource.has_contents(), hours == 70, "{form}");
    }
}

#[test]
fn spelling_that_means_the_same_is_the_same() {
    let canonical = read("solutions/virtualEvents/townhalls/1").unwrap();
    for text in [
        "/solutions/virtualEvents/townhalls/1",
        "solutions/virtualevents/townHalls/1/",
    ] {
        assert_eq!(read(text), Ok(canonical.clone()), "{text}");
        assert!(canonical.is_named(text));
    }
    let ids = "solutions/virtualEvents/events/getEventsFromOrganizers(organizerIds=['a','b'])";
    let organizers = ["a".to_owned(), "b".to_owned()];
    assert_eq!(read(ids), Ok(Resource::events_of(&organizers)));
}

#[test]
fn nothing_else_is_a_resource() {
    for odd in [
        "",
        "events",
        "users",
        "solutions/virtualEvents",
        "solutions/virtualEvents/events/1",
        "solutions/virtualEvents/townhalls/1/registrations",
        "solutions/virtualEvents/townhalls/1/sessions/2",
        "solutions/virtualEvents/townhalls/a'b",
        "solutions/virtualEvents/townhalls/1?x=y",
        "solutions/virtualEvents/events/getEventsFromOrganizers(organizerIds=[])",
        "solutions/virtualEvents/events/getEventsFromOrganizers(organizerIds=['a''b'])",
        "communications/onlineMeetings(joinWebUrl='')/meetingCallEvents",
        "communications/onlineMeetings(joinWebUrl='a'b')/meetingCallEvents",
        "solutions/virtualEvents/townhalls/1\n",
        "ſolutions/virtualEvents/events",
    ] {
        assert_eq!(read(odd), Err(NoResource), "{odd}");
    }
}

#[test]
fn change_types_are_those_of_the_resource() {
    let sessions = read("solutions/virtualEvents/webinars/1/sessions").unwrap();
    let read = |text| ChangeTypes::read(text, &sessions);
    assert_eq!(
        read("updated, created,updated").unwrap().as_str(),
        "created,updated"
    );
    for odd in ["", "deleted", "created,deleted", "Created", "created,"] {
        assert_eq!(read(odd), None, "{odd}");
    }
    assert!(read("updated").unwrap().meet("created, updated"));
    assert!(!read("updated").unwrap().meet("created"));
}
