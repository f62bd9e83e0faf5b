#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::sync::Arc;

use egui::epaint::{ColorImage, ImageDelta, Mesh, Vertex};
use egui::{Pos2, Rect, TextureFilter, TextureId, TextureOptions, TextureWrapMode, pos2};
use proptest::prelude::*;

use super::*;

const WHITE: TextureId = TextureId::Managed(0);
const PICTURE: TextureId = TextureId::Managed(1);

/// A picture of a few pixels on a black ground, with a white texture and another one.
struct Sheet {
    raster: Raster,
    look: Look,
}

impl Sheet {
    fn new(width: usize, height: usize) -> Self {
        let mut sheet = Self {
            raster: Raster::default(),
            look: Look { size: [width, height], scale: 1.0, ground: Color32::BLACK },
        };
        sheet.give(WHITE, ColorImage::filled([1, 1], Color32::WHITE), TextureOptions::LINEAR);
        sheet
    }

    fn with_picture(mut self, size: [usize; 2], greys: &[u8], options: TextureOptions) -> Self {
        let pixels = greys.iter().map(|grey| Color32::from_gray(*grey)).collect();
        self.give(PICTURE, ColorImage::new(size, pixels), options);
        self
    }

    fn give(&mut self, id: TextureId, image: ColorImage, options: TextureOptions) {
        let mut delta = TexturesDelta::default();
        delta.push(id, ImageDelta::full(image, options));
        self.raster.update(&mut delta);
    }

    fn paint(&mut self, meshes: impl IntoIterator<Item = Mesh>) -> Option<Area> {
        let clip = Rect::from_min_size(Pos2::ZERO, egui::vec2(1e6, 1e6));
        self.paint_clipped(meshes.into_iter().map(|mesh| (clip, mesh)))
    }

    fn paint_clipped(&mut self, meshes: impl IntoIterator<Item = (Rect, Mesh)>) -> Option<Area> {
        let clipped = |(clip_rect, mesh)| ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) };
        self.raster.paint(self.look, meshes.into_iter().map(clipped).collect())
    }

    /// The red of each pixel, row by row.
    fn reds(&self) -> Vec<u32> {
        self.raster.pixels().iter().map(|pixel| (pixel >> 16) & 0xff).collect()
    }
}

fn area(left: f32, top: f32, right: f32, bottom: f32) -> Rect {
    Rect::from_min_max(pos2(left, top), pos2(right, bottom))
}

fn rect(place: Rect, colour: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(place, colour);
    mesh
}

fn picture(place: Rect, part: Rect, colour: Color32) -> Mesh {
    let mut mesh = Mesh::with_texture(PICTURE);
    mesh.add_rect_with_uv(place, part, colour);
    mesh
}

fn all() -> Rect {
    area(0.0, 0.0, 1.0, 1.0)
}

#[test]
fn a_pixel_is_drawn_when_its_middle_is_inside_and_at_the_left_edge_but_not_at_the_right() {
    let mut sheet = Sheet::new(4, 2);
    sheet.paint([rect(area(0.5, 0.4, 2.5, 1.6), Color32::WHITE)]);
    assert_eq!(sheet.reds(), [255, 255, 0, 0, 255, 255, 0, 0]);
    sheet.paint([rect(area(0.51, 0.51, 2.51, 1.49), Color32::WHITE)]);
    assert_eq!(sheet.reds(), [0; 8]);
}

#[test]
fn what_is_half_transparent_is_laid_over_in_gamma_space_premultiplied() {
    let mut sheet = Sheet::new(1, 1);
    sheet.look.ground = Color32::from_rgb(200, 100, 0);
    sheet.paint([rect(area(0.0, 0.0, 1.0, 1.0), Color32::from_rgba_premultiplied(10, 20, 30, 64))]);
    // 10 + 200 × 191/255 = 159.8, 20 + 100 × 191/255 = 94.9, 30.
    assert_eq!(sheet.raster.pixels(), [0xffa0_5f1e]);
    // Light that is only added: alpha 0, and no channel wraps.
    sheet.paint([rect(area(0.0, 0.0, 1.0, 1.0), Color32::from_rgba_premultiplied(100, 100, 100, 0))]);
    assert_eq!(sheet.raster.pixels(), [0xffff_c864]);
}

