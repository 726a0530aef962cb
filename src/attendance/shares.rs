//! Who they were: by role, account and domain.

use super::analysis::Analysis;
use super::state::{Attendance, NamesAre};
use crate::i18n::attendance as words;
use leptos::prelude::*;
use planning::attendance::Share;

/// Domains that get a line of their own; the others share one.
const DOMAINS: usize = 10;

/// Where names are hidden, smaller domains share the line as well: they may lead to a person.
const FEW: usize = 5;

/// One line: what, and how many.
type Line = (String, usize);

/// Three small tables.
pub(super) fn card(state: Attendance) -> AnyView {
    let table = move |title: &'static str, lines: fn(&Analysis, NamesAre) -> Vec<Line>| {
        let rows = move || {
            let names = state.names.get();
            state.analysis().map(|it| rows(lines(&it, names)))
        };
        view! {
            <table class="share-table">
                <caption class="visually-hidden">{title}</caption>
                <thead>
                    <tr><th scope="col">{title}</th><th scope="col">{words::PEOPLE}</th><th scope="col">{words::SHARE}</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    };
    view! {
        <section class="card stack" aria-labelledby="shares">
            <h2 id="shares">{words::SHARES}</h2>
            <div class="shares">
                {table(words::BY_ROLE, parts)}
                {table(words::BY_KIND, kinds)}
                {table(words::BY_DOMAIN, domains)}
            </div>
        </section>
    }
    .into_any()
}

fn parts(it: &Analysis, _: NamesAre) -> Vec<Line> {
    let parts = it.figures.parts.iter();
    parts
        .map(|(part, count)| (words::part(*part).to_owned(), *count))
        .collect()
}

fn kinds(it: &Analysis, _: NamesAre) -> Vec<Line> {
    let kinds = it.figures.kinds.iter();
    kinds
        .map(|(kind, count)| (words::kind(*kind).to_owned(), *count))
        .collect()
}

fn domains(it: &Analysis, names: NamesAre) -> Vec<Line> {
    let (known, unknown): (Vec<_>, Vec<_>) = it
        .figures
        .domains
        .iter()
        .partition(|it| it.domain.is_some());
    // the largest come first
    let large = known
        .iter()
        .take(DOMAINS)
        .take_while(|it| names == NamesAre::Shown || it.count >= FEW);
    let (shown, others) = known.split_at(large.count());
    let mut lines: Vec<Line> = shown
        .iter()
        .map(|it| (it.domain.clone().unwrap_or_default(), it.count))
        .collect();
    let rest: usize = others.iter().map(|it| it.count).sum();
    if rest > 0 {
        lines.push((words::OTHER_DOMAINS.to_owned(), rest));
    }
    lines.extend(
        unknown
            .iter()
            .map(|it| (words::NO_DOMAIN.to_owned(), it.count)),
    );
    lines
}

fn rows(lines: Vec<Line>) -> AnyView {
    let all: usize = lines.iter().map(|(_, count)| count).sum();
    let row = lines.into_iter().map(|(label, count)| {
        let share = Share { count, of: all };
        let ratio = share.ratio().unwrap_or(0.0);
        let width = [&((ratio * 100.0).round() as i64).to_string(), "%"].concat();
        view! {
            <tr>
                <th scope="row"><bdi>{label}</bdi><span class="part" aria-hidden="true" style:inline-size=width></span></th>
                <td>{words::figure(count)}</td>
                <td>{words::percent(share)}</td>
            </tr>
        }
    });
    row.collect_view().into_any()
}
