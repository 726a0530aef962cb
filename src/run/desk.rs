//! The run that is under way in this tab. There is one at most.

use super::keeper::Keeper;
use crate::browser::timer;
use crate::history;
use crate::shell::Workspace;
use entra_spa::browser::WebLocks;
use entra_spa::edge::Locks;
use leptos::prelude::*;
use planning::run::{Control, Ended, Means, Progress, Run, RunId, RunKind, Task, Wish, execute};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use virtual_events::UserId;

/// Where the run stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stage {
    /// Another tab of this browser works on a run; this one waits for it.
    Elsewhere,
    Going,
    Paused,
    /// Being stopped: what is sent is waited for.
    Stopping,
    Ended(Ended),
}

/// What is shown of the run.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    pub(super) kind: RunKind,
    pub(super) title: String,
    pub(super) stage: Stage,
    pub(super) progress: Progress,
    /// Until the last write goes, if all goes well.
    pub(super) left: Duration,
    /// Whether a closed tab could be made up for.
    pub(super) kept: Kept,
    /// The run as it was when it last stood still.
    pub(super) run: Arc<Run>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    Yes,
    No,
}

/// Where a run comes from when it is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum From {
    /// It was just made, or just changed: this is how it stands.
    Memory,
    /// It was kept; another tab may have gone on with it since.
    Ledger,
}

struct Desk {
    shown: ArcRwSignal<Option<Shown>>,
    control: RefCell<Rc<Control>>,
}

thread_local! {
    // It outlives the page that started the run.
    static DESK: Desk = Desk {
        shown: ArcRwSignal::new(None),
        control: RefCell::default(),
    };
}

/// What is shown of the run, if there is one.
pub(super) fn shown() -> ArcRwSignal<Option<Shown>> {
    DESK.with(|desk| desk.shown.clone())
}

/// Whether a run is under way; tracks.
pub(crate) fn busy() -> bool {
    let shown = shown();
    let shown = shown.read();
    shown
        .as_ref()
        .is_some_and(|it| !matches!(it.stage, Stage::Ended(_)))
}

/// Whether a run or its report is on the screen; tracks.
pub(crate) fn is_shown() -> bool {
    shown().read().is_some()
}

fn update(change: impl FnOnce(&mut Shown)) {
    shown().update(|shown| {
        if let Some(shown) = shown {
            change(shown);
        }
    });
}

/// How far the run on the screen is; tracks.
pub(crate) fn standing() -> Option<Progress> {
    shown().read().as_ref().map(|it| it.progress)
}

/// A run of these tasks, yet to begin.
pub(crate) fn new_run(kind: RunKind, title: &str, tasks: Vec<Task>) -> Run {
    let now = timer::now();
    Run::new(RunId::new(now, timer::random()), kind, title, now, tasks)
}

/// Pauses the run, or lets it go on.
pub(super) fn pause(wish: Wish) {
    DESK.with(|desk| desk.control.borrow().set(wish));
    let stage = match wish {
        Wish::Go => Stage::Going,
        Wish::Pause => Stage::Paused,
        Wish::Stop => Stage::Stopping,
    };
    update(|shown| shown.stage = stage);
}

/// Takes the run off the screen; one that can't go on is forgotten.
pub(super) fn close(workspace: Workspace) {
    let shown = shown();
    let Some(last) = shown.get_untracked() else {
        return;
    };
    let keeper = Keeper::of(&workspace.person());
    leptos::task::spawn_local(async move {
        if last.run.is_over() {
            keeper.forget(&last.run).await;
        }
        shown.set(None);
    });
}

/// Starts a run, unless one is under way; it goes on when the page is left.
pub(crate) fn start(workspace: Workspace, run: Run, from: From) {
    if untrack(busy) {
        return;
    }
    let control = Rc::new(Control::default());
    DESK.with(|desk| desk.control.replace(Rc::clone(&control)));
    shown().set(Some(Shown {
        kind: run.kind,
        title: run.title.clone(),
        stage: Stage::Elsewhere,
        progress: run.progress(),
        left: Duration::ZERO,
        kept: Kept::Yes,
        run: Arc::new(run.clone()),
    }));
    leptos::task::spawn_local(async move {
        carry_out(workspace, run, from, &control).await;
    });
}

/// Starts a run, or keeps it for when the one under way is over.
pub(crate) fn start_or_keep(workspace: Workspace, run: Run) {
    if !untrack(busy) {
        start(workspace, run, From::Memory);
        return;
    }
    leptos::task::spawn_local(async move {
        // Where nothing can be kept, the presenters are missing on the page that comes next.
        let _ = Keeper::of(&workspace.person()).keep_all(&run).await;
    });
}

async fn carry_out(workspace: Workspace, run: Run, from: From, control: &Control) {
    let (client, person) = (workspace.graph(), workspace.person());
    let keeper = Keeper::of(&person);
    // Two tabs must not work on one run, and the limit is for all of them together anyway.
    let lock = ["rostrum.run.", &person.owner_key()].concat();
    let held = WebLocks::default().acquire(&lock).await;
    let not_kept = || update(|shown| shown.kept = Kept::No);
    let run = match from {
        From::Memory => {
            if keeper.keep_all(&run).await.is_err() {
                not_kept();
            }
            run
        }
        From::Ledger => match keeper.latest(&run).await {
            Some(run) => run,
            // The other tab has brought it to its end.
            None => {
                shown().set(None);
                return;
            }
        },
    };
    if control.wish() == Wish::Go {
        update(|shown| shown.stage = Stage::Going);
    }
    let me = UserId::from(person.object_id.as_str());
    let writes = client.writes();
    let drawn = Cell::new(0.0);
    let watch = |run: &Run, _task: Option<usize>| {
        // a burst of writes is drawn once
        let now = js_sys::Date::now();
        if now - drawn.get() < 100.0 {
            return;
        }
        drawn.set(now);
        let progress = run.progress();
        let left = writes.time_for(progress.writes_left());
        update(|shown| (shown.progress, shown.left) = (progress, left));
    };
    let means = Means {
        client: &client,
        me: Some(&me),
        ledger: &keeper,
        control,
        watch: &watch,
        not_kept: &not_kept,
    };
    let before = run.clone();
    let (mut run, ended) = execute(run, means).await;
    history::note_run(&person, &before, &run);
    if ended == Ended::Stopped {
        run.give_up();
        let _ = keeper.keep_all(&run).await;
    }
    // What failed can be tried again, tomorrow too; what is done needs no keeping.
    if run.is_over() && !run.has_failures() {
        keeper.forget(&run).await;
    }
    drop(held);
    update(|shown| {
        shown.progress = run.progress();
        shown.run = Arc::new(run);
        shown.stage = Stage::Ended(ended);
    });
}
