//! Code that loads when it is used.
//!
//! A function declared with [`chunk!`] lives in a wasm module of its own. Calling it loads the
//! module first, so the call is `async` and can fail: the network may be gone, or a new
//! deployment may have replaced the file. In a build without the feature `split` the function is
//! part of the main module and the call can't fail.

use crate::browser::module::room_styles;
use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use std::future::Future;
use wasm_bindgen_futures::JsFuture;

/// A chunk could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ChunkError;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for ChunkError {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Declares a function that lives in the chunk named first.
///
/// All functions with the same chunk name share one module. With a second name there is also a
/// function of that name, which only loads the chunk.
macro_rules! chunk {
    ($chunk:ident, $preload:ident: $(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $ty:ty),* $(,)?) -> $ret:ty $body:block) => {
        #[cfg(feature = "split")]
        $(#[$meta])*
        #[wasm_split_helpers::wasm_split($chunk, fallible, preload($preload))]
        $vis fn $name($($arg: $ty),*) -> Result<$ret, $crate::chunk::ChunkError> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        $vis async fn $preload() -> Result<(), $crate::chunk::ChunkError> {
            Ok(())
        }

        $crate::chunk::chunk!(@whole $(#[$meta])* $vis fn $name($($arg: $ty),*) -> $ret $body);
    };
    ($chunk:ident: $(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $ty:ty),* $(,)?) -> $ret:ty $body:block) => {
        #[cfg(feature = "split")]
        $(#[$meta])*
        #[wasm_split_helpers::wasm_split($chunk, fallible)]
        $vis fn $name($($arg: $ty),*) -> Result<$ret, $crate::chunk::ChunkError> {
            Ok($body)
        }

        $crate::chunk::chunk!(@whole $(#[$meta])* $vis fn $name($($arg: $ty),*) -> $ret $body);
    };
    (@whole $(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $ty:ty),*) -> $ret:ty $body:block) => {
        #[cfg(not(feature = "split"))]
        $(#[$meta])*
        $vis async fn $name($($arg: $ty),*) -> Result<$ret, $crate::chunk::ChunkError> {
            Ok($body)
        }
    };
}
pub(crate) use chunk;

/// Shows `fallback` until the chunk's view and the rooms' styles are there, or says that the chunk
/// can't be loaded.
pub(crate) fn chunk_view(
    load: impl Future<Output = Result<AnyView, ChunkError>> + 'static,
    fallback: AnyView,
) -> AnyView {
    // Boxed, so that there is one of what follows and not one for every chunk.
    view_of(Box::pin(load), room_styles(), fallback)
}

/// The same for what everybody sees first, which has its styles from the start.
pub(crate) fn first_view(
    load: impl Future<Output = Result<AnyView, ChunkError>> + 'static,
    fallback: AnyView,
) -> AnyView {
    view_of(Box::pin(load), None, fallback)
}

fn view_of(
    load: LocalBoxFuture<'static, Result<AnyView, ChunkError>>,
    styles: Option<JsFuture>,
    fallback: AnyView,
) -> AnyView {
    let slot = StoredValue::new_local(Some(fallback));
    let (turn, set_turn) = signal(());
    let load = ScopedFuture::new(load);
    leptos::task::spawn_local(async move {
        let view = match load.await {
            Ok(view) => view,
            Err(ChunkError) => crate::ui::failure::chunk_missing(),
        };
        if let Some(styles) = styles {
            let _ = styles.await;
        }
        // Gone when the user has moved on meanwhile: then there is nothing to show it in.
        if slot.try_set_value(Some(view)).is_none() {
            set_turn.set(());
        }
    });
    (move || {
        turn.track();
        slot.try_update_value(Option::take).flatten()
    })
    .into_any()
}
