//! The state file: a demo that survives a restart.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context as _;

use crate::config::Config;
use crate::world::World;

/// The world of the state file when there is one, a fresh one otherwise.
pub(crate) fn load(config: &Config) -> anyhow::Result<World> {
    let fresh = || World::fresh(config.seed, config.now, config.events);
    let Some(path) = &config.state else {
        return Ok(fresh());
    };
    match fs::read(path) {
        Ok(bytes) => kept(config, &bytes).with_context(|| {
            format!(
                "{} is no state of this version; remove it to start afresh",
                path.display()
            )
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(fresh()),
        Err(error) => Err(error).with_context(|| format!("can't read {}", path.display())),
    }
}

/// The world of the file, with what the program is told beside it.
fn kept(config: &Config, bytes: &[u8]) -> serde_json::Result<World> {
    let mut world: World = serde_json::from_slice(bytes)?;
    if let Some(now) = config.now {
        world.clock.set(now);
    }
    let (ids, now) = (world.ids.clone(), world.now());
    world.tenant.pad(&ids, now, config.events);
    Ok(world)
}

/// Writes the world to the file, whole or not at all.
pub(crate) fn save(path: &Path, world: &World) -> anyhow::Result<()> {
    let bytes = serde_json::to_vec(world)?;
    let beside = path.with_extension("part");
    fs::write(&beside, bytes).with_context(|| format!("can't write {}", beside.display()))?;
    fs::rename(&beside, path).with_context(|| format!("can't write {}", path.display()))
}
