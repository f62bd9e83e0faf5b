//! The window, drawn by the processor: winit for the display, `gui::raster` for the pixels, softbuffer to show them.
//!
//! Nothing moves by itself in such a window: whoever has no graphics card may sit far away.

use std::num::{NonZeroU32, NonZeroUsize};
use std::sync::Arc;
use std::time::Instant;

use eframe::UserEvent;
use egui::{Context, TexturesDelta, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo};
use egui_winit::accesskit_winit::WindowEvent as AccessKitEvent;
use egui_winit::winit::application::ApplicationHandler;
use egui_winit::winit::dpi::PhysicalPosition;
use egui_winit::winit::event::{StartCause, WindowEvent};
use egui_winit::winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy, OwnedDisplayHandle};
use egui_winit::winit::window::{Window, WindowId};
use quoc::gui::raster::{Look, Raster};

use super::ladder::{Broken, Watch};
use super::opening::{Motion, Opening, Shown};

/// Opens the window and stays until it is closed.
pub(super) fn run(opening: Opening, (watch, start): (&Watch, Instant)) -> Result<(), Broken> {
    let events = EventLoop::<UserEvent>::with_user_event().build();
    let events = events.map_err(|error| Broken::Display(error.to_string()))?;
    let proxy = events.create_proxy();
    let mut driver = Driver { opening: Some(opening), proxy, watch: watch.clone(), start, open: None, broken: None };
    let ended = events.run_app(&mut driver);
    match driver.broken {
        Some(broken) => Err(broken),
        None => ended.map_err(|error| Broken::Display(error.to_string())),
    }
}

/// What winit calls.
struct Driver {
    opening: Option<Opening>,
    proxy: EventLoopProxy<UserEvent>,
    watch: Watch,
    start: Instant,
    open: Option<Open>,
    broken: Option<Broken>,
}

/// A window that is open.
struct Open {
    ctx: Context,
    shown: Shown,
    window: Arc<Window>,
    surface: softbuffer::Surface<OwnedDisplayHandle, Arc<Window>>,
    input: egui_winit::State,
    info: ViewportInfo,
    raster: Raster,
    /// Textures of frames that could not be drawn.
    textures: TexturesDelta,
    wakes: Option<Instant>,
    is_seen: bool,
}

impl Driver {
    fn begin(&self, opening: Opening, events: &ActiveEventLoop) -> Result<Open, Broken> {
        let drawing = |error: &dyn std::fmt::Display| Broken::Drawing(error.to_string());
        let ctx = Context::default();
        ctx.options_mut(|options| options.max_passes = NonZeroUsize::MIN.saturating_add(1));
        self.repaint_on_request(&ctx);
        // Hidden until something is drawn, so that no empty window flashes up.
        let viewport = opening.viewport.clone().with_visible(false);
        let window = egui_winit::create_window(&ctx, events, &viewport).map_err(|error| drawing(&error))?;
        let window = Arc::new(window);
        centre(&window);
        let context = softbuffer::Context::new(events.owned_display_handle()).map_err(|error| drawing(&error))?;
        let surface = softbuffer::Surface::new(&context, Arc::clone(&window)).map_err(|error| drawing(&error))?;
        let scale = window.scale_factor() as f32;
        let (id, theme) = (ViewportId::ROOT, window.theme());
        let mut input = egui_winit::State::new(ctx.clone(), id, &window, Some(scale), theme, Some(LARGEST_TEXTURE));
        input.init_accesskit(events, &window, self.proxy.clone());
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, &ctx, &window, true);
        let shown = opening.open(&ctx, Motion::Still, (&self.watch, self.start));
        let shown = shown.map_err(|error| Broken::Other(error.to_string()))?;
        let (raster, textures) = (Raster::default(), TexturesDelta::default());
        window.request_redraw();
        Ok(Open { ctx, shown, window, surface, input, info, raster, textures, wakes: None, is_seen: false })
    }

    /// Whoever asks egui for a frame, on whatever thread, wakes the loop.
    fn repaint_on_request(&self, ctx: &Context) {
        let proxy = egui::mutex::Mutex::new(self.proxy.clone());
        ctx.set_request_repaint_callback(move |asked| {
            let Some(when) = Instant::now().checked_add(asked.delay) else { return };
            let (viewport_id, cumulative_pass_nr) = (asked.viewport_id, asked.current_cumulative_pass_nr);
            // A loop that has ended draws no more.
            proxy.lock().send_event(UserEvent::RequestRepaint { viewport_id, when, cumulative_pass_nr }).ok();
        });
    }
}

impl ApplicationHandler<UserEvent> for Driver {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        let Some(opening) = self.opening.take() else { return };
        match self.begin(opening, events) {
            Ok(open) => self.open = Some(open),
            Err(broken) => {
                self.broken = Some(broken);
                events.exit();
            }
        }
    }

    fn window_event(&mut self, events: &ActiveEventLoop, _: WindowId, event: WindowEvent) {
        let Some(open) = &mut self.open else { return };
        if event != WindowEvent::RedrawRequested {
            open.hear(&event);
            return;
        }
        match open.draw(events) {
            Ok(true) => {}
            Ok(false) => events.exit(),
            Err(error) => {
                self.broken = Some(Broken::Drawing(error.to_string()));
                events.exit();
            }
        }
    }

    fn user_event(&mut self, _: &ActiveEventLoop, event: UserEvent) {
        let Some(open) = &mut self.open else { return };
        match event {
            UserEvent::RequestRepaint { when, cumulative_pass_nr, .. } => open.wake_at(when, cumulative_pass_nr),
            UserEvent::AccessKitActionRequest(event) => open.serve(event.window_event),
        }
    }

    fn new_events(&mut self, _: &ActiveEventLoop, _: StartCause) {
        if let Some(open) = &mut self.open
            && open.wakes.is_some_and(|when| when <= Instant::now())
        {
            open.wakes = None;
            open.window.request_redraw();
        }
    }

    fn about_to_wait(&mut self, events: &ActiveEventLoop) {
        let wakes = self.open.as_ref().and_then(|open| open.wakes);
        events.set_control_flow(wakes.map_or(ControlFlow::Wait, ControlFlow::WaitUntil));
    }

    fn exiting(&mut self, _: &ActiveEventLoop) {
        // The window goes while its display is still there.
        self.open = None;
    }
}

