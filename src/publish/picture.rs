//! Whether an icon is the picture that it must be: a desktop reads it without asking again.

use std::io::Cursor;

use crate::model::release::{IconSize, MAX_ICON};

/// Why a picture is refused.
#[derive(Debug, thiserror::Error)]
pub enum BadPicture {
    /// It has more bytes than an icon may have.
    #[error("it has more than {MAX_ICON} bytes")]
    TooLong,
    /// It is no PNG, or a damaged one.
    #[error("it is no readable PNG")]
    Png(#[source] png::DecodingError),
    /// It is a PNG that moves.
    #[error("it is an animation")]
    Animated,
    /// It has a size that icon themes do not have.
    #[error("it has {width} × {height} pixels; icons are squares of {}", IconSize::PIXELS.map(|pixels| pixels.to_string()).join(", "))]
    Pixels {
        /// Pixels.
        width: u32,
        /// Pixels.
        height: u32,
    },
    /// It is no SVG, or a damaged one.
    #[error("it is no readable SVG")]
    Svg(#[source] roxmltree::Error),
    /// It is XML, but no SVG.
    #[error("it is no SVG")]
    NoSvg,
    /// It has a part that could run something or load something from elsewhere.
    #[error("it has {part}, which a picture does not need")]
    Active {
        /// The element or attribute.
        part: String,
    },
    /// It is another size than the release says.
    #[error("it is {found} instead of {wanted}")]
    OtherSize {
        /// The size it has.
        found: IconSize,
        /// The size that the release gives to it.
        wanted: IconSize,
    },
}

/// Reads the whole of a picture and returns its size.
///
/// # Errors
/// [`BadPicture`].
pub fn size_of(bytes: &[u8]) -> Result<IconSize, BadPicture> {
    if bytes.len() as u64 > MAX_ICON {
        return Err(BadPicture::TooLong);
    }
    if bytes.starts_with(PNG) { png_size(bytes) } else { svg_size(bytes) }
}

/// Lets a picture pass that has the size a release gives to it.
///
/// # Errors
/// [`BadPicture`].
pub fn require(bytes: &[u8], wanted: IconSize) -> Result<(), BadPicture> {
    let found = size_of(bytes)?;
    if found == wanted { Ok(()) } else { Err(BadPicture::OtherSize { found, wanted }) }
}

fn png_size(bytes: &[u8]) -> Result<IconSize, BadPicture> {
    let limits = png::Limits { bytes: MAX_DECODED };
    let mut reader = png::Decoder::new_with_limits(Cursor::new(bytes), limits).read_info().map_err(BadPicture::Png)?;
    let info = reader.info();
    let (width, height) = (info.width, info.height);
    if info.is_animated() {
        return Err(BadPicture::Animated);
    }
    let size = IconSize::of_square(width).filter(|_| width == height);
    let size = size.ok_or(BadPicture::Pixels { width, height })?;
    // Every pixel: a picture cut off half-way has a good beginning.
    let mut pixels = vec![0; reader.output_buffer_size().unwrap_or_default()];
    reader.next_frame(&mut pixels).map_err(BadPicture::Png)?;
    reader.finish().map_err(BadPicture::Png)?;
    Ok(size)
}

fn svg_size(bytes: &[u8]) -> Result<IconSize, BadPicture> {
    let text = std::str::from_utf8(bytes).map_err(|_| BadPicture::NoSvg)?;
    // Without a document type there are no entities, and so nothing that grows when it is read.
    let options = roxmltree::ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options).map_err(BadPicture::Svg)?;
    let root = document.root_element().tag_name();
    if (root.name(), root.namespace()) != ("svg", Some(SVG)) {
        return Err(BadPicture::NoSvg);
    }
    let active = document.descendants().find_map(|node| active_part(&node));
    active.map_or(Ok(IconSize::Scalable), |part| Err(BadPicture::Active { part }))
}

/// Finds what makes an SVG more than a drawing: scripts, handlers, and anything from another place.
fn active_part(node: &roxmltree::Node<'_, '_>) -> Option<String> {
    let name = node.tag_name().name();
    if ["script", "foreignObject", "iframe", "object", "embed"].contains(&name) {
        return Some(format!("<{name}>"));
    }
    if name == "style" && node.text().is_some_and(|text| text.contains("@import") || loads(text)) {
        return Some("a style that loads something".to_owned());
    }
    let is_active = |attribute: &roxmltree::Attribute<'_, '_>| {
        let value = attribute.value().trim();
        let leads_out = attribute.name() == "href" && !value.starts_with('#') && !value.starts_with("data:image/");
        attribute.name().starts_with("on") || leads_out || loads(value)
    };
    node.attributes().find(is_active).map(|attribute| format!("the attribute {}", attribute.name()))
}

/// `url(#gradient)` is a part of the same drawing.
fn loads(style: &str) -> bool {
    style.match_indices("url(").any(|(at, start)| {
        let inside = style.get(at + start.len()..).unwrap_or_default();
        !inside.trim_start_matches([' ', '"', '\'']).starts_with('#')
    })
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const SVG: &str = "http://www.w3.org/2000/svg";

/// Bytes of a decoded picture: four times the largest square of sixteen-bit colours.
const MAX_DECODED: usize = 16 * 1024 * 1024;
const MAX_NODES: u32 = 20_000;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgba);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&vec![7; (width * height * 4) as usize]).unwrap();
        writer.finish().unwrap();
        bytes
    }

    fn svg(inside: &str) -> Result<IconSize, BadPicture> {
        size_of(format!("<svg xmlns='{SVG}' xmlns:xlink='http://www.w3.org/1999/xlink'>{inside}</svg>").as_bytes())
    }

    #[test]
    fn a_picture_tells_its_size_itself() {
        assert_eq!(size_of(&png(48, 48)).unwrap(), IconSize::Pixels(48));
        assert_eq!(svg("<rect fill='url(#a)'/><use href='#b'/>").unwrap(), IconSize::Scalable);
        let other = require(&png(48, 48), IconSize::Pixels(64));
        assert!(matches!(other, Err(BadPicture::OtherSize { .. })));
    }

    #[test]
    fn a_picture_of_another_size_or_cut_off_or_of_another_kind_is_refused() {
        for (width, height) in [(48, 32), (47, 47), (1024, 1024)] {
            assert!(matches!(size_of(&png(width, height)), Err(BadPicture::Pixels { .. })));
        }
        let whole = png(48, 48);
        for length in [8, 20, 40, whole.len() - 12, whole.len() - 1] {
            assert!(matches!(size_of(&whole[..length]), Err(BadPicture::Png(_))), "{length}");
        }
        let mut flipped = whole.clone();
        flipped[50] ^= 1;
        assert!(matches!(size_of(&flipped), Err(BadPicture::Png(_))));
        assert!(matches!(size_of(b"GIF89a"), Err(BadPicture::Svg(_))));
        assert!(matches!(size_of(b"<html/>"), Err(BadPicture::NoSvg)));
        assert!(matches!(size_of(&vec![b' '; MAX_ICON as usize + 1]), Err(BadPicture::TooLong)));
    }

    #[test]
    fn a_drawing_that_could_run_or_load_something_is_refused() {
        for inside in [
            "<script>x</script>",
            "<rect onclick='x'/>",
            "<image href='https://example.org/x.png'/>",
            "<image xlink:href='file:///etc/passwd'/>",
            "<rect style='fill: url(https://example.org/#a)'/>",
            "<style>@import 'x.css';</style>",
            "<foreignObject/>",
        ] {
            assert!(matches!(svg(inside), Err(BadPicture::Active { .. })), "{inside}");
        }
        let bomb = format!("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='{SVG}'>&a;</svg>");
        assert!(matches!(size_of(bomb.as_bytes()), Err(BadPicture::Svg(_))));
    }
}