#[test]
fn a_pixel_on_a_common_edge_belongs_to_one_triangle() {
    let mut sheet = Sheet::new(9, 9);
    let colour = Color32::from_rgba_premultiplied(100, 100, 100, 100);
    let mut fan = Mesh::default();
    let middle = pos2(4.37, 4.61);
    let around = [(0.0, 0.0), (4.5, 0.0), (9.0, 0.0), (9.0, 5.5), (9.0, 9.0), (3.3, 9.0), (0.0, 9.0), (0.0, 2.7)];
    fan.colored_vertex(middle, colour);
    around.iter().for_each(|(x, y)| fan.colored_vertex(pos2(*x, *y), colour));
    (1..=8).for_each(|corner| fan.add_triangle(0, corner, corner % 8 + 1));
    sheet.paint([fan]);
    assert_eq!(sheet.reds(), [100; 81]);
}

#[test]
fn nothing_is_drawn_outside_of_the_clip_whose_edges_are_rounded() {
    let mut sheet = Sheet::new(4, 1);
    sheet.paint_clipped([(area(0.6, 0.0, 2.6, 1.0), rect(area(0.0, 0.0, 4.0, 1.0), Color32::WHITE))]);
    assert_eq!(sheet.reds(), [0, 255, 255, 0]);
}

#[test]
fn points_are_scaled_to_pixels() {
    let mut sheet = Sheet::new(6, 1);
    sheet.look.scale = 1.5;
    sheet.paint([rect(area(2.0, 0.0, 3.0, 1.0), Color32::WHITE)]);
    assert_eq!(sheet.reds(), [0, 0, 0, 255, 0, 0]);
}

#[test]
fn a_colour_between_corners_is_that_of_the_middle_of_the_pixel() {
    let mut sheet = Sheet::new(4, 1);
    let mut mesh = rect(area(0.0, 0.0, 4.0, 1.0), Color32::BLACK);
    for vertex in &mut mesh.vertices {
        vertex.color = if vertex.pos.x > 0.0 { Color32::WHITE } else { Color32::BLACK };
    }
    sheet.paint([mesh]);
    // 255 × 1/8, 3/8, 5/8, 7/8.
    assert_eq!(sheet.reds(), [32, 96, 159, 223]);
}

#[test]
fn a_texture_is_sampled_as_its_options_say() {
    let cases = [
        (TextureOptions::NEAREST, [0, 0, 255, 255]),
        (TextureOptions::LINEAR, [0, 64, 191, 255]),
        (TextureOptions::LINEAR_REPEAT, [64, 64, 191, 191]),
        (TextureOptions::LINEAR_MIRRORED_REPEAT, [0, 64, 191, 255]),
    ];
    for (options, wanted) in cases {
        let mut sheet = Sheet::new(4, 1).with_picture([2, 1], &[0, 255], options);
        sheet.paint([picture(area(0.0, 0.0, 4.0, 1.0), all(), Color32::WHITE)]);
        assert_eq!(sheet.reds(), wanted, "{options:?}");
    }
    let repeated = [
        (TextureWrapMode::ClampToEdge, [0, 255, 255, 255]),
        (TextureWrapMode::Repeat, [0, 255, 0, 255]),
        (TextureWrapMode::MirroredRepeat, [0, 255, 255, 0]),
    ];
    for (wrap_mode, wanted) in repeated {
        let mut sheet =
            Sheet::new(4, 1).with_picture([2, 1], &[0, 255], TextureOptions { wrap_mode, ..TextureOptions::NEAREST });
        sheet.paint([picture(area(0.0, 0.0, 4.0, 1.0), area(0.0, 0.0, 2.0, 1.0), Color32::WHITE)]);
        assert_eq!(sheet.reds(), wanted, "{wrap_mode:?}");
    }
}

