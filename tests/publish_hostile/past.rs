//! What is said to be published already.

use fs_err as fs;
use quoc::model::Sha256Digest;
use quoc::trust::document::{Envelope, RoleKeys};

use crate::Scene;
use crate::kit::publisher::copy;

#[test]
fn a_past_that_does_not_begin_with_the_first_root_is_not_signed_upon() {
    let scene = Scene::published();
    scene.release("2.0");
    let before = scene.staged().before.unwrap();
    let (alice, mallory) = (scene.key("alice"), scene.key("mallory"));
    let mut root = before.root.signed().clone();
    root.keys.insert(mallory.id(), mallory.public().clone());
    for version in [9, 1] {
        root.header.version = version;
        let both = RoleKeys::new(vec![alice.id(), mallory.id()], 1);
        (root.root, root.targets) = (both.clone(), both);
        let mut forged = Envelope::new(root.clone());
        forged.sign_with(mallory.secret()).unwrap();
        let mut targets = Envelope::new(before.targets.signed().clone());
        targets.sign_with(mallory.secret()).unwrap();
        scene.rewrite_past(&forged, &targets);
        let said = scene.alice_refuses();
        let wanted = ["do not follow from the first one", "is not what this key has signed or seen"];
        assert!(said.contains(wanted[usize::from(version == 1)]), "{said}");
    }
}

#[test]
fn a_past_with_a_root_that_the_one_before_does_not_believe_is_not_signed_upon() {
    let scene = Scene::published();
    let (alice, mallory) = (scene.key("alice"), scene.key("mallory"));
    scene.release("2.0");
    let before = scene.staged().before.unwrap();
    let mut second = before.root.signed().clone();
    second.header.version = 2;
    second.keys.insert(mallory.id(), mallory.public().clone());
    let both = RoleKeys::new(vec![alice.id(), mallory.id()], 2);
    (second.root, second.targets) = (both.clone(), both);
    let (mut second, mut targets) = (Envelope::new(second), Envelope::new(before.targets.signed().clone()));
    for key in [&alice, &mallory] {
        second.sign_with(key.secret()).unwrap();
        targets.sign_with(key.secret()).unwrap();
    }
    scene.rewrite_past(&before.root, &targets);
    fs::write(scene.on("publisher/staged/published/2.root.json"), second.to_bytes()).unwrap();
    let said = scene.alice_refuses();
    assert!(said.contains("do not follow from the first one") && said.contains("2.root.json"), "{said}");
}

#[test]
fn a_past_whose_targets_mallory_signed_is_not_signed_upon() {
    let scene = Scene::published();
    scene.release("2.0");
    let before = scene.staged().before.unwrap();
    let mut targets = before.targets.signed().clone();
    targets.header.version = 40;
    let mut targets = Envelope::new(targets);
    targets.sign_with(scene.key("mallory").secret()).unwrap();
    targets.sign_with(scene.key("alice").secret()).unwrap();
    scene.rewrite_past(&before.root, &targets);
    assert!(scene.alice_refuses().contains("not signed by enough keys: targets"));
}

#[test]
fn a_past_that_was_left_out_is_noticed() {
    let scene = Scene::published();
    scene.release("2.0");
    let folder = scene.on("publisher/staged");
    fs::remove_file(folder.join("published/1.root.json")).unwrap();
    assert!(scene.alice_refuses().contains("holds only a part of what is published"));
    // As if nothing had been released before: the first root is there to be signed once more.
    fs::remove_dir_all(folder.join("published")).unwrap();
    fs::copy(scene.on("publisher/repository/metadata/1.root.json"), folder.join("root.json")).unwrap();
    let said = scene.alice_refuses();
    assert!(said.contains("has signed targets of version 1") && said.contains("knows nothing of it"), "{said}");
    assert!(said.contains("somebody is hiding it from you"), "{said}");
}

#[test]
fn a_past_older_than_what_a_key_has_seen_published_is_never_signed_upon() {
    let scene = Scene::published();
    scene.release("2.0");
    let old = scene.on("old");
    copy(&scene.on("publisher/staged/published"), &old);
    scene.sign_and_publish();
    scene.release("3.0");
    scene.alice_is_shown();
    let published = scene.on("publisher/staged/published");
    for hide in [true, false] {
        fs::remove_dir_all(&published).unwrap();
        if hide {
            copy(&old, &published);
        } else {
            fs::copy(old.join("1.root.json"), scene.on("publisher/staged/root.json")).unwrap();
        }
        scene.carry_to("alice");
        let said = scene.refuses("alice/staged", "sign --key ../alice.pem --never-published");
        assert!(said.contains("has seen"), "{said}");
        fs::create_dir_all(&published).unwrap();
    }
}

#[test]
fn an_owner_is_told_whether_the_first_root_is_new_to_the_key() {
    let scene = Scene::begun();
    let first = Sha256Digest::of(&scene.staged().root.unwrap().canonical()).to_string();
    let shown = scene.alice_is_shown();
    assert!(shown.contains(&format!("first root {first}: NEW TO THIS KEY")), "{shown}");
    scene.sign_and_publish();
    scene.release("2.0");
    let shown = scene.alice_is_shown();
    assert!(shown.contains(&format!("first root {first}, as this key has always known it")), "{shown}");
    scene.carry_to("carol");
    let shown = scene.does("carol/staged", "sign --key ../carol.pem");
    assert!(shown.contains(&format!("first root {first}: NEW TO THIS KEY")), "{shown}");
    // From here on it is hers.
    let record = fs::read_to_string(scene.on("carol/carol.signed.json")).unwrap();
    assert!(record.contains(&first) && record.contains("\"seen\""), "{record}");
}
