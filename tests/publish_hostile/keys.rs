//! Other keys, other names for them, and signatures that are worth nothing.

use fs_err as fs;
use quoc::publish::staged::Staged;
use quoc::trust::document::{RoleKeys, RoleName};

use crate::Scene;

#[test]
fn a_root_role_with_other_keys_than_the_owners_is_neither_signed_nor_published() {
    let scene = Scene::begun();
    let (mallory, alice) = (scene.key("mallory"), scene.key("alice"));
    scene.rewrite_root(|root| {
        root.keys.insert(mallory.id(), mallory.public().clone());
        root.root = RoleKeys::new(vec![mallory.id(), alice.id()], 1);
    });
    let wanted = "other keys or another threshold for root than for targets";
    let said = scene.alice_refuses();
    assert!(said.contains(wanted), "{said}");
    let Staged { root, targets, .. } = scene.staged();
    for person in ["alice", "bob"] {
        scene.sign_blindly(person, root.as_ref().unwrap());
        scene.sign_blindly(person, targets.as_ref().unwrap());
    }
    let said = scene.refuses("publisher", "publish --online online.pem");
    assert!(said.contains(wanted) && !scene.on("publisher/repository").exists(), "{said}");
}

#[test]
fn a_second_online_key_is_neither_signed_nor_published() {
    let scene = Scene::begun();
    let mallory = scene.key("mallory");
    scene.rewrite_root(|root| {
        root.keys.insert(mallory.id(), mallory.public().clone());
        root.snapshot.keyids.push(mallory.id());
        root.timestamp.keyids.push(mallory.id());
    });
    assert!(scene.alice_refuses().contains("2 online keys"));
    assert!(scene.refuses("publisher", "publish --online online.pem").contains("2 online keys"));
}

#[test]
fn a_key_under_the_id_of_an_owner_is_neither_signed_nor_published_nor_counted() {
    let scene = Scene::begun();
    let (mallory, bob) = (scene.key("mallory"), scene.key("bob"));
    scene.rewrite_root(|root| drop(root.keys.insert(bob.id(), mallory.public().clone())));
    for said in [
        scene.alice_refuses(),
        scene.refuses("publisher", "publish --online online.pem"),
        scene.refuses("publisher", "status"),
    ] {
        assert!(said.contains("gives the id") && said.contains(bob.id().as_str()), "{said}");
        assert!(said.contains(mallory.id().as_str()), "{said}");
    }
}

#[test]
fn names_that_come_with_the_staged_folder_are_not_believed() {
    let scene = Scene::published();
    fs::copy(scene.on("mallory/mallory.pub"), scene.on("publisher/friend.pub")).unwrap();
    scene.does("publisher", "root --remove bob --key friend.pub");
    let forged = scene.on("publisher/staged/keys");
    fs::create_dir_all(&forged).unwrap();
    fs::copy(scene.on("mallory/mallory.pub"), forged.join("bob.pub")).unwrap();
    fs::copy(scene.on("bob/bob.pub"), scene.on("alice/robert.pub")).unwrap();
    let (shown, mallory, bob) = (scene.alice_is_shown(), scene.key("mallory").id(), scene.key("bob").id());
    assert!(shown.contains(&format!("+ owner {mallory}\n")), "{shown}");
    assert!(shown.contains(&format!("- owner robert ({bob})\n")) && !shown.contains("bob ("), "{shown}");
}

#[test]
fn a_worthless_signature_takes_no_place_and_is_named() {
    let scene = Scene::begun();
    let Staged { root, targets, .. } = scene.staged();
    let (root, targets) = (root.unwrap(), targets.unwrap());
    for person in ["alice", "bob"] {
        scene.sign_blindly(person, &root);
        scene.sign_blindly(person, &targets);
    }
    // Under bob's id, by mallory's key; it is read after the good one, from the folder and by mail.
    let mut worthless = targets.signature_with(scene.key("mallory").secret()).unwrap();
    worthless.keyid = scene.key("bob").id();
    scene.put_signature("zz-", &targets, worthless.clone());
    let mailed = scene.put_signature("zzz-", &targets, worthless);
    fs::rename(&mailed, scene.on("publisher/mailed.json")).unwrap();
    let status = scene.does("publisher", "status");
    assert!(status.contains("signed 2 of 2 times") && !status.contains("signed 1 of 2"), "{status}");
    let said = scene.does("publisher", "publish --online online.pem mailed.json");
    assert_eq!(said.matches("REFUSED: ").count(), 2, "{said}");
    assert!(said.contains("mailed.json is no signature of a key that may sign this"), "{said}");
}

#[test]
fn a_refused_signature_is_named_where_it_is_missed() {
    let scene = Scene::begun();
    let Staged { root, .. } = scene.staged();
    let root = root.unwrap();
    scene.sign_blindly("alice", &root);
    scene.sign_blindly("mallory", &root);
    let said = scene.refuses("publisher", "publish --online online.pem");
    assert!(said.contains(&format!("REFUSED: {}.1.", RoleName::Root)), "{said}");
    assert!(said.contains("root is signed by 1 of the 2 keys needed"), "{said}");
}
