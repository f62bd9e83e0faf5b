//! Pictures of the window without a graphics card: the product's own rasteriser draws what a harness shows.
//!
//! `Harness::builder().renderer(Picture::default())`, then `harness.render()` is the picture, and
//! `harness.snapshot("name")` compares it. What the pictures show is what a person sees where the window is drawn in software.

use egui::{Color32, Context, FullOutput, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;
use quoc::gui::raster::{Look, Raster};

/// Draws for a harness.
#[derive(Default)]
pub struct Picture(Raster);

impl TestRenderer for Picture {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.update(delta);
        self.0.free(delta);
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = (ctx.viewport_rect().size() * scale).round();
        let (width, height) = (size.x as usize, size.y as usize);
        let primitives = ctx.tessellate(output.shapes.clone(), scale);
        self.0.paint(Look { size: [width, height], scale, ground: Color32::BLACK }, primitives);
        let rgba = self.0.pixels().iter().flat_map(|pixel| {
            let [alpha, red, green, blue] = pixel.to_be_bytes();
            [red, green, blue, alpha]
        });
        let image = RgbaImage::from_raw(width as u32, height as u32, rgba.collect());
        image.ok_or_else(|| format!("{width} × {height} pixels are no picture"))
    }
}
