//! A user-space link that is slow and far away: it delays and limits what goes through a loopback connection.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A running relay to one address; it stops taking connections when dropped.
pub struct Relay {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
}

/// What the link is like, in each direction.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// How long a byte is on its way.
    pub delay: Duration,
    /// Bytes a second, shared by all connections.
    pub rate: u64,
}

impl Relay {
    /// Starts a relay to an address.
    pub fn start(to: SocketAddr, link: Link) -> Self {
        Self::start_on("127.0.0.1:0", to, link)
    }

    /// Starts a relay that listens on an address of its own choice.
    pub fn start_on(listen: &str, to: SocketAddr, link: Link) -> Self {
        let listener = TcpListener::bind(listen).unwrap();
        let address = listener.local_addr().unwrap();
        let stopped = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopped);
        let (up, down) = (Lane::new(link), Lane::new(link));
        std::thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                let Ok(far) = TcpStream::connect(to) else { continue };
                carry(near.try_clone().unwrap(), far.try_clone().unwrap(), &up);
                carry(far, near, &down);
            }
        });
        Self { address, stopped }
    }

    /// Returns the address to connect to instead.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        TcpStream::connect(self.address).ok();
    }
}

/// One direction of the link: when the wire is free again.
#[derive(Clone)]
struct Lane {
    link: Link,
    free: Arc<Mutex<Instant>>,
}

impl Lane {
    fn new(link: Link) -> Self {
        Self { link, free: Arc::new(Mutex::new(Instant::now())) }
    }

    /// Puts bytes on the wire and returns when they arrive.
    fn arrival(&self, bytes: usize) -> Instant {
        let mut free = self.free.lock().unwrap();
        let start = (*free).max(Instant::now());
        *free = start + Duration::from_secs_f64(bytes as f64 / self.link.rate as f64);
        *free + self.link.delay
    }
}

fn carry(mut from: TcpStream, mut to: TcpStream, lane: &Lane) {
    let (send, receive) = sync_channel::<(Instant, Vec<u8>)>(IN_FLIGHT);
    let lane = lane.clone();
    std::thread::spawn(move || {
        let mut buffer = vec![0; SEGMENT];
        while let Ok(count @ 1..) = from.read(&mut buffer) {
            if send.send((lane.arrival(count), buffer[..count].to_vec())).is_err() {
                break;
            }
        }
    });
    std::thread::spawn(move || {
        to.set_nodelay(true).ok();
        for (arrival, bytes) in receive {
            std::thread::sleep(arrival.saturating_duration_since(Instant::now()));
            if to.write_all(&bytes).is_err() {
                break;
            }
        }
        to.shutdown(Shutdown::Write).ok();
    });
}

const SEGMENT: usize = 8 * 1024;
const IN_FLIGHT: usize = 64;
