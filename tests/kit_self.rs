//! The test kit itself: what it builds is what the standards say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "tests are their own edge")]

mod kit;

use std::io::{Read, Write};

use kit::body::some_bytes;
use kit::server::{Fault, Server};
use kit::wheel::{Wheel, base64_url};

fn ask(server: &Server, request: &str) -> String {
    let mut stream = std::net::TcpStream::connect(server.address()).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn members(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut member = archive.by_index(index).unwrap();
            let mut text = String::new();
            member.read_to_string(&mut text).unwrap();
            (member.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn a_wheel_has_a_record_of_every_member() {
    let wheel = Wheel::new("Demo.App", "1.0").module("demo.py", "x = 1\n").script("demo", "demo:main");
    assert_eq!(wheel.file_name(), "demo_app-1.0-py3-none-any.whl");
    let members = members(wheel.build());
    let record = &members.last().unwrap().1;
    for (name, text) in &members[..members.len() - 1] {
        let hash = base64_url(quoc::model::Sha256Digest::of(text.as_bytes()).as_bytes());
        assert!(record.contains(&format!("{name},sha256={hash},{}\n", text.len())), "{record}");
    }
    assert!(record.ends_with("demo_app-1.0.dist-info/RECORD,,\n"));
    assert_eq!(wheel.build(), wheel.build());
}

#[test]
fn base64_is_that_of_rfc_4648_without_padding() {
    let pairs = [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("\u{3ff}\u{3ff}", "z7_Pvw")];
    pairs.iter().for_each(|(bytes, text)| assert_eq!(&base64_url(bytes.as_bytes()), text));
}

#[test]
fn a_duplicated_member_is_really_there_twice() {
    let bytes = Wheel::new("demo", "1.0").module("demo.py", "1").duplicate("demo.py", b"2").build();
    let count = bytes.windows(7).filter(|window| window == b"demo.py").count();
    // Two local headers, two central ones.
    assert_eq!(count, 4);
}

#[test]
fn the_server_serves_ranges_and_logs_what_it_sent() {
    let server = Server::start();
    server.put("/a", b"0123456789".to_vec());
    let answer = ask(&server, "GET /a HTTP/1.1\r\nRange: bytes=4-\r\nConnection: close\r\n\r\n");
    assert!(answer.starts_with("HTTP/1.1 206") && answer.ends_with("\r\n\r\n456789"), "{answer}");
    assert!(answer.contains("Content-Range: bytes 4-9/10"), "{answer}");
    assert_eq!(server.sent(), 6);
    assert_eq!(server.seen_of("/a")[0].header("range"), Some("bytes=4-"));
}

#[test]
fn faults_come_in_the_order_of_the_script_and_then_end() {
    let server = Server::start();
    server.put("/a", b"0123456789".to_vec());
    server.fault_once("/a", Fault::Status(503, Some("1")));
    server.fault_once("/a", Fault::CutAfter(3));
    let plain = "GET /a HTTP/1.1\r\nConnection: close\r\n\r\n";
    assert!(ask(&server, plain).contains("Retry-After: 1"));
    assert!(ask(&server, plain).ends_with("\r\n\r\n012"));
    assert!(ask(&server, plain).ends_with("\r\n\r\n0123456789"));
}

#[test]
fn an_sdist_builds_offline_with_the_machines_python() {
    let sdist =
        kit::sdist::Sdist::new("demo", "1.0").module("demo.py", "def main(): pass\n").script("demo", "demo:main");
    let folder = tempfile::tempdir().unwrap();
    let archive = flate2::read::GzDecoder::new(std::io::Cursor::new(sdist.build()));
    tar::Archive::new(archive).unpack(folder.path()).unwrap();
    let script = "import kit_backend; print(kit_backend.build_wheel('.'))";
    let output = std::process::Command::new("python3")
        .args(["-c", script])
        .current_dir(folder.path().join("demo-1.0"))
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "demo-1.0-py3-none-any.whl", "{output:?}");
    let wheel = std::fs::read(folder.path().join("demo-1.0/demo-1.0-py3-none-any.whl")).unwrap();
    let names: Vec<String> = members(wheel).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names[0], "demo.py");
    assert!(names.contains(&"demo-1.0.dist-info/entry_points.txt".to_owned()), "{names:?}");
}

#[test]
fn a_picture_of_a_harness_has_its_size_in_pixels_and_shows_what_is_drawn() {
    let draw = |ui: &mut egui::Ui| {
        let place = egui::Rect::from_min_size(egui::pos2(10.0, 4.0), egui::vec2(8.0, 2.0));
        ui.painter().rect_filled(place, 0.0, egui::Color32::from_rgb(250, 10, 20));
    };
    let harness = egui_kittest::Harness::builder().with_size([40.0, 20.0]).with_pixels_per_point(2.0);
    let image = harness.renderer(kit::picture::Picture::default()).build_ui(draw).render().unwrap();
    assert_eq!(image.dimensions(), (80, 40));
    assert_eq!(image.get_pixel(24, 10).0, [250, 10, 20, 255]);
    assert_ne!(image.get_pixel(24, 4).0, [250, 10, 20, 255]);
}

#[test]
fn a_network_that_is_lost_cuts_what_is_being_sent_and_answers_nobody() {
    let server = Server::start();
    server.put("/a", some_bytes(1_000_000));
    server.fault("/a", Fault::Drip(1000, std::time::Duration::from_millis(20)));
    let reader = std::thread::spawn({
        let address = server.address();
        move || {
            let mut stream = std::net::TcpStream::connect(address).unwrap();
            stream.write_all(b"GET /a HTTP/1.1\r\n\r\n").unwrap();
            let mut bytes = Vec::new();
            stream.read_to_end(&mut bytes).ok();
            bytes.len()
        }
    });
    std::thread::sleep(std::time::Duration::from_millis(200));
    server.leave();
    assert!(reader.join().unwrap() < 1_000_000);
    assert_eq!(ask(&server, "GET /a HTTP/1.1\r\nConnection: close\r\n\r\n"), "");
    server.come_back();
    server.heal();
    assert!(ask(&server, "GET /a HTTP/1.1\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 200"));
}