impl Open {
    fn hear(&mut self, event: &WindowEvent) {
        match event {
            WindowEvent::CloseRequested => self.info.events.push(ViewportEvent::Close),
            WindowEvent::Occluded(is_hidden) => self.info.occluded = Some(*is_hidden),
            _ => {}
        }
        let asks = self.input.on_window_event(&self.window, event).repaint;
        if asks || matches!(event, WindowEvent::CloseRequested | WindowEvent::Resized(_)) {
            self.window.request_redraw();
        }
    }

    /// A request that was made before the last frame began is served already.
    fn wake_at(&mut self, when: Instant, asked_in: u64) {
        let now_in = self.ctx.cumulative_pass_nr_for(ViewportId::ROOT);
        if now_in == asked_in || now_in == asked_in + 1 {
            self.wakes = Some(self.wakes.map_or(when, |known| known.min(when)));
        }
        if self.wakes.is_some_and(|when| when <= Instant::now()) {
            self.wakes = None;
            self.window.request_redraw();
        }
    }

    fn serve(&mut self, event: AccessKitEvent) {
        match event {
            AccessKitEvent::InitialTreeRequested => self.ctx.enable_accesskit(),
            AccessKitEvent::ActionRequested(request) => self.input.on_accesskit_action_request(request),
            AccessKitEvent::AccessibilityDeactivated => self.ctx.disable_accesskit(),
        }
        self.window.request_redraw();
    }

    /// Draws a frame; returns whether there is to be another one.
    fn draw(&mut self, events: &ActiveEventLoop) -> Result<bool, softbuffer::SoftBufferError> {
        egui_winit::update_viewport_info(&mut self.info, &self.ctx, &self.window, false);
        let mut input = self.input.take_egui_input(&self.window);
        input.viewports.insert(ViewportId::ROOT, self.info.clone());
        let is_closing = self.info.close_requested();
        let (ctx, shown) = (&self.ctx, &mut self.shown);
        let output = ctx.run_ui(input, |ui| {
            shown.logic(&ui.ctx().clone());
            shown.ui(ui);
        });
        self.info.events.clear();
        self.input.handle_platform_output_with_event_loop(&self.window, events, output.platform_output);
        let mut commands = Vec::new();
        output.viewport_output.into_values().for_each(|viewport| commands.extend(viewport.commands));
        if is_closing && !commands.contains(&ViewportCommand::CancelClose) {
            self.textures.append(output.textures_delta);
            return Ok(false);
        }
        egui_winit::process_viewport_commands(ctx, &mut self.info, commands, &self.window, &mut Vec::new());
        self.textures.append(output.textures_delta);
        self.paint(output.shapes, output.pixels_per_point)?;
        if !self.is_seen {
            self.is_seen = true;
            self.window.set_visible(true);
        }
        self.shown.seen();
        Ok(true)
    }

    fn paint(
        &mut self,
        shapes: Vec<egui::epaint::ClippedShape>,
        scale: f32,
    ) -> Result<(), softbuffer::SoftBufferError> {
        let size = self.window.inner_size();
        let (Some(width), Some(height)) = (NonZeroU32::new(size.width), NonZeroU32::new(size.height)) else {
            // A window that is folded away has no size.
            return Ok(());
        };
        let size = [width, height].map(|side| usize::try_from(side.get()).unwrap_or_default());
        let begun = Instant::now();
        let primitives = self.ctx.tessellate(shapes, scale);
        let ground = self.ctx.global_style().visuals.panel_fill;
        self.raster.update(&mut self.textures);
        self.raster.paint(Look { size, scale, ground }, primitives);
        self.raster.free(&mut self.textures);
        self.surface.resize(width, height)?;
        let mut buffer = self.surface.buffer_mut()?;
        // All of it: what the display showed may be gone, and it does not say so.
        buffer.iter_mut().zip(self.raster.pixels()).for_each(|(shown, pixel)| *shown = pixel & 0x00ff_ffff);
        self.window.pre_present_notify();
        buffer.present()?;
        let took = begun.elapsed();
        if took.as_millis() > 8 {
            log::debug!("painted in {:.1} ms", took.as_secs_f64() * 1000.0);
        }
        Ok(())
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.textures.clear();
    }
}

/// Puts a window into the middle of its monitor, where that may be said.
fn centre(window: &Window) {
    let Some(monitor) = window.current_monitor().or_else(|| window.primary_monitor()) else { return };
    let (room, size, corner) = (monitor.size(), window.outer_size(), monitor.position());
    let middle = |room: u32, size: u32| i32::try_from(room.saturating_sub(size) / 2).unwrap_or_default();
    window.set_outer_position(PhysicalPosition::new(
        corner.x + middle(room.width, size.width),
        corner.y + middle(room.height, size.height),
    ));
}

/// What a texture's side may have; only letters are in so large a one.
const LARGEST_TEXTURE: usize = 4096;
