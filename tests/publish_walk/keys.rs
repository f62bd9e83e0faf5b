//! Keys come and go.

use quoc::trust::MemoryStore;

use crate::kit::publisher::Walk;

#[test]
fn keys_are_rotated_and_users_who_skipped_versions_follow() {
    let walk = Walk::published();
    let old_user = MemoryStore::default();
    walk.user(&old_user).unwrap();
    walk.hand_over("dave/dave.pub", "publisher");
    let said = walk.does("publisher", "root --remove alice --key dave.pub").out;
    assert!(said.contains("+ owner dave") && said.contains("- owner alice"), "{said}");
    assert!(said.contains("the release is staged again"), "{said}");
    let status = walk.does("publisher", "status").out;
    assert!(status.contains("by the keys that go"), "{status}");
    walk.sign("bob");
    walk.sign("dave");
    // The old quorum has not signed: bob alone is of it.
    let said = walk.refuses("publisher", "publish --online online.pem");
    assert!(said.contains("root is signed by 1 of the 2 keys needed"), "{said}");
    walk.publish(&["alice"]);
    walk.does("publisher", "root --quorum 3");
    let said = walk.publish(&["bob", "carol", "dave"]);
    assert!(said.out.contains("root 3"), "{}", said.out);
    assert_eq!(walk.user(&old_user).unwrap().targets().versions().root, 3);
    let fresh = walk.user(&MemoryStore::default()).unwrap();
    assert_eq!((fresh.targets().signers().threshold, fresh.targets().signers().keys), (3, 3));
}

#[test]
fn the_online_key_can_be_replaced_and_the_old_one_is_refused() {
    let walk = Walk::published();
    let store = MemoryStore::default();
    walk.user(&store).unwrap();
    walk.does("publisher", "key new second.pem");
    walk.does("publisher", "root --online second.pub");
    walk.sign("alice");
    walk.sign("bob");
    let said = walk.refuses("publisher", "publish --online online.pem");
    assert!(said.contains("not the online key"), "{said}");
    walk.does("publisher", "publish --online second.pem");
    assert!(walk.refuses("publisher", "renew --online online.pem").contains("not the online key"));
    assert_eq!(walk.user(&store).unwrap().targets().versions().root, 2);
}

#[test]
fn a_quorum_that_cannot_be_met_or_an_owner_online_is_refused() {
    let walk = Walk::begun();
    assert!(walk.refuses("publisher", "init --quorum 4 --online online.pub").contains("a quorum of 4 out of 3"));
    assert!(walk.refuses("publisher", "init --quorum 0 --online online.pub").contains("a quorum of 0 out of 3"));
    let published = Walk::published();
    assert!(published.refuses("publisher", "init --quorum 2 --online online.pub").contains("published already"));
    let said = published.refuses("publisher", "root --online keys/alice.pub");
    assert!(said.contains("must not be one of the owners'"), "{said}");
    assert!(published.refuses("publisher", "root --quorum 4").contains("a quorum of 4 out of 3"));
    assert!(published.refuses("publisher", "root --remove nobody").contains("is not one of the owners'"));
}
