//! What of a picture changes when something else is to be shown.

use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};

use super::area::Area;

/// Returns the part of a picture in which what is to be shown may differ from what is shown.
pub(super) fn between(shown: &[ClippedPrimitive], wanted: &[ClippedPrimitive], scale: f32, whole: Area) -> Area {
    let size = [whole.right, whole.bottom];
    let mut damage = Area::NOTHING;
    for place in 0..shown.len().max(wanted.len()) {
        let (was, is) = (shown.get(place), wanted.get(place));
        let change = match (was, is) {
            (Some(was), Some(is)) if was.clip_rect == is.clip_rect => of_shapes(&was.primitive, &is.primitive, scale),
            _ => Area::NOTHING.union(all_of(was, scale, size)).union(all_of(is, scale, size)),
        };
        let clips = [was, is].into_iter().flatten().map(|primitive| Area::clip(primitive.clip_rect, scale, size));
        damage = damage.union(change.intersect(clips.fold(Area::NOTHING, Area::union)));
    }
    damage.intersect(whole)
}

fn all_of(primitive: Option<&ClippedPrimitive>, scale: f32, size: [usize; 2]) -> Area {
    primitive.map_or(Area::NOTHING, |primitive| Area::clip(primitive.clip_rect, scale, size))
}

/// Two shapes behind the same clip.
fn of_shapes(was: &Primitive, is: &Primitive, scale: f32) -> Area {
    let (Primitive::Mesh(was), Primitive::Mesh(is)) = (was, is) else { return Area::NOTHING };
    if was.texture_id != is.texture_id || was.indices != is.indices || was.vertices.len() != is.vertices.len() {
        return around(&was.vertices, scale).union(around(&is.vertices, scale));
    }
    if was.vertices == is.vertices {
        return Area::NOTHING;
    }
    let mut damage = Area::NOTHING;
    for three in was.indices.chunks_exact(3) {
        let (before, after) = (corners(was, three), corners(is, three));
        if before != after {
            damage = damage.union(around(&before, scale)).union(around(&after, scale));
        }
    }
    damage
}

fn corners(mesh: &Mesh, three: &[u32]) -> Vec<Vertex> {
    let vertex = |index: &u32| mesh.vertices.get(usize::try_from(*index).ok()?).copied();
    three.iter().filter_map(vertex).collect()
}

fn around(vertices: &[Vertex], scale: f32) -> Area {
    let (mut least, mut most) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
    for vertex in vertices.iter().filter(|vertex| vertex.pos.is_finite()) {
        let [x, y] = [vertex.pos.x * scale, vertex.pos.y * scale];
        least = [least[0].min(x), least[1].min(y)];
        most = [most[0].max(x), most[1].max(y)];
    }
    if least[0] > most[0] {
        return Area::NOTHING;
    }
    Area::around(least[0], least[1], most[0], most[1])
}