#[test]
fn a_picture_that_is_made_small_takes_all_of_its_texels_in_where_it_has_mipmaps() {
    let board: Vec<u8> = (0..64).map(|place| if (place / 8 + place) % 2 == 0 { 0 } else { 255 }).collect();
    let mipmaps = TextureOptions::LINEAR.with_mipmap_mode(Some(TextureFilter::Linear));
    let mut sheet = Sheet::new(1, 1).with_picture([8, 8], &board, mipmaps);
    sheet.paint([picture(area(0.0, 0.0, 1.0, 1.0), all(), Color32::WHITE)]);
    assert_eq!(sheet.reds(), [128]);
    // Two texels for each pixel and a half more: between the second picture and the third.
    let line: Vec<u8> = [0_u8, 0, 0, 0, 0, 0, 255, 255].repeat(8);
    let mut sheet = Sheet::new(3, 3).with_picture([8, 8], &line, mipmaps);
    sheet.paint([picture(area(0.0, 0.0, 3.0, 3.0), all(), Color32::WHITE)]);
    let reds = sheet.reds();
    assert!(reds[0] < 20 && reds[2] > 150 && reds[0..3] == reds[6..9], "{reds:?}");
}

#[test]
fn a_letter_is_its_texels_in_the_colour_of_its_text() {
    let mut sheet = Sheet::new(4, 3);
    sheet.look.ground = Color32::WHITE;
    let coverage: Vec<Color32> = [0, 128, 255, 64, 0, 255].map(Color32::from_white_alpha).to_vec();
    sheet.give(PICTURE, ColorImage::new([3, 2], coverage), TextureOptions::LINEAR);
    sheet.paint([picture(area(1.0, 1.0, 4.0, 3.0), all(), Color32::BLACK)]);
    assert_eq!(sheet.reds(), [255, 255, 255, 255, 255, 255, 127, 0, 255, 191, 255, 0]);
    // A part that moves in from the side shows the texels of that part.
    sheet.paint_clipped([(area(2.0, 2.0, 4.0, 3.0), picture(area(1.0, 1.0, 4.0, 3.0), all(), Color32::BLACK))]);
    assert_eq!(sheet.reds(), [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0]);
}

#[test]
fn a_part_of_a_texture_is_changed_and_a_texture_that_is_gone_is_not_drawn() {
    let mut sheet = Sheet::new(2, 1).with_picture([2, 1], &[10, 20], TextureOptions::NEAREST);
    let mut delta = TexturesDelta::default();
    let part = ColorImage::filled([1, 1], Color32::from_gray(99));
    delta.push(PICTURE, ImageDelta::partial([1, 0], part.clone(), TextureOptions::NEAREST));
    delta.push(PICTURE, ImageDelta::partial([7, 7], part, TextureOptions::NEAREST));
    sheet.raster.update(&mut delta);
    let mesh = picture(area(0.0, 0.0, 2.0, 1.0), all(), Color32::WHITE);
    sheet.paint([mesh.clone()]);
    assert_eq!(sheet.reds(), [10, 99]);
    delta.free(PICTURE);
    sheet.raster.free(&mut delta);
    sheet.look.ground = Color32::from_gray(1);
    sheet.paint([mesh]);
    assert_eq!(sheet.reds(), [1, 1]);
}

#[test]
fn only_what_changed_is_drawn_again() {
    let mut sheet = Sheet::new(40, 40);
    let scene =
        |x: f32| [rect(area(0.0, 0.0, 40.0, 40.0), Color32::RED), rect(area(x, 10.0, x + 4.0, 12.0), Color32::BLUE)];
    assert_eq!(sheet.paint(scene(8.0)), Some(Area::whole([40, 40])));
    assert_eq!(sheet.paint(scene(8.0)), None);
    let damage = sheet.paint(scene(10.0)).unwrap();
    assert_eq!(damage, Area { left: 7, top: 9, right: 15, bottom: 13 });
}

/// Numbers that no window has, and some that it may have.
fn number() -> impl Strategy<Value = f32> {
    let odd = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, f32::MIN, f32::MIN_POSITIVE, -0.0, 1e9, -1e9];
    prop_oneof![3 => -20.0_f32..60.0, 1 => proptest::sample::select(odd.to_vec()), 1 => any::<f32>()]
}

