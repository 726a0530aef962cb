//! The people as a long table: searched, sorted.
//!
//! What is searched for stays out of the address: it is mostly a name, and addresses are kept.

use super::analysis::Analysis;
use super::person::Looked;
use super::state::{Attendance, NamesAre};
use crate::browser::format::{self, Style};
use crate::i18n::attendance as words;
use crate::ui::long_table::{Cells, ColumnHead, Content, Order, long_table};
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::attendance::{Attendee, Column, Names, Table, TableQuery};
use planning::board::Direction;
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;
use virtual_events::UtcInstant;

/// A table of people and what it was made of.
struct Sheet {
    analysis: Rc<Analysis>,
    table: Table,
}

/// The table's state.
#[derive(Clone, Copy)]
struct People {
    state: Attendance,
    sheet: RwSignal<Option<Rc<Sheet>>, LocalStorage>,
    search: RwSignal<String>,
    order: RwSignal<(Column, Direction)>,
    /// Places of the people shown, in order.
    rows: RwSignal<Vec<usize>>,
    looked: Looked,
}

/// How people are called.
pub(super) fn names(are: NamesAre) -> Names<'static> {
    match are {
        NamesAre::Shown => Names::Shown,
        NamesAre::Hidden => Names::Hidden(words::ATTENDEE),
    }
}

/// What somebody is called: also who has no name.
pub(super) fn called(person: &Attendee, are: NamesAre) -> String {
    let name = names(are).call(person).map(Cow::into_owned);
    name.unwrap_or_else(|| words::nameless(person.number))
}

/// The columns there are; addresses lead to people.
fn columns(names: NamesAre) -> Vec<(Column, ColumnHead)> {
    let column = |column, label, least, part, cells| {
        let head = ColumnHead {
            label,
            least,
            part,
            cells,
        };
        (column, head)
    };
    let (text, numbers) = (Cells::Text, Cells::Numbers);
    let mut columns = vec![column(Column::Name, words::NAME, 160, 3, text)];
    if names == NamesAre::Shown {
        columns.push(column(Column::Email, words::EMAIL, 200, 3, text));
    }
    columns.extend([
        column(Column::Part, words::ROLE, 100, 1, text),
        column(Column::FirstJoin, words::FIRST_JOIN, 130, 1, numbers),
        column(Column::LastLeave, words::LAST_LEAVE, 130, 1, numbers),
        column(Column::Stay, words::STAY, 100, 1, numbers),
        column(Column::Times, words::TIMES, 100, 1, numbers),
        column(Column::Registration, words::REGISTERED, 110, 1, text),
    ]);
    columns
}

/// The section.
pub(super) fn card(state: Attendance) -> AnyView {
    let people = People {
        state,
        sheet: RwSignal::new_local(None),
        search: RwSignal::new(String::new()),
        order: RwSignal::new((Column::FirstJoin, Direction::Ascending)),
        rows: RwSignal::new(Vec::new()),
        looked: Looked::new(state),
    };
    people.follow();
    let count = move || {
        let all = people
            .sheet
            .with(|it| it.as_ref().map_or(0, |it| it.analysis.roll.people.len()));
        words::matching(people.rows.with(Vec::len), all)
    };
    let none =
        Memo::new(move |_| people.rows.with(Vec::is_empty) && !people.search.read().is_empty());
    let clear = move |_| people.search.set(String::new());
    view! {
        <section class="stack no-print" aria-labelledby="people">
            <h2 id="people">{words::WHO}</h2>
            <div class="people-tools">
                <div class="search">
                    {icon(Icon::Search)}
                    <input
                        class="input"
                        type="search"
                        dir="auto"
                        autocomplete="off"
                        aria-label=words::SEARCH
                        placeholder=words::SEARCH
                        prop:value=move || people.search.get()
                        on:input:target=move |ev| people.search.set(ev.target().value())
                    />
                </div>
                <p class="numbers" role="status">{count}</p>
            </div>
            {move || none.get().then(|| view! {
                <div class="row">
                    <p>{words::NO_MATCH}</p>
                    <button type="button" class="button" on:click=clear>{words::CLEAR}</button>
                </div>
            })}
            {move || people.table(state.names.get())}
            {people.looked.dialog()}
        </section>
    }
    .into_any()
}

