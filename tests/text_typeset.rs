//! Sets texts with the fonts inside the program, as the window does.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use std::sync::{Arc, Mutex};

use egui::epaint::text::{FallbackRequest, FontData, FontInsert, FontProvider};
use egui::{Color32, Context, FontFamily, RawInput};
use proptest::prelude::*;
use quoc::gui::Direction;
use quoc::gui::text::{Extent, Fonts, Style, Typeset, bidi, on_the_line, strong};

const LTR: Direction = Direction::LeftToRight;
const RTL: Direction = Direction::RightToLeft;
const BODY: Style = Style { size: 14.0, weight: 430.0, line: 1.35, fixed: false, colour: Color32::BLACK };

/// Runs one frame of a window that has the program's own fonts.
fn frame<R>(draw: impl FnOnce(&Context) -> R) -> R {
    let ctx = Context::default();
    Fonts::embedded().install(&ctx);
    ctx.begin_pass(RawInput::default());
    let result = draw(&ctx);
    ctx.end_pass().textures_delta.clear();
    result
}

fn set(ctx: &Context, text: &str, extent: Extent, base: Direction) -> Typeset {
    Typeset::new(ctx, text, &BODY, extent, base)
}

#[test]
fn the_fonts_inside_have_all_that_languages_with_latin_greek_and_cyrillic_write() {
    let samples = [
        "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich – „1,5 MB“",
        "Příliš žluťoučký kůň úpěl ďábelské ódy; zażółć gęślą jaźń; árvíztűrő tükörfúrógép",
        "Съешь же ещё этих мягких французских булок; щастя ґава їжак; Ξεσκεπάζω την ψυχοφθόρα βδελυγμία ΐ ΰ",
        "Chữ quốc ngữ: đường, nguyễn, ỹ; Şişli ığdır; crăciun țară; l·l; ¿qué? ¡sí!; œuvre; æ ø å",
    ];
    assert!(Fonts::find("xx", samples).is_some());
}

#[test]
fn a_language_without_a_font_is_told_before_the_first_frame() {
    // No font has a glyph for what is not a character.
    assert!(Fonts::find("xx", ["Install \u{fdd0}"]).is_none());
}

#[test]
fn a_text_breaks_into_lines_of_its_width_in_either_direction() {
    frame(|ctx| {
        for (text, base) in [("Checking the signatures of this release", LTR), ("בודק את החתימות של המהדורה", RTL)]
        {
            let whole = set(ctx, text, Extent::Unbounded, base).size();
            let broken = set(ctx, text, Extent::Lines(whole.x / 2.0), base);
            assert!(broken.size().x <= whole.x / 2.0 + 1.0, "{broken:?}");
            assert!(broken.galley.rows.len() >= 2 && broken.size().y > whole.y * 1.5);
        }
    });
}

/// Remembers for which families fonts were asked for, and has none.
#[derive(Default)]
struct Asked(Mutex<Vec<FontFamily>>);

impl FontProvider for Asked {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        self.0.lock().unwrap().push(request.family.clone());
        None
    }
}

#[test]
fn a_bold_text_takes_what_the_fonts_inside_lack_from_bold_faces() {
    let asked = Arc::new(Asked::default());
    let ctx = Context::default();
    Fonts::with(asked.clone()).install(&ctx);
    ctx.begin_pass(RawInput::default());
    for (weight, family) in [(430.0, FontFamily::Proportional), (600.0, strong()), (680.0, strong())] {
        asked.0.lock().unwrap().clear();
        // Each time a letter that was not asked for yet.
        let letter = char::from_u32(0x5d0 + weight as u32 % 26).unwrap().to_string();
        Typeset::new(&ctx, &letter, &Style { weight, ..BODY }, Extent::Unbounded, RTL);
        assert_eq!(*asked.0.lock().unwrap(), [family], "{weight}");
    }
    ctx.end_pass().textures_delta.clear();
}

