//! Whether a file is a program of the platform that a release gives to it, by what its own header says.

use object::read::elf::{ElfFile64, FileHeader as _, ProgramHeader as _};
use object::read::macho::{MachOFatFile32, MachOFatFile64};
use object::{Architecture, FileKind, Object as _, ObjectKind};

use crate::model::release::{Os, Platform};

/// Why a file is refused as a program.
#[derive(Debug, thiserror::Error)]
pub enum BadProgram {
    /// It is no program of any system.
    #[error("it is no program")]
    NoProgram(#[source] Option<object::Error>),
    /// It is a library, an object file or a debugger's dump.
    #[error("it is a {kind:?} and cannot be started")]
    NotStarted {
        /// What it is.
        kind: ObjectKind,
    },
    /// It is for another system or processor.
    #[error("it is for {found}")]
    OtherPlatform {
        /// What it is for.
        found: String,
    },
    /// It says another version of itself than the release does, or none.
    #[error("it says {said:?} when it is asked for its version")]
    OtherVersion {
        /// What it says.
        said: String,
    },
}

/// Lets a program pass that a platform can start.
///
/// # Errors
/// [`BadProgram`].
pub fn require(bytes: &[u8], platform: &Platform) -> Result<(), BadProgram> {
    let kind = FileKind::parse(bytes).map_err(|error| BadProgram::NoProgram(Some(error)))?;
    let found = match kind {
        FileKind::MachOFat32 => slices(MachOFatFile32::parse(bytes).map(|file| architectures(file.arches()))),
        FileKind::MachOFat64 => slices(MachOFatFile64::parse(bytes).map(|file| architectures(file.arches()))),
        _ => single(kind, bytes),
    }?;
    let wanted = architecture(&platform.arch);
    let fits =
        |(os, architecture): &(Vec<Os>, Architecture)| os.contains(&platform.os) && wanted == Some(*architecture);
    if found.iter().any(fits) {
        return Ok(());
    }
    let words = |(os, architecture): &(Vec<Os>, Architecture)| {
        let os: Vec<&str> = os.iter().map(|os| os.as_str()).collect();
        format!("{} {architecture:?}", os.join(" or "))
    };
    Err(BadProgram::OtherPlatform { found: found.iter().map(words).collect::<Vec<_>>().join(", ") })
}

/// The systems that could start it, and the processor.
type Fit = (Vec<Os>, Architecture);

fn single(kind: FileKind, bytes: &[u8]) -> Result<Vec<Fit>, BadProgram> {
    let file = object::File::parse(bytes).map_err(|error| BadProgram::NoProgram(Some(error)))?;
    // Position-independent programs of Linux are of the kind of its libraries.
    let is_started = matches!(file.kind(), ObjectKind::Executable)
        || kind == FileKind::Elf64 && file.kind() == ObjectKind::Dynamic && file.entry() != 0;
    if !is_started {
        return Err(BadProgram::NotStarted { kind: file.kind() });
    }
    let os = match kind {
        FileKind::Elf64 => linux(bytes)?,
        FileKind::MachO64 => vec![Os::Macos],
        FileKind::Pe32 | FileKind::Pe64 => vec![Os::Windows],
        _ => return Err(BadProgram::NoProgram(None)),
    };
    Ok(vec![(os, file.architecture())])
}

/// The C library is known by the loader that the program asks for; one that asks for none brings its own.
fn linux(bytes: &[u8]) -> Result<Vec<Os>, BadProgram> {
    let no_program = |error| BadProgram::NoProgram(Some(error));
    let file: ElfFile64<'_> = ElfFile64::parse(bytes).map_err(no_program)?;
    let endian = file.endian();
    let segments = file.elf_header().program_headers(endian, bytes).map_err(no_program)?;
    let loader = segments.iter().find_map(|segment| segment.interpreter(endian, bytes).transpose());
    Ok(match loader.transpose().map_err(no_program)? {
        None => vec![Os::LinuxGlibc, Os::LinuxMusl],
        Some(loader) if contains(loader, b"ld-musl") => vec![Os::LinuxMusl],
        Some(loader) if contains(loader, b"/ld") => vec![Os::LinuxGlibc],
        Some(_) => return Err(BadProgram::NoProgram(None)),
    })
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn slices(parsed: object::Result<Vec<Fit>>) -> Result<Vec<Fit>, BadProgram> {
    parsed.map_err(|error| BadProgram::NoProgram(Some(error)))
}

fn architectures<A: object::read::macho::FatArch>(arches: &[A]) -> Vec<Fit> {
    arches.iter().map(|arch| (vec![Os::Macos], arch.architecture())).collect()
}

/// PEP 425's and PEP 508's names of processors.
fn architecture(arch: &str) -> Option<Architecture> {
    Some(match arch {
        "x86_64" => Architecture::X86_64,
        "aarch64" => Architecture::Aarch64,
        "x86" | "i686" => Architecture::I386,
        "armv7l" => Architecture::Arm,
        "ppc64le" => Architecture::PowerPc64,
        "s390x" => Architecture::S390x,
        "riscv64" => Architecture::Riscv64,
        _ => return None,
    })
}
