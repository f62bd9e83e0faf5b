//! Packs the texts of `locales/`: thirty languages as they are would be a tenth of the program.
//!
//! Each file becomes a deflated one, and the lists of catalogues become Rust that `src/messages/catalogue.rs` includes.
#![allow(clippy::disallowed_methods, reason = "cargo speaks through the environment, and its errors go to developers")]

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use flate2::Compression;
use flate2::write::DeflateEncoder;

type Failed = Box<dyn Error>;

fn main() -> Result<(), Failed> {
    println!("cargo::rerun-if-changed=locales");
    leave_out()?;
    let locales = sorted(Path::new("locales"))?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no folder")?);
    let mut code = String::new();
    for (program, names) in programs()? {
        writeln!(code, "pub(crate) static {program}: &[Catalogue] = &[")?;
        for locale in locales.iter().filter(|locale| is_complete(locale, &names)) {
            writeln!(code, "    Catalogue {{ tag: {:?}, files: &[", name_of(locale)?)?;
            for name in &names {
                let packed = out.join(format!("{}.{name}", name_of(locale)?));
                pack(&locale.join(format!("{name}.ftl")), &packed)?;
                writeln!(code, "        File {{ name: {name:?}, packed: include_bytes!({packed:?}) }},")?;
            }
            writeln!(code, "    ] }},")?;
        }
        writeln!(code, "];")?;
    }
    Ok(fs::write(out.join("catalogues.rs"), code)?)
}

/// Lets the linker of the `dist` profile (the only one with `opt-level = "s"`) leave out what a program that aborts on a
/// panic has no use for: tables to unwind by, a fourteenth of it; and all but one of functions that are the same. LLD, which
/// Rust brings for this target, can do that.
fn leave_out() -> Result<(), Failed> {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if is("OPT_LEVEL", "s") && is("TARGET", "x86_64-unknown-linux-gnu") {
        let script = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no folder")?).join("leave-out.ld");
        fs::write(&script, "SECTIONS { /DISCARD/ : { *(.eh_frame) *(.gcc_except_table*) } } INSERT AFTER .rodata;\n")?;
        for argument in ["--icf=all", "--no-eh-frame-hdr", &format!("--script={}", script.display())] {
            println!("cargo::rustc-link-arg-bins=-Wl,{argument}");
        }
    }
    Ok(())
}

/// The files of each program: the publisher's tool has one of its own, the installer has all others.
fn programs() -> Result<[(&'static str, Vec<String>); 2], Failed> {
    let english = sorted(&Path::new("locales").join("en-US"))?;
    let stems = english.iter().filter_map(|path| path.file_stem()?.to_str());
    let installer = stems.filter(|name| *name != "publish").map(str::to_owned).collect();
    Ok([("INSTALLER", installer), ("PUBLISHER", ["numbers", "publish"].map(str::to_owned).into())])
}

/// A locale need not speak for both programs; a test holds that none is passed over.
fn is_complete(locale: &Path, names: &[String]) -> bool {
    names.iter().all(|name| locale.join(format!("{name}.ftl")).is_file())
}

fn pack(text: &Path, packed: &Path) -> Result<(), Failed> {
    let mut encoder = DeflateEncoder::new(fs::File::create(packed)?, Compression::best());
    encoder.write_all(&fs::read(text)?)?;
    encoder.finish()?;
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Failed> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}

fn name_of(folder: &Path) -> Result<&str, Failed> {
    Ok(folder.file_name().and_then(|name| name.to_str()).ok_or("a folder of locales has no proper name")?)
}