/// Has one font.
struct One(&'static [u8]);

impl FontProvider for One {
    fn font_for(&self, _: &FallbackRequest<'_>) -> Option<FontInsert> {
        Some(FontInsert::new("one", on_the_line(FontData::from_static(self.0)), Vec::new()))
    }
}

#[test]
fn letters_of_other_fonts_stand_on_the_line_of_the_fonts_inside() {
    let fonts: [(&'static [u8], &str); 3] = [
        (include_bytes!("data/fonts/NotoSansArabic.ttf"), "Hا"),
        (include_bytes!("data/fonts/NotoSansHebrew.ttf"), "Hא"),
        (include_bytes!("data/fonts/NotoSansDevanagari.ttf"), "Hअ"),
    ];
    for (font, text) in fonts {
        let ctx = Context::default();
        Fonts::with(Arc::new(One(font))).install(&ctx);
        ctx.begin_pass(RawInput::default());
        let set = Typeset::new(&ctx, text, &Style { size: 100.0, ..BODY }, Extent::Unbounded, LTR);
        ctx.end_pass().textures_delta.clear();
        let foot = |glyph: &egui::epaint::text::Glyph| glyph.pos.y + glyph.uv_rect.offset.y + glyph.uv_rect.size.y;
        let feet: Vec<f32> = set.galley.rows[0].glyphs.iter().map(foot).collect();
        assert!((feet[0] - feet[1]).abs() < 3.0, "{text}: {feet:?}");
    }
}

#[test]
fn bold_is_wider_and_digits_are_all_of_one_width() {
    frame(|ctx| {
        let width =
            |text: &str, weight| Typeset::new(ctx, text, &Style { weight, ..BODY }, Extent::Unbounded, LTR).size().x;
        assert!(width("Install", 680.0) > width("Install", 430.0) + 1.0);
        assert!((width("11111", 430.0) - width("80808", 430.0)).abs() < 0.01);
    });
}

#[test]
fn a_number_stays_with_its_unit() {
    frame(|ctx| {
        let text = "67 MB are needed, and 8.4 MB are free.";
        for width in 60..260_u16 {
            let set = set(ctx, text, Extent::Lines(f32::from(width)), LTR);
            for row in &set.galley.rows {
                assert!(!row.text().trim_end().ends_with(|c: char| c.is_ascii_digit()), "{width}: {}", row.text());
            }
            assert_eq!(set.spoken, text);
        }
    });
}

#[test]
fn what_does_not_fit_on_one_line_ends_with_an_ellipsis() {
    frame(|ctx| {
        for (text, base) in [("/home/somebody/.local/share", LTR), ("התיקייה של היישום", RTL)] {
            let whole = set(ctx, text, Extent::OneLine(1000.0), base);
            let cut = set(ctx, text, Extent::OneLine(60.0), base);
            assert!(!whole.is_cut && cut.is_cut, "{text}");
            assert!(cut.size().x <= 61.0 && cut.galley.rows.len() == 1, "{:?}", cut.size());
            assert_eq!(cut.spoken, text, "what is read aloud is whole");
        }
    });
}

#[test]
fn what_is_read_aloud_is_the_text_as_written_and_without_isolates() {
    frame(|ctx| {
        let set = set(ctx, "התקנת \u{2068}demo 1.0\u{2069}…", Extent::Lines(300.0), RTL);
        assert_eq!(set.spoken, "התקנת demo 1.0…");
        assert_eq!(set.galley.text(), "…demo 1.0 התקנת");
    });
}

#[test]
fn paths_and_options_keep_their_beginning_in_a_text_from_right_to_left() {
    frame(|ctx| {
        let set = set(ctx, "השתמש ב --prefix או /home/me/demo, ואז", Extent::Lines(900.0), RTL);
        let seen = set.galley.text();
        assert!(seen.contains("--prefix") && seen.contains(",/home/me/demo"), "{seen}");
        assert_eq!(set.spoken, "השתמש ב --prefix או /home/me/demo, ואז");
    });
}

#[test]
fn a_path_with_blanks_is_one_piece_from_left_to_right() {
    frame(|ctx| {
        let set = set(ctx, &bidi::left_to_right("/home/me/my files/demo"), Extent::Lines(900.0), RTL);
        assert_eq!(set.galley.text(), "/home/me/my files/demo");
    });
}

#[test]
fn the_comma_of_arabic_stays_behind_its_word() {
    // Both come from one font, so the shaper turns them round together.
    let lines = bidi::lines("لا شيء، كل", RTL, f32::INFINITY, &mut |_| 1.0);
    assert!(lines[0].iter().any(|piece| piece == "شيء،"), "{lines:?}");
}

#[test]
fn lines_from_right_to_left_hang_on_the_right_side_wherever_they_are_painted() {
    frame(|ctx| {
        let set = set(ctx, "אחת שתיים שלוש ארבע חמש שש", Extent::Lines(80.0), RTL);
        let rows = &set.galley.rows;
        assert!(rows.len() > 1);
        let right = |row: usize| rows[row].rect().right();
        assert!((right(0) - right(1)).abs() < 1.5, "{rows:?}");
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_set_in_any_room(text in "[a-cא-ג١-٣ก-คเ漢()\\[\\]«» \u{2066}-\u{2069}\u{202e}\u{301}\u{64e}\u{200c}\u{200b}\n👍]{0,40}", width in 0.0..200.0_f32, rtl: bool) {
        frame(|ctx| {
            let base = if rtl { RTL } else { LTR };
            for extent in [Extent::Unbounded, Extent::Lines(width), Extent::OneLine(width)] {
                prop_assert!(set(ctx, &text, extent, base).size().is_finite());
            }
            Ok(())
        })?;
    }
}
