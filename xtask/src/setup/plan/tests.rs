//! Stories of machines, and what set-up decides for them.

use super::*;
use crate::setup::browser::Browser;

/// A machine with rustup and nothing else.
fn bare(system: System) -> Found {
    Found {
        system,
        rustup: Presence::Present,
        wasm: WasmStd::Missing,
        library_source: Presence::Absent,
        trunk: Presence::Absent,
        wasm_bindgen: Presence::Absent,
        node: Presence::Absent,
        packages: Packages::None,
        browser: None,
        lints: Presence::Present,
        debian_rust: Presence::Absent,
        debian_clippy: Presence::Absent,
        redis: Presence::Absent,
    }
}

fn equipped(system: System) -> Found {
    Found {
        wasm: WasmStd::Active,
        library_source: Presence::Present,
        trunk: Presence::Present,
        wasm_bindgen: Presence::Present,
        node: Presence::Present,
        packages: Packages::All,
        browser: Some(Browser {
            program: "/usr/bin/chromium".into(),
            driver: Some("/usr/bin/chromedriver".into()),
        }),
        redis: Presence::Present,
        ..bare(system)
    }
}

#[test]
fn a_machine_that_has_all_is_left_alone() {
    for purpose in [Purpose::Demo, Purpose::Build, Purpose::Bench, Purpose::Test] {
        assert_eq!(plan(purpose, &equipped(System::Linux)).unwrap(), []);
    }
}

#[test]
fn a_bare_debian_gets_all_for_the_tests() {
    let steps = plan(Purpose::Test, &bare(System::Debian(User::Root))).unwrap();
    assert_eq!(
        steps,
        [
            Step::Apt(vec![
                "nodejs",
                "npm",
                "chromium",
                "chromium-driver",
                "redis-server"
            ]),
            Step::RustupTarget,
            Step::LibrarySource,
            Step::Npm(Packages::All),
            Step::Trunk,
            Step::WasmBindgen,
        ]
    );
}

#[test]
fn a_demo_needs_no_browser_and_few_packages() {
    let found = Found {
        wasm_bindgen: Presence::Present,
        ..bare(System::Debian(User::Root))
    };
    let steps = plan(Purpose::Demo, &found).unwrap();
    assert_eq!(
        steps,
        [
            Step::Apt(vec!["nodejs", "npm"]),
            Step::RustupTarget,
            Step::LibrarySource,
            Step::Npm(Packages::Build),
            Step::Trunk
        ]
    );
}

#[test]
fn without_root_the_command_is_shown_and_nothing_is_done() {
    let error = plan(Purpose::Test, &bare(System::Debian(User::Ordinary))).unwrap_err();
    let text = error.to_string();
    assert!(
        text.ends_with(
            "sudo apt-get update && sudo apt-get install --no-install-recommends nodejs npm \
             chromium chromium-driver redis-server"
        ),
        "{text}"
    );
}

#[test]
fn a_demo_goes_on_without_node_where_it_cannot_be_installed() {
    for system in [
        System::Debian(User::Ordinary),
        System::MacOs,
        System::Windows,
    ] {
        let steps = plan(Purpose::Demo, &bare(system)).unwrap();
        assert!(
            !steps
                .iter()
                .any(|step| matches!(step, Step::Npm(_) | Step::Apt(_)))
        );
    }
}

#[test]
fn other_systems_are_told_in_clear_words() {
    let mac = Found {
        browser: None,
        ..equipped(System::MacOs)
    };
    assert!(
        plan(Purpose::Test, &mac)
            .unwrap_err()
            .to_string()
            .contains("Google Chrome")
    );
    let windows = Found {
        node: Presence::Absent,
        ..equipped(System::Windows)
    };
    assert!(
        plan(Purpose::Build, &windows)
            .unwrap_err()
            .to_string()
            .contains("nodejs.org")
    );
}

#[test]
fn a_browser_without_its_driver_is_not_enough() {
    let browser = Some(Browser {
        program: "/usr/bin/chromium".into(),
        driver: None,
    });
    let found = Found {
        browser,
        ..equipped(System::Debian(User::Root))
    };
    assert_eq!(
        plan(Purpose::Test, &found).unwrap(),
        [Step::Apt(vec!["chromium", "chromium-driver"])]
    );
}

#[test]
fn a_closed_network_leads_to_debians_compiler() {
    let steps = without_rust_server(Purpose::Demo, &bare(System::Debian(User::Root))).unwrap();
    assert_eq!(
        steps,
        [
            Step::Apt(vec!["rustc-web", "cargo-web", "rust-web-src"]),
            Step::LinkDebian,
            Step::BuildStd,
            Step::InstallStd,
        ]
    );
    let error = without_rust_server(Purpose::Demo, &bare(System::Linux)).unwrap_err();
    assert!(error.to_string().contains("RUSTUP_DIST_SERVER"));
}

#[test]
fn the_library_of_debian_is_enough_and_its_clippy_comes_for_tests() {
    // given a machine whose first command was the demo
    let found = Found {
        wasm: WasmStd::Debian,
        ..equipped(System::Debian(User::Root))
    };
    // when the tests come
    let steps = plan(Purpose::Test, &found).unwrap();
    // then only the linter is added
    assert_eq!(steps, [Step::Apt(vec!["rust-web-clippy"])]);
}

#[test]
fn packages_of_a_demo_do_not_do_for_tests() {
    let found = Found {
        packages: Packages::Build,
        ..equipped(System::Linux)
    };
    assert_eq!(plan(Purpose::Build, &found).unwrap(), []);
    assert_eq!(
        plan(Purpose::Test, &found).unwrap(),
        [Step::Npm(Packages::All)]
    );
}