fn vertex() -> impl Strategy<Value = Vertex> {
    (number(), number(), (number(), number()), any::<[u8; 4]>()).prop_map(|(x, y, (u, v), [r, g, b, a])| Vertex {
        pos: pos2(x, y),
        uv: pos2(u, v),
        color: Color32::from_rgba_premultiplied(r, g, b, a),
    })
}

fn any_mesh() -> impl Strategy<Value = (Rect, Mesh)> {
    let shape = (proptest::collection::vec(vertex(), 0..12), proptest::collection::vec(0_u32..14, 0..40));
    (shape, 0_u64..3, [number(), number(), number(), number()]).prop_map(|((vertices, indices), id, clip)| {
        (area(clip[0], clip[1], clip[2], clip[3]), Mesh { indices, vertices, texture_id: TextureId::Managed(id) })
    })
}

fn sheet(scale: f32) -> Sheet {
    let options = TextureOptions::LINEAR_REPEAT.with_mipmap_mode(Some(TextureFilter::Linear));
    let mut sheet = Sheet::new(33, 29).with_picture([5, 3], &[7; 15], options);
    sheet.look.scale = scale;
    sheet
}

/// Quads on the grid, as a screen has them.
fn screen() -> impl Strategy<Value = Vec<Mesh>> {
    let quad = (0_u8..30, 0_u8..30, (1_u8..20, 1_u8..20), any::<[u8; 3]>(), any::<bool>());
    proptest::collection::vec(quad, 0..6).prop_map(|quads| {
        let of = |(x, y, (width, height), [r, g, a], has_picture): (u8, u8, (u8, u8), [u8; 3], bool)| {
            let place = Rect::from_min_size(pos2(f32::from(x), f32::from(y)), [width, height].map(f32::from).into());
            let colour = Color32::from_rgba_unmultiplied(r, g, 9, a);
            if has_picture { picture(place, all(), colour) } else { rect(place, colour) }
        };
        quads.into_iter().map(of).collect()
    })
}

proptest! {
    #[test]
    fn no_geometry_is_a_panic(meshes in proptest::collection::vec(any_mesh(), 0..4), scale in number()) {
        sheet(scale).paint_clipped(meshes.clone());
        sheet(1.5).paint_clipped(meshes);
    }

    #[test]
    fn a_picture_that_is_changed_is_the_one_that_is_drawn_anew(one in screen(), other in screen(), scale in 0.7_f32..2.5) {
        let (mut changed, mut anew) = (sheet(scale), sheet(scale));
        changed.paint(one);
        changed.paint(other.clone());
        anew.paint(other);
        prop_assert_eq!(changed.raster.pixels(), anew.raster.pixels());
    }

    #[test]
    fn a_rectangle_at_once_is_its_two_triangles(meshes in screen(), scale in 0.7_f32..2.5) {
        let (mut at_once, mut apart) = (sheet(scale), sheet(scale));
        let turned = meshes.iter().cloned().map(|mut mesh| {
            // The same corners in another order, which is no rectangle to whoever looks for one.
            mesh.indices = vec![1, 2, 0, 1, 3, 2];
            mesh
        });
        apart.paint(turned);
        at_once.paint(meshes.clone());
        let near = |one: u32, other: u32| one.to_be_bytes().iter().zip(other.to_be_bytes()).all(|(a, b)| a.abs_diff(b) <= 2);
        for (one, other) in at_once.raster.pixels().iter().zip(apart.raster.pixels()) {
            prop_assert!(near(*one, *other), "{one:08x} {other:08x}");
        }
    }
}

#[test]
fn what_is_no_mesh_is_left_out() {
    let mut sheet = Sheet::new(1, 1);
    let callback = egui::PaintCallback { rect: all(), callback: Arc::new(()) };
    let primitive = ClippedPrimitive { clip_rect: all(), primitive: Primitive::Callback(callback) };
    sheet.raster.paint(sheet.look, vec![primitive]);
    assert_eq!(sheet.reds(), [0]);
}
