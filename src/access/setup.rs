//! The page for a deployment whose `config.json` is missing or wrong.

use crate::browser::page;
use crate::config::ConfigProblem;
use crate::i18n::{failure, welcome as words};
use leptos::prelude::*;

/// Says what is wrong with the configuration and what to write instead.
pub(crate) fn setup_page(problem: &ConfigProblem) -> AnyView {
    let unreachable = *problem == ConfigProblem::Unreachable;
    let title = if unreachable {
        words::CONFIG_UNREACHABLE
    } else {
        words::CONFIG_TITLE
    };
    view! {
        <main><div class="splash" role="alert">
            <h1>{title}</h1>
            <p>{words::config_problem(problem)}</p>
            {(!unreachable).then(|| view! {
                <p>{words::CONFIG_WRITE}</p>
                <pre class="card">{words::CONFIG_EXAMPLE}</pre>
            })}
            <button class="button primary" on:click=|_| page::reload()>{failure::RETRY}</button>
        </div></main>
    }
    .into_any()
}
