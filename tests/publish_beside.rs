//! What a release brings beside its wheels: a menu entry with icons, managed Pythons, the installer itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod kit;

use flate2::Compression;
use flate2::write::GzEncoder;
use fs_err as fs;
use kit::publisher::Walk;
use quoc::model::release::{IconSize, Os, Platform};
use quoc::model::{Release, Sha256Digest, Source};
use quoc::publish::program::{self, BadProgram};
use quoc::trust::MemoryStore;

const LOADER: &[u8] = b"/lib/ld-linux-aarch64.so.1\0";
const PYTHON: &str = "https://example.org/cpython-3.12.4%2B20240726-install_only.tar.gz";

/// The header of a 64-bit ELF program with one segment that names its loader.
fn elf(machine: u16, loader: &[u8]) -> Vec<u8> {
    let mut bytes = b"\x7fELF\x02\x01\x01".to_vec();
    bytes.resize(16, 0);
    for half in [2u16, machine, 1, 0] {
        bytes.extend_from_slice(&half.to_le_bytes());
    }
    // Where it starts, and where the segments' headers are.
    for number in [1u64, 64, 0] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    for half in [0u16, 0, 64, 56, 1, 64, 0, 0] {
        bytes.extend_from_slice(&half.to_le_bytes());
    }
    bytes.extend_from_slice(&3u32.to_le_bytes());
    bytes.extend_from_slice(&4u32.to_le_bytes());
    let length = loader.len() as u64;
    for number in [120u64, 0, 0, length, length, 1] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.extend_from_slice(loader);
    bytes
}

fn png(pixels: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels, pixels);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![7; (pixels * pixels) as usize]).unwrap();
    writer.finish().unwrap();
    bytes
}

fn runtime(interpreter: &str) -> Vec<u8> {
    let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    let mut header = tar::Header::new_gnu();
    header.set_size(4);
    header.set_mode(0o755);
    archive.append_data(&mut header, interpreter, &b"#!x\n"[..]).unwrap();
    archive.into_inner().unwrap().finish().unwrap()
}

/// A publisher who has locked version 1.0 and adds some lines to the recipe.
fn with(lines: &str) -> Walk {
    let walk = Walk::begun();
    walk.lock("1.0");
    let folder = walk.on("publisher");
    fs::create_dir_all(folder.join("icons")).unwrap();
    fs::write(folder.join("icons/small.png"), png(48)).unwrap();
    let svg = "<svg xmlns='http://www.w3.org/2000/svg'><rect width='1' height='1'/></svg>";
    fs::write(folder.join("icons/any.svg"), svg).unwrap();
    fs::write(folder.join("setup"), elf(183, LOADER)).unwrap();
    let recipe = folder.join("release.toml");
    fs::write(&recipe, fs::read_to_string(&recipe).unwrap() + lines).unwrap();
    walk
}

const DESKTOP: &str = r#"
[desktop]
command = "demo"
terminal = true
name = { de = "Vorführung" }
comment = { default = "Shows things", de = "Zeigt Dinge" }
categories = ["Utility"]
icons = ["icons/any.svg", "icons/small.png"]
"#;

const STUB: &str = "\n[[stubs]]\nversion = \"0.2\"\nos = \"linux-glibc\"\narch = \"aarch64\"\nfile = \"setup\"\n";

fn python(os: &str) -> String {
    format!("\n[[runtimes]]\nversion = \"3.12.4\"\nos = \"{os}\"\narch = \"aarch64\"\nurl = \"{PYTHON}\"\n")
}

