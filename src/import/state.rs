//! What the page holds.

use crate::browser::text::Encoding;
use crate::browser::timer;
use crate::i18n::import::Trouble;
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::draft::Limits;
use planning::import::{Directory, Import, Mapping, Options, Repeated, Survey, Table};
use planning::run::Finish;
use planning::zones::ZoneRules;
use std::rc::Rc;
use std::sync::Arc;
use virtual_events::{Error, EventKind};

/// A file that was read.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub(super) name: String,
    /// How it was written; `None` for pasted text.
    pub(super) encoding: Option<Encoding>,
    pub(super) table: Arc<Table>,
}

/// What rows are read by, as it is chosen at a moment.
pub(super) struct Chosen {
    pub(super) options: Options,
    directory: Arc<Directory>,
    rules: Rc<dyn ZoneRules>,
}

impl Chosen {
    /// The reading of a table's rows.
    pub(super) fn import<'a>(&'a self, table: &'a Table) -> Import<'a> {
        let (now, limits) = (timer::now(), Limits::default());
        Import::new(
            table,
            &self.options,
            &self.directory,
            now,
            &*self.rules,
            limits,
        )
    }

    pub(super) fn rules(&self) -> &dyn ZoneRules {
        &*self.rules
    }
}

/// How the question to the directory stands.
#[derive(Debug, Clone)]
pub(super) enum Asked {
    NotYet,
    /// Addresses asked about, and how many there are.
    Asking(usize, usize),
    Done,
    Failed(Arc<Error>),
}

/// The page's state.
#[derive(Clone, Copy)]
pub(super) struct ImportState {
    pub(super) workspace: Workspace,
    pub(super) source: RwSignal<Option<Source>>,
    pub(super) trouble: RwSignal<Option<Trouble>>,
    /// What part of a text has been read, in hundredths; `None` when none is being read.
    pub(super) reading: RwSignal<Option<u32>>,
    pub(super) options: RwSignal<Options>,
    pub(super) directory: RwSignal<Arc<Directory>>,
    pub(super) asked: RwSignal<Asked>,
    /// All rows looked over; `None` while that goes on.
    pub(super) survey: RwSignal<Option<Arc<Survey>>>,
    /// Counts what makes a survey or a reading outdated.
    pub(super) turn: StoredValue<u32>,
}

impl ImportState {
    pub(super) fn new() -> Self {
        let workspace = Workspace::expect();
        let state = Self {
            workspace,
            source: RwSignal::new(None),
            trouble: RwSignal::new(None),
            reading: RwSignal::new(None),
            options: RwSignal::new(Options {
                mapping: Mapping::default(),
                kind: EventKind::Townhall,
                zone: workspace.zone().canonical(),
                date_order: None,
                finish: Finish::Draft,
                repeated: Repeated::LeaveOut,
            }),
            directory: RwSignal::new(Arc::default()),
            asked: RwSignal::new(Asked::NotYet),
            survey: RwSignal::new(None),
            turn: StoredValue::new(0),
        };
        super::survey::keep_up(state);
        state
    }

    /// Forgets the file.
    pub(super) fn start_over(self) {
        self.next_turn();
        self.reading.set(None);
        self.trouble.set(None);
        self.directory.set(Arc::default());
        self.asked.set(Asked::NotYet);
        self.survey.set(None);
        self.source.set(None);
    }

    /// Outdates what is under way; gives the number of what comes now.
    pub(super) fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }

    /// Whether something else has begun since, or the page is gone.
    pub(super) fn is_outdated(self, turn: u32) -> bool {
        self.turn.try_get_value() != Some(turn)
    }

    /// What is chosen now; doesn't track.
    pub(super) fn chosen(self) -> Chosen {
        Chosen {
            options: self.options.get_untracked(),
            directory: self.directory.get_untracked(),
            rules: self.workspace.rules(),
        }
    }

    pub(super) fn choose(self, change: impl FnOnce(&mut Options)) {
        self.options.update(change);
    }
}
