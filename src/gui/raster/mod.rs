//! What egui wants drawn, as pixels, by the processor alone: for machines without OpenGL, and for tests of pictures.
//!
//! The picture is the one that `egui_glow` makes: colours are multiplied and laid over each other in gamma space,
//! premultiplied; a pixel belongs to a triangle when its middle does, and a shared edge belongs to one of both; textures
//! are sampled as their options say, mipmaps included. What did not change since the last picture is not drawn again.
//! Nothing in here is an error: what cannot be drawn (no number, no such texture, no such vertex) is left out.

mod area;
mod damage;
mod mesh;
mod pixel;
mod texture;
mod triangle;

use egui::epaint::{ClippedPrimitive, Primitive};
use egui::{Color32, TexturesDelta};

pub use area::Area;

use texture::Textures;

/// Draws what egui wants drawn into a picture that it keeps.
#[derive(Default)]
pub struct Raster {
    textures: Textures,
    look: Look,
    pixels: Vec<u32>,
    /// What the picture shows.
    shown: Vec<ClippedPrimitive>,
    /// Whether something changed of which no primitive tells.
    stale: bool,
}

/// What all of a picture depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Look {
    /// Width and height in pixels.
    pub size: [usize; 2],
    /// Pixels for each point of egui's.
    pub scale: f32,
    /// What is below everything.
    pub ground: Color32,
}

impl Raster {
    /// Takes over new textures and changes of known ones, but lets go of none; see [`Self::free`].
    pub fn update(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            self.stale = true;
            images.iter().for_each(|image| self.textures.set(id, image));
        }
    }

    /// Lets go of textures that were drawn for the last time.
    pub fn free(&mut self, delta: &mut TexturesDelta) {
        delta.free.drain().for_each(|id| self.textures.free(id));
    }

    /// Draws; returns the part of the picture that changed, if any did.
    pub fn paint(&mut self, look: Look, primitives: Vec<ClippedPrimitive>) -> Option<Area> {
        let whole = Area::whole(look.size);
        let is_new = look != self.look || self.stale;
        let damage = if is_new { whole } else { damage::between(&self.shown, &primitives, look.scale, whole) };
        if look.size != self.look.size {
            self.pixels = vec![0; look.size[0].saturating_mul(look.size[1])];
        }
        (self.look, self.stale) = (look, false);
        self.shown = primitives;
        if damage.is_empty() {
            return None;
        }
        let mut canvas = Canvas { pixels: &mut self.pixels, width: look.size[0] };
        let ground = pixel::of(look.ground);
        damage.rows().for_each(|y| canvas.span(y, damage.columns()).fill(ground));
        for ClippedPrimitive { clip_rect, primitive } in &self.shown {
            let clip = Area::clip(*clip_rect, look.scale, look.size).intersect(damage);
            let Primitive::Mesh(shape) = primitive else { continue };
            if let Some(texture) = self.textures.get(shape.texture_id).filter(|_| !clip.is_empty()) {
                mesh::paint(&mut canvas, clip, (shape, texture), f64::from(look.scale));
            }
        }
        Some(damage)
    }

    /// Returns the picture, row by row: 0xAARRGGBB, premultiplied.
    pub fn pixels(&self) -> &[u32] {
        &self.pixels
    }
}

/// Pixels that are drawn into.
struct Canvas<'a> {
    pixels: &'a mut [u32],
    width: usize,
}

impl Canvas<'_> {
    /// Returns a part of a row; nothing where there is none.
    fn span(&mut self, y: usize, columns: std::ops::Range<usize>) -> &mut [u32] {
        let row = y * self.width;
        self.pixels.get_mut(row + columns.start..row + columns.end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
