//! A short sound.

use wasm_bindgen::JsValue;
use web_sys::{AudioContext, OscillatorType};

/// Two tones, half a second in all; quiet where the browser doesn't allow a sound: it does after the
/// first click on the page.
pub(crate) fn ring() {
    // Without a sound device the words are all there is.
    let _ = play();
}

fn play() -> Result<(), JsValue> {
    const LOUD: f32 = 0.2;
    let context = AudioContext::new()?;
    let start = context.current_time();
    for (pitch, at) in [(660.0, 0.0), (880.0, 0.22)] {
        let (tone, volume) = (context.create_oscillator()?, context.create_gain()?);
        tone.set_type(OscillatorType::Sine);
        tone.frequency().set_value(pitch);
        let from = start + at;
        let gain = volume.gain();
        gain.set_value_at_time(LOUD, from)?;
        gain.exponential_ramp_to_value_at_time(0.001, from + 0.3)?;
        tone.connect_with_audio_node(&volume)?;
        volume.connect_with_audio_node(&context.destination())?;
        tone.start_with_when(from)?;
        tone.stop_with_when(from + 0.3)?;
    }
    Ok(())
}
