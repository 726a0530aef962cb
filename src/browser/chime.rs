//! A short sound.

use super::dynamic::{call, get, make};
use wasm_bindgen::JsValue;

/// Two tones, half a second in all; quiet where the browser doesn't allow a sound: it does after the
/// first click on the page.
pub(crate) fn ring() {
    // Without a sound device the words are all there is.
    let _ = play();
}

fn play() -> Result<(), JsValue> {
    const LOUD: f64 = 0.2;
    let context = make("AudioContext", &[])?;
    let start = get(&context, "currentTime").as_f64().unwrap_or_default();
    for (pitch, at) in [(660.0, 0.0), (880.0, 0.22)] {
        let tone = call(&context, "createOscillator", &[])?;
        let volume = call(&context, "createGain", &[])?;
        let (from, until) = (start + at, start + at + 0.3);
        let pitch = [pitch.into(), from.into()];
        call(&get(&tone, "frequency"), "setValueAtTime", &pitch)?;
        let gain = get(&volume, "gain");
        call(&gain, "setValueAtTime", &[LOUD.into(), from.into()])?;
        let fade = [0.001.into(), until.into()];
        call(&gain, "exponentialRampToValueAtTime", &fade)?;
        call(&tone, "connect", std::slice::from_ref(&volume))?;
        call(&volume, "connect", &[get(&context, "destination")])?;
        call(&tone, "start", &[from.into()])?;
        call(&tone, "stop", &[until.into()])?;
    }
    Ok(())
}