impl People {
    /// Makes the table of what is read, and the rows of what is searched for.
    fn follow(self) {
        Effect::new(move |_| {
            let names = names(self.state.names.get());
            let analysis = self.state.analysis();
            self.sheet.set(analysis.map(|analysis| {
                let table = Table::of(&analysis.roll, &names);
                Rc::new(Sheet { analysis, table })
            }));
        });
        Effect::new(move |_| {
            let (column, direction) = self.order.get();
            let query = TableQuery {
                search: self.search.get(),
                column,
                direction,
            };
            let rows = self.sheet.with(|sheet| {
                let sheet = sheet.as_ref()?;
                Some(sheet.table.rows(&sheet.analysis.roll, &query))
            });
            self.rows.set(rows.unwrap_or_default());
        });
    }

    fn table(self, names: NamesAre) -> AnyView {
        let columns = columns(names);
        let (keys, heads): (Vec<Column>, Vec<ColumnHead>) = columns.into_iter().unzip();
        let (sorted_keys, pressed_keys) = (keys.clone(), keys.clone());
        let sorted = Signal::derive(move || {
            let (column, direction) = self.order.get();
            let at = sorted_keys.iter().position(|key| *key == column);
            let order = match direction {
                Direction::Ascending => Order::Rising,
                Direction::Descending => Order::Falling,
            };
            (at.unwrap_or(usize::MAX), order)
        });
        let sort = Callback::new(move |at: usize| {
            if let Some(column) = pressed_keys.get(at) {
                self.sort(*column);
            }
        });
        long_table(Content {
            label: words::WHO,
            id: "people-table",
            columns: heads,
            count: Signal::derive(move || self.rows.with(Vec::len)),
            cells: Arc::new(move |row| self.cells(row, &keys, names)),
            sorted,
            sort,
            open: Callback::new(move |row| self.look(row)),
            opens: words::OPENS,
        })
    }

    /// Shows the person of a row.
    fn look(self, row: usize) {
        let place = self.rows.with_untracked(|rows| rows.get(row).copied());
        let sheet = self.sheet.get_untracked();
        let people = sheet.as_ref().map(|sheet| &sheet.analysis.roll.people);
        if let Some(person) = people.zip(place).and_then(|(people, at)| people.get(at)) {
            self.looked.at(person);
        }
    }

    /// By another column, or the other way round.
    fn sort(self, column: Column) {
        self.order.update(|(by, direction)| {
            *direction = if *by != column {
                Direction::Ascending
            } else {
                match direction {
                    Direction::Ascending => Direction::Descending,
                    Direction::Descending => Direction::Ascending,
                }
            };
            *by = column;
        });
    }

    fn cells(self, row: usize, columns: &[Column], are: NamesAre) -> Vec<String> {
        let place = self.rows.with(|rows| rows.get(row).copied());
        self.sheet.with(|sheet| {
            let people = sheet.as_ref().map(|sheet| &sheet.analysis.roll.people);
            let person = people.zip(place).and_then(|(people, at)| people.get(at));
            let cell = |column: &Column| person.map(|person| self.cell(person, *column, are));
            columns
                .iter()
                .map(|it| cell(it).unwrap_or_default())
                .collect()
        })
    }

    fn cell(self, person: &Attendee, column: Column, are: NamesAre) -> String {
        let clock = |at: Option<UtcInstant>| {
            let zone = self.state.event.workspace.zone();
            at.map_or_else(String::new, |at| format::instant(at, &zone, Style::Clock))
        };
        match column {
            Column::Name => called(person, are),
            Column::Email => person.email.clone().unwrap_or_default(),
            Column::Domain => person.domain().unwrap_or_default().to_owned(),
            Column::Part => words::part(person.part).to_owned(),
            Column::FirstJoin => clock(person.first_join()),
            Column::LastLeave => clock(person.last_leave()),
            Column::Stay => person.seconds().map(words::stay).unwrap_or_default(),
            Column::Times => words::figure(person.stays.len()),
            Column::Registration => match person.registration {
                Some(_) => words::YES.to_owned(),
                None => String::new(),
            },
        }
    }
}