#[test]
fn icons_and_installers_become_signed_targets_that_a_user_is_given() {
    let mut walk = with(&format!("{DESKTOP}{STUB}{}", python("macos")));
    walk.outside.web.insert(PYTHON.to_owned(), runtime("python/bin/python3"));
    walk.does("publisher", "release");
    let shown = walk.sign("alice").out;
    for words in ["Zeigt Dinge", "icon-48x48.png", "icon-scalable.svg", "setup-0.2-linux-glibc-aarch64", "3.12.4"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    walk.publish(&["bob"]);
    let trusted = walk.user(&MemoryStore::default()).unwrap();
    let Release { desktop, stubs, runtimes, .. } = trusted.release();
    let icons = &desktop.as_ref().unwrap().icons;
    assert_eq!(icons.iter().map(|icon| icon.size).collect::<Vec<_>>(), [IconSize::Pixels(48), IconSize::Scalable]);
    assert_eq!((icons[0].file.sha256, stubs[0].file.size), (Sha256Digest::of(&png(48)), elf(183, LOADER).len() as u64));
    let archive = &runtimes[0].archive;
    assert_eq!(archive.name.as_str(), "cpython-3.12.4+20240726-install_only.tar.gz");
    assert_eq!(
        (archive.sha256, &archive.sources[..]),
        (Sha256Digest::of(&runtime("python/bin/python3")), &[Source::Url(PYTHON.parse().unwrap())][..],)
    );
}

#[test]
fn a_picture_that_is_no_icon_is_not_staged() {
    let walk = with(DESKTOP);
    for (bytes, words) in [(png(47), "47 × 47 pixels"), (b"GIF89a".to_vec(), "no readable SVG")] {
        fs::write(walk.on("publisher/icons/small.png"), bytes).unwrap();
        let said = walk.refuses("publisher", "release");
        assert!(said.contains("small.png cannot be an icon") && said.contains(words), "{said}");
    }
    let branded = with("");
    let profile = branded.on("publisher/profile.toml");
    let text = fs::read_to_string(&profile).unwrap();
    fs::write(&profile, text + "[brand]\nicon = \"setup.png\"\n").unwrap();
    assert!(branded.refuses("publisher", "release").contains("setup.png cannot be read"));
    fs::write(branded.on("publisher/setup.png"), png(47)).unwrap();
    assert!(branded.refuses("publisher", "release").contains("setup.png cannot be an icon"));
    let twice = with(&DESKTOP.replace("any.svg", "small.png"));
    assert!(twice.refuses("publisher", "release").contains("icon-48x48.png stands for two files"));
}

#[test]
fn a_menu_entry_that_users_machines_would_refuse_is_not_staged() {
    for (from, to) in [("\"demo\"", "\"other\""), ("Utility", "P2P"), ("Zeigt Dinge", "")] {
        let said = with(&DESKTOP.replace(from, to)).refuses("publisher", "release");
        assert!(said.contains("desktop: "), "{said}");
    }
}

#[test]
fn a_managed_python_of_another_digest_or_layout_is_not_staged() {
    let mut walk = with(&python("windows"));
    walk.outside.web.insert(PYTHON.to_owned(), runtime("python/bin/python3"));
    let said = walk.refuses("publisher", "release");
    assert!(said.contains("cannot be a managed Python") && said.contains("it has no python/python.exe"), "{said}");
    let mut walk = with(&format!("{}sha256 = \"{}\"\n", python("macos"), "ab".repeat(32)));
    walk.outside.web.insert(PYTHON.to_owned(), runtime("python/bin/python3"));
    assert!(walk.refuses("publisher", "release").contains(", not abab"));
    let neither = with(&python("macos").replace("url", "# url"));
    assert!(neither.refuses("publisher", "release").contains("needs either a url or a file"));
}

#[test]
fn an_installer_for_another_platform_is_not_staged() {
    let walk = with(&STUB.replace("aarch64", "x86_64"));
    let said = walk.refuses("publisher", "release");
    assert!(said.contains("cannot be an installer of its platform: it is for linux-glibc Aarch64"), "{said}");
    fs::write(walk.on("publisher/setup"), "#!/bin/sh\n").unwrap();
    assert!(walk.refuses("publisher", "release").contains("it is no program"));
}

#[test]
#[cfg(all(target_os = "linux", target_env = "gnu", target_arch = "x86_64"))]
fn an_installer_for_this_machine_says_the_version_that_the_release_gives_to_it() {
    let mut walk = with(&STUB.replace("aarch64", "x86_64"));
    fs::write(walk.on("publisher/setup"), elf(62, b"/lib64/ld-linux-x86-64.so.2\0")).unwrap();
    walk.outside.said = Some("quoc 0.1");
    assert!(walk.refuses("publisher", "release").contains("it says \"quoc 0.1\""));
    walk.outside.said = Some("quoc 0.2");
    walk.does("publisher", "release");
}

#[test]
fn a_program_is_of_the_system_and_processor_that_its_header_names() {
    let platform = |os, arch: &str| Platform { os, arch: arch.to_owned() };
    let (glibc, musl) = (elf(62, b"/lib64/ld-linux-x86-64.so.2\0"), elf(62, b"/lib/ld-musl-x86_64.so.1\0"));
    program::require(&glibc, &platform(Os::LinuxGlibc, "x86_64")).unwrap();
    program::require(&musl, &platform(Os::LinuxMusl, "x86_64")).unwrap();
    for (bytes, os, arch) in [
        (&glibc, Os::LinuxMusl, "x86_64"),
        (&musl, Os::LinuxGlibc, "x86_64"),
        (&glibc, Os::LinuxGlibc, "aarch64"),
        (&glibc, Os::Windows, "x86_64"),
        (&glibc, Os::LinuxGlibc, "unheard-of"),
    ] {
        let refused = program::require(bytes, &platform(os, arch));
        assert!(matches!(refused, Err(BadProgram::OtherPlatform { .. })), "{os:?} {arch}: {refused:?}");
    }
    let mut object_file = glibc;
    object_file[16] = 1;
    let linux = platform(Os::LinuxGlibc, "x86_64");
    assert!(matches!(program::require(&object_file, &linux), Err(BadProgram::NotStarted { .. })));
    for bytes in [&b""[..], b"MZ", b"\x7fELF\x02\x01\x01", &[0; 4096]] {
        assert!(matches!(program::require(bytes, &linux), Err(BadProgram::NoProgram(_))), "{bytes:?}");
    }
}
