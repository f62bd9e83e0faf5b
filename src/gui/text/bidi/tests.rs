use proptest::prelude::*;

use super::*;

/// Each character is one wide; controls are nothing.
fn measure(text: &str) -> f32 {
    f32::from(u16::try_from(without_controls(text).chars().count()).unwrap())
}

fn set(text: &str, base: Direction, width: f32) -> Vec<Line> {
    lines(text, base, width, &mut measure)
}

fn seen(text: &str, base: Direction) -> String {
    set(text, base, f32::INFINITY).concat().concat()
}

const LTR: Direction = Direction::LeftToRight;
const RTL: Direction = Direction::RightToLeft;

#[test]
fn latin_in_a_right_to_left_line_stands_where_it_is_read() {
    // Letters of such a script stay as written within a piece: the shaper turns those.
    assert_eq!(set("תקן demo 1.0 עכשיו", RTL, 99.0), [["עכשיו", " ", "demo 1.0", " ", "תקן"]]);
    assert_eq!(set("install תקן now", LTR, 99.0), [["install ", "תקן", " now"]]);
}

#[test]
fn the_isolates_of_inserted_values_are_obeyed_and_not_drawn() {
    let line = set("גרסה \u{2068}1.0 (beta)\u{2069}, \u{2068}demo\u{2069}!", RTL, 99.0);
    assert_eq!(line, [["!", "demo", " ,", "1.0 (beta)", " ", "גרסה"]]);
}

#[test]
fn brackets_in_a_right_to_left_run_are_turned_round() {
    assert_eq!(seen("(שלום) «א»", RTL), "«א» (שלום)");
    assert_eq!(set("שלום (", RTL, 99.0), [[") ", "שלום"]]);
}

#[test]
fn numbers_run_from_left_to_right() {
    assert_eq!(set("٤٥ من ١٢٣", RTL, 99.0), [["١٢٣", " ", "من", " ", "٤٥"]]);
    assert_eq!(seen("דף 12", RTL), "12 דף");
}

#[test]
fn lines_are_filled_in_the_order_of_reading() {
    assert_eq!(
        set("אחת שתיים שלוש", RTL, 9.0).iter().map(|line| line.concat()).collect::<Vec<_>>(),
        [" שתיים אחת", "שלוש"]
    );
    assert_eq!(set("א\nב", RTL, 9.0), [["א"], ["ב"]]);
}

#[test]
fn what_is_too_wide_is_broken_and_a_path_rather_behind_a_slash() {
    let broken = |text: &str, width| set(text, LTR, width).iter().map(|line| line.concat()).collect::<Vec<_>>();
    assert_eq!(broken("abcdefgh", 3.0), ["abc", "def", "gh"]);
    assert_eq!(broken("/usr/local/bin", 6.0), ["/usr/", "local/", "bin"]);
    assert_eq!(broken("漢字、仮名", 2.0), ["漢", "字、", "仮名"]);
}

#[test]
fn a_thai_line_may_end_before_a_vowel_that_begins_a_syllable() {
    let broken = |text: &str, width| set(text, LTR, width).iter().map(|line| line.concat()).collect::<Vec<_>>();
    assert_eq!(broken("กำลังดาวน์โหลดแพ็กเกจ", 14.0), ["กำลังดาวน์โหลด", "แพ็กเกจ"]);
}

#[test]
fn most_texts_are_left_to_egui() {
    for plain in ["Install Demo 1.0", "Größe: 1,5 MB", "Установить", "インストール 漢字", "\u{2068}x\u{2069}"]
    {
        assert!(!is_needed(plain), "{plain}");
    }
    for special in ["שלום", "a مرحبا", "ดาวน์โหลด"] {
        assert!(is_needed(special), "{special}");
    }
}

/// Strings of the characters that are hard: both directions, digits, brackets, controls, marks, spaces.
fn mixed() -> impl Strategy<Value = String> {
    let hard = prop::sample::select(
        "ab1٣ אبم ()[]«»-/.,%:…\u{2068}\u{2069}\u{2066}\u{2067}\u{202e}\u{200f}\u{5b8}\u{64e}\u{200c}\u{200d}\u{301}\u{a0}\u{2029}\n漢ไก👍🏽"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(prop_oneof![9 => hard, 1 => any::<char>()], 0..60).prop_map(String::from_iter)
}

/// What a text is made of, whatever the order, and whichever way its brackets point.
fn letters(text: &str) -> Vec<char> {
    let plain = |c: char| if mirrored(c) < c { mirrored(c) } else { c };
    let mut letters: Vec<char> = without_controls(text)
        .chars()
        .filter(|c| *c != '\n')
        .map(|c| if bidi_class(c) == BidiClass::B { ' ' } else { plain(c) })
        .collect();
    letters.sort_unstable();
    letters
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_character_is_drawn_once_and_nothing_panics(text in mixed(), rtl: bool, width in 0.0..40.0_f32) {
        let base = if rtl { RTL } else { LTR };
        let set = set(&text, base, width);
        prop_assert_eq!(letters(&set.concat().concat()), letters(&text));
        prop_assert!(set.iter().flatten().all(|piece| !piece.is_empty() && !piece.chars().any(is_control)));
    }

    #[test]
    fn no_line_is_wider_than_its_room(text in mixed(), width in 8.0..40.0_f32) {
        for line in set(&text, RTL, width) {
            // A grapheme is never broken, and spaces at the end of a line hang over.
            let graphemes = line.concat();
            let ink = measure(graphemes.trim_matches(is_space));
            prop_assert!(ink <= width || graphemes.graphemes(true).count() <= 8, "{:?} in {}", line, width);
        }
    }
}
