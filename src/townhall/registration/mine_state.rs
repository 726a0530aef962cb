//! The reader's own registration, as read.

use super::state::RegistrationState;
use leptos::prelude::*;
use std::rc::Rc;
use virtual_events::{
    Error, ErrorKind, NewRegistration, Registration, RegistrationStatus, Registrations,
};

/// How the reader stands with the event.
#[derive(Clone)]
pub(super) enum Standing {
    UnderWay,
    /// Not registered, or no longer.
    Out,
    In(Rc<Registration>),
    Failed(Rc<Error>),
}

/// The reader's registration.
#[derive(Clone, Copy)]
pub(super) struct Mine {
    pub(super) state: RegistrationState,
    standing: RwSignal<Standing, LocalStorage>,
}

impl Mine {
    /// Begins to read.
    pub(super) fn open(state: RegistrationState) -> Self {
        let mine = Self {
            state,
            standing: RwSignal::new_local(Standing::UnderWay),
        };
        mine.refresh();
        mine
    }

    /// How the reader stands with the event; tracks.
    pub(super) fn standing(self) -> Standing {
        self.standing.get()
    }

    /// Asks for the registration of the signed-in user.
    pub(super) fn refresh(self) {
        leptos::task::spawn_local(async move {
            let me = self.state.event.workspace.person().user_id();
            let standing = match self.calls().by_user(&me).await {
                Ok(registration) => of(registration),
                Err(error) if error.kind() == ErrorKind::NotFound => Standing::Out,
                Err(error) => Standing::Failed(Rc::new(error)),
            };
            // the page may be left by now
            let _ = self.standing.try_set(standing);
        });
    }

    /// Registers the signed-in user.
    pub(super) async fn register(self, registration: &NewRegistration) -> Result<(), Error> {
        match self.calls().create(registration).await? {
            Some(made) => drop(self.standing.try_set(of(made))),
            None => self.refresh(),
        }
        Ok(())
    }

    /// Takes the registration back.
    pub(super) async fn cancel(self) -> Result<(), Error> {
        if let Standing::In(registration) = self.standing.get_untracked() {
            self.calls().cancel(&registration.id).await?;
        }
        let _ = self.standing.try_set(Standing::Out);
        Ok(())
    }

    fn calls(self) -> Registrations {
        let event = self.state.event;
        let graph = event.workspace.graph();
        graph.events(event.kind).registrations(&event.id())
    }
}

fn of(registration: Registration) -> Standing {
    if registration.status == Some(RegistrationStatus::Canceled) {
        Standing::Out
    } else {
        Standing::In(Rc::new(registration))
    }
}
