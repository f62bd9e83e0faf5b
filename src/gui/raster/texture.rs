//! Textures and how they are sampled: nearest or linear, clamped, repeated or mirrored, with or without mipmaps.

use std::collections::HashMap;

use egui::epaint::{ImageData, ImageDelta};
use egui::{TextureFilter, TextureId, TextureOptions, TextureWrapMode};

use super::pixel;

/// The textures that egui has given.
#[derive(Default)]
pub(super) struct Textures(HashMap<TextureId, Texture>);

/// A picture and how it is sampled.
pub(super) struct Texture {
    /// The picture, and where mipmaps are wanted each half of it down to one texel. There is always one.
    levels: Vec<Level>,
    options: TextureOptions,
}

/// A picture of a texture: row by row.
struct Level {
    width: usize,
    height: usize,
    texels: Vec<u32>,
}

/// A texture as it is sampled throughout a shape.
#[derive(Clone, Copy)]
pub(super) struct Sampler<'a> {
    sharp: &'a Level,
    /// The next smaller picture and its share in 256ths.
    small: Option<(&'a Level, u32)>,
    filter: TextureFilter,
    wrap: TextureWrapMode,
}

impl Textures {
    /// Makes or changes a texture.
    pub(super) fn set(&mut self, id: TextureId, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        let level = Level { width, height, texels: image.pixels.iter().map(|colour| pixel::of(*colour)).collect() };
        match delta.pos {
            None => {
                self.0.insert(id, Texture::new(level, delta.options));
            }
            Some(place) => {
                if let Some(texture) = self.0.get_mut(&id) {
                    texture.change(place, &level, delta.options);
                }
            }
        }
    }

    /// Lets go of a texture.
    pub(super) fn free(&mut self, id: TextureId) {
        self.0.remove(&id);
    }

    /// Returns a texture.
    pub(super) fn get(&self, id: TextureId) -> Option<&Texture> {
        self.0.get(&id)
    }
}

impl Texture {
    fn new(level: Level, options: TextureOptions) -> Self {
        let mut texture = Self { levels: vec![level], options };
        texture.shrink();
        texture
    }

    fn change(&mut self, [left, top]: [usize; 2], part: &Level, options: TextureOptions) {
        self.options = options;
        let Some(level) = self.levels.first_mut() else { return };
        for (row, texels) in part.texels.chunks_exact(part.width.max(1)).enumerate() {
            let begin = (top + row) * level.width + left;
            let fits = left + part.width <= level.width;
            let place = level.texels.get_mut(begin..begin + part.width).filter(|_| fits);
            if let Some(place) = place {
                place.copy_from_slice(texels);
            }
        }
        self.shrink();
    }

    /// Makes the mipmaps.
    fn shrink(&mut self) {
        self.levels.truncate(1);
        while self.options.mipmap_mode.is_some()
            && let Some(last) = self.levels.last().filter(|last| last.width > 1 || last.height > 1)
        {
            self.levels.push(last.half());
        }
    }

    /// Returns width and height of the whole picture in texels.
    pub(super) fn size(&self) -> [f64; 2] {
        self.levels.first().map_or([0.0; 2], |level| [level.width as f64, level.height as f64])
    }

    /// Returns how it is sampled where one pixel covers so many texels; `None` for a picture without any.
    pub(super) fn sampler(&self, texels_per_pixel: f64) -> Option<Sampler<'_>> {
        let options = &self.options;
        let wrap = options.wrap_mode;
        let first = self.levels.first().filter(|level| !level.texels.is_empty())?;
        let of = |sharp, small, filter| Some(Sampler { sharp, small, filter, wrap });
        if texels_per_pixel <= 1.0 || texels_per_pixel.is_nan() {
            return of(first, None, options.magnification);
        }
        let Some(between) = options.mipmap_mode else { return of(first, None, options.minification) };
        let last = self.levels.len().saturating_sub(1);
        let depth = texels_per_pixel.log2().min(last as f64);
        if between == TextureFilter::Nearest {
            return of(self.levels.get(depth.round() as usize).unwrap_or(first), None, options.minification);
        }
        let sharp = self.levels.get(depth as usize).unwrap_or(first);
        let small = self.levels.get(depth as usize + 1).map(|level| (level, (depth.fract() * 256.0) as u32));
        of(sharp, small.filter(|(_, share)| *share > 0), options.minification)
    }
}

