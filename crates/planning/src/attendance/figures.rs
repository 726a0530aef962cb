//! The event in numbers.

use std::time::Duration;

use super::domains::domains;
use super::drop_off::drop_offs;
use super::{Attendee, Course, Curve, DomainShare, DropOff, Kind, Part, Peak, Roll, Share};
use crate::clock::MINUTE;

/// What counts as on time and as the end, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Who is there within so many minutes after the start is on time.
    pub on_time: u32,
    /// Who is there within the last so many minutes stayed to the end.
    pub end: u32,
    /// Length of the time in which a loss of audience counts as one drop-off.
    pub drop_off: u32,
}

impl Default for Rules {
    /// Five minutes each.
    fn default() -> Self {
        Self {
            on_time: 5,
            end: 5,
            drop_off: 5,
        }
    }
}

/// Those who aren't audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Staff {
    /// Organizers.
    pub organizers: usize,
    /// Presenters.
    pub presenters: usize,
    /// Programs, such as recorders.
    pub applications: usize,
}

/// The event in numbers. All but [`staff`](Self::staff) and [`parts`](Self::parts) are about the
/// audience: organizers, presenters and programs are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Unique attendees: people in the audience, each counted once however often they came.
    pub attendees: usize,
    /// Those who aren't audience.
    pub staff: Staff,
    /// Most at one moment, and when that was first; over the whole time, also before the start.
    pub peak: Option<Peak>,
    /// Median of those there at each moment of the [`Course`], weighted by time: for half of the
    /// course there were at most so many.
    pub median_concurrent: Option<u32>,
    /// Average of those there at each moment of the course, weighted by time.
    pub average_concurrent: Option<f64>,
    /// Average length of all of a person's stays together, in seconds; of those whose is known.
    pub average_stay: Option<u32>,
    /// Median of the same, in seconds; of two in the middle their mean.
    pub median_stay: Option<u32>,
    /// Those who were there at some moment of the first minutes of the course (see
    /// [`Rules::on_time`]), of those whose times are known. Who came and left before isn't.
    pub on_time: Share,
    /// Those who were there at some moment of its last minutes (see [`Rules::end`]), of those whose
    /// times are known.
    pub to_the_end: Share,
    /// The steepest losses of audience, at most three, in the order of time.
    pub drop_offs: Vec<DropOff>,
    /// Domains of the audience's addresses, most frequent first, unknown last.
    pub domains: Vec<DomainShare>,
    /// How many had each part, strongest first, staff among them; programs are left out.
    pub parts: Vec<(Part, usize)>,
    /// How many in the audience are of each kind, in the order of [`Kind::ALL`].
    pub kinds: Vec<(Kind, usize)>,
}

impl Figures {
    /// The figures of a roll; `curve` is the one of its audience.
    #[must_use]
    pub fn of(roll: &Roll, curve: &Curve, rules: &Rules) -> Self {
        let course = roll.course.as_ref();
        let timed = || roll.audience().filter(|person| !person.stays.is_empty());
        let there_when = |when: &dyn Fn(&Course) -> Course| match course {
            Some(course) => {
                let asked = when(course);
                Share::counted(timed(), |person| person.was_there(asked.begin, asked.end))
            }
            None => Share::default(),
        };
        let mut stays: Vec<u32> = roll.audience().filter_map(Attendee::seconds).collect();
        stays.sort_unstable();
        let people = || roll.people.iter();
        let programs = |person: &&Attendee| person.kind == Kind::Application;
        let part = |part: Part| {
            let fits = move |it: &&Attendee| it.part == part && it.kind != Kind::Application;
            people().filter(fits).count()
        };
        let kind = |kind: Kind| roll.audience().filter(|it| it.kind == kind).count();
        Self {
            attendees: roll.audience().count(),
            staff: Staff {
                organizers: part(Part::Organizer),
                presenters: part(Part::Presenter),
                applications: people().filter(programs).count(),
            },
            peak: curve.peak(),
            median_concurrent: course.and_then(|course| curve.median(course)),
            average_concurrent: course.and_then(|course| curve.average(course)),
            average_stay: average(&stays),
            median_stay: median(&stays),
            on_time: there_when(&|course| Course {
                begin: course.begin,
                end: course.end.min(course.begin.after(minutes(rules.on_time))),
            }),
            to_the_end: there_when(&|course| Course {
                begin: course.begin.max(course.end.before(minutes(rules.end))),
                end: course.end,
            }),
            drop_offs: course
                .map_or_else(Vec::new, |course| drop_offs(curve, course, rules.drop_off)),
            domains: domains(roll.audience()),
            parts: counted(Part::ALL, part),
            kinds: counted(Kind::ALL, kind),
        }
    }
}

/// Those of them that there are.
fn counted<T: Copy>(
    all: impl IntoIterator<Item = T>,
    count: impl Fn(T) -> usize,
) -> Vec<(T, usize)> {
    let counts = all.into_iter().map(|one| (one, count(one)));
    counts.filter(|(_, count)| *count > 0).collect()
}

fn minutes(minutes: u32) -> Duration {
    Duration::from_millis(u64::from(minutes) * MINUTE.unsigned_abs())
}

fn average(sorted: &[u32]) -> Option<u32> {
    let sum: u64 = sorted.iter().copied().map(u64::from).sum();
    let mean = sum.checked_div(sorted.len() as u64)?;
    u32::try_from(mean).ok()
}

fn median(sorted: &[u32]) -> Option<u32> {
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(middle.checked_sub(1)?)?;
    Some(lower.midpoint(upper))
}
