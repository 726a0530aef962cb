//! One check: its mark, a sentence, who can do something, and the exact answer.

use super::answer;
use super::state::{Access, Outcome, Tried};
use crate::i18n::access as words;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::access::{Check, Finding};
use std::rc::Rc;

/// The row of the check at that place.
pub(super) fn row(access: Access, place: usize, check: Check) -> Option<AnyView> {
    let tried = *access.tried.get(place)?;
    let busy = move || matches!(*tried.read(), Tried::Now).then_some("true");
    let said = move || match tried.get() {
        Tried::Done(outcome) => found(check, &outcome),
        Tried::Not => plain(check, ""),
        Tried::Now => plain(check, words::TRYING),
        Tried::NoEvent => plain(check, words::NO_EVENT),
        Tried::NoSession => plain(check, words::NO_SESSION),
    };
    Some(
        view! {
            <li>
                <div class="said">{said}</div>
                <button type="button" class="button" aria-label=words::try_one(check) aria-busy=busy on:click=move |_| access.check_one(place)>{words::TRY}</button>
            </li>
        }
        .into_any(),
    )
}

fn plain(check: Check, remark: &'static str) -> AnyView {
    view! {
        <p class="quiet">{icon(Icon::Info)}<span>{words::untried(check)}" "{remark}</span></p>
    }
    .into_any()
}

fn found(check: Check, outcome: &Rc<Outcome>) -> AnyView {
    let finding = outcome.finding;
    let (class, picture) = match finding {
        Finding::Works(_) | Finding::Nothing => ("good", Icon::Check),
        Finding::Missing(_) => ("missing", Icon::Warning),
        Finding::NotFromBrowser => ("impossible", Icon::Cancelled),
        Finding::Unclear(_) => ("unclear", Icon::Info),
    };
    view! {
        <p class=class>
            {icon(picture)}
            <span>
                <span class="visually-hidden">{words::mark(finding)}": "</span>
                {words::sentence(check, finding)}
                " "
                <span class="quiet">{words::remark(check, finding)}</span>
            </span>
        </p>
        {answer::details(check, outcome)}
    }
    .into_any()
}
