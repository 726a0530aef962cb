//! Reading a picture's values one by one.

use super::{Names, Shown};
use leptos::prelude::*;

/// Which value is read.
#[derive(Clone, Copy)]
pub(super) struct Reader {
    shown: Shown,
    /// Index of the value; `None` before anybody has asked for one.
    at: RwSignal<Option<usize>>,
}

impl Reader {
    pub(super) fn new(shown: Shown) -> Self {
        Self {
            shown,
            at: RwSignal::new(None),
        }
    }

    /// Index of the value, within those that there are; tracks.
    fn index(self) -> usize {
        let last = self.last();
        self.at.get().unwrap_or(0).min(last)
    }

    fn last(self) -> usize {
        let count = self
            .shown
            .with(|it| it.as_ref().map_or(0, |it| it.readings.len()));
        count.saturating_sub(1)
    }

    /// Where the value stands, as a part of the plot's width; `None` while none is read. Tracks.
    pub(super) fn place(self, width: f64) -> Option<f64> {
        self.at.get()?;
        let index = self.index();
        self.shown.with(|it| {
            let figure = it.as_ref()?;
            let reading = figure.readings.get(index)?;
            Some((figure.draw)(width).place(reading.at))
        })
    }

    /// Reads the value that is nearest to a part of the plot's width.
    pub(super) fn read_at(self, part: f64) {
        let last = untrack(|| self.last());
        let nearest = (part.clamp(0.0, 1.0) * last as f64).round();
        let nearest = Some(nearest as usize);
        if self.at.get_untracked() != nearest {
            self.at.set(nearest);
        }
    }

    /// What is said of the value; tracks.
    fn said(self) -> String {
        let index = self.index();
        self.shown.with(|it| {
            let reading = it.as_ref().and_then(|it| it.readings.get(index));
            reading.map(|it| it.said.clone()).unwrap_or_default()
        })
    }

    /// A slider over all values, and the words for the one it stands at.
    pub(super) fn control(self, names: Names) -> AnyView {
        let said = Memo::new(move |_| self.said());
        let last = Memo::new(move |_| self.last());
        let slide = move |value: String| self.at.set(value.parse().ok());
        view! {
            <div class="chart-read">
                <label for=names.id>{names.reader}</label>
                <input
                    type="range"
                    id=names.id
                    min="0"
                    step="1"
                    max=move || last.get().to_string()
                    prop:max=move || last.get().to_string()
                    prop:value=move || self.index().to_string()
                    aria-valuetext=said
                    on:input:target=move |ev| slide(ev.target().value())
                />
                <output class="numbers" for=names.id>{said}</output>
            </div>
        }
        .into_any()
    }
}