impl Sampler<'_> {
    /// Returns the colour at a place; 1 is the picture's whole width and height.
    pub(super) fn at(&self, [u, v]: [f32; 2]) -> u32 {
        let sharp = self.of(self.sharp, u, v);
        self.small.map_or(sharp, |(small, share)| pixel::mixed(sharp, self.of(small, u, v), share))
    }

    fn of(&self, level: &Level, u: f32, v: f32) -> u32 {
        let (x, y) = (u * level.width as f32, v * level.height as f32);
        match self.filter {
            TextureFilter::Nearest => level.texel(self.column(level, x.floor()), self.row(level, y.floor())),
            TextureFilter::Linear => {
                let (x, y) = (x - 0.5, y - 0.5);
                let ((left, across), (top, down)) = (split(x), split(y));
                let (here, next) = (self.column(level, left), self.column(level, left + 1.0));
                let row = |row: usize| pixel::mixed(level.texel(here, row), level.texel(next, row), across);
                pixel::mixed(row(self.row(level, top)), row(self.row(level, top + 1.0)), down)
            }
        }
    }

    fn column(&self, level: &Level, place: f32) -> usize {
        wrapped(place, level.width, self.wrap)
    }

    fn row(&self, level: &Level, place: f32) -> usize {
        wrapped(place, level.height, self.wrap)
    }

    /// Returns a part of a row of texels as they are, where every pixel is exactly one of them.
    pub(super) fn exact(&self, [x, y]: [usize; 2], length: usize) -> Option<&[u32]> {
        let level = self.sharp;
        let fits = x + length <= level.width && y < level.height;
        let begin = y * level.width + x;
        level.texels.get(begin..begin + length).filter(|_| fits && self.small.is_none())
    }
}

impl Level {
    fn texel(&self, x: usize, y: usize) -> u32 {
        self.texels.get(y * self.width + x).copied().unwrap_or_default()
    }

    /// Returns the picture at half the size: each texel is the mean of four.
    fn half(&self) -> Self {
        let (width, height) = ((self.width / 2).max(1), (self.height / 2).max(1));
        let mut texels = Vec::with_capacity(width * height);
        for y in 0..height {
            let rows = [2 * y, (2 * y + 1).min(self.height.saturating_sub(1))];
            for x in 0..width {
                let columns = [2 * x, (2 * x + 1).min(self.width.saturating_sub(1))];
                let row = |row| pixel::mixed(self.texel(columns[0], row), self.texel(columns[1], row), 128);
                texels.push(pixel::mixed(row(rows[0]), row(rows[1]), 128));
            }
        }
        Self { width, height, texels }
    }
}

/// Splits a place into a whole number and the rest in 256ths.
fn split(place: f32) -> (f32, u32) {
    let whole = place.floor();
    // Nearer than half a step to the next one is the next one; a share of 256 says so.
    (whole, ((place - whole) * 256.0 + 0.5) as u32)
}

/// Returns the texel that stands for a place outside of the picture, too.
fn wrapped(place: f32, count: usize, mode: TextureWrapMode) -> usize {
    let last = count.saturating_sub(1);
    let within = match mode {
        TextureWrapMode::ClampToEdge => place,
        TextureWrapMode::Repeat => place.rem_euclid(count as f32),
        TextureWrapMode::MirroredRepeat => {
            let twice = place.rem_euclid(2.0 * count as f32);
            twice.min(2.0 * count as f32 - 1.0 - twice)
        }
    };
    // A float becomes the nearest whole number that there is, and 0 where it is none.
    (within as usize).min(last)
}
