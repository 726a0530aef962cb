//! A whole answer: a page of records, or a report with records in it.

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};
use serde_json::{Map, Value};

use super::scalar::Scalar;
use super::shape::{As, Object, Odd, Shape, next_name};
use crate::AttendanceRecord;
use crate::attendance::Misread;
use crate::json::JsonProblem;

/// What an answer with records holds.
#[derive(Debug, Default)]
pub(in crate::attendance) struct RecordDocument {
    /// The records; `None` if there is no list of them.
    pub(in crate::attendance) records: Option<Vec<AttendanceRecord>>,
    /// The ones that couldn't be read.
    pub(in crate::attendance) misread: Misread,
    /// Where it goes on.
    pub(in crate::attendance) next: Option<String>,
    /// All other members: those of the report, when it is one.
    pub(in crate::attendance) others: Map<String, Value>,
}

/// Reads an answer, of either form.
pub(in crate::attendance) fn read_document(bytes: &[u8]) -> Result<RecordDocument, JsonProblem> {
    let mut document = RecordDocument::default();
    // looked at once as a whole, its texts needn't be looked at one by one
    let text = std::str::from_utf8(bytes).map_err(|_| JsonProblem::new("expected JSON"))?;
    let mut source = serde_json::Deserializer::from_str(text);
    let read = As(Document(&mut document)).deserialize(&mut source);
    match read.and_then(|found| source.end().map(|()| found)) {
        Ok(Found::Wanted) => Ok(document),
        Ok(Found::Else) => Err(JsonProblem::new("expected an object")),
        Err(_) => Err(JsonProblem::new("expected JSON")),
    }
}

/// Whether there was what one looked for.
#[derive(Clone, Copy)]
enum Found {
    Wanted,
    Else,
}

/// The outermost object, or the one that is wrapped as its `value`.
struct Document<'d>(&'d mut RecordDocument);

impl<'de> Shape<'de> for Document<'_> {
    type Out = Found;

    fn scalar(self, _: Scalar<'de>) -> Found {
        Found::Else
    }

    fn object<A: MapAccess<'de>>(self, mut members: A) -> Result<Found, A::Error> {
        let document = self.0;
        while let Some(name) = next_name(&mut members)? {
            match &*name {
                "value" => members.next_value_seed(As(Records(document, "value")))?,
                "attendanceRecords" => {
                    members.next_value_seed(As(Records(document, "attendanceRecords")))?;
                }
                "@odata.nextLink" | "attendanceRecords@odata.nextLink" => {
                    if let Scalar::Text(link) = Scalar::of(&mut members)? {
                        document.next = Some(link.into_owned()).filter(|link| !link.is_empty());
                    }
                }
                _ => {
                    let value = members.next_value()?;
                    document.others.insert(name.into_owned(), value);
                }
            }
        }
        Ok(Found::Wanted)
    }
}

/// The list of records at that member, or an object that wraps all.
struct Records<'d>(&'d mut RecordDocument, &'static str);

impl<'de> Shape<'de> for Records<'_> {
    type Out = ();

    fn scalar(self, scalar: Scalar<'de>) {
        if let Scalar::Null = scalar {
            self.0.records.get_or_insert_default();
        }
    }

    fn list<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self(document, member) = self;
        let odd = Odd::default();
        let records = document.records.get_or_insert_default();
        let mut index = 0_usize;
        while let Some(record) = items.next_element_seed(Object::new(&odd))? {
            if record.is_none() {
                odd.note("");
            }
            if let Some(place) = odd.take() {
                document.misread.note(member, index, place);
            }
            records.extend(record);
            index += 1;
        }
        Ok(())
    }

    fn object<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        Document(self.0).object(members).map(drop)
    }
}
