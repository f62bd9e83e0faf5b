window-caption = Εγκατάσταση { $name }

window-install = Εγκατάσταση
window-upgrade = Ενημέρωση
window-repair = Επιδιόρθωση
window-go-back = Επιστροφή
window-uninstall = Αφαίρεση
window-cancel = Ακύρωση
window-language = Γλώσσα
window-close = Κλείσιμο
window-later = Όταν κλείσει
window-open = Άνοιγμα
window-back = Πίσω
window-continue = Συνέχεια
window-try-again = Δοκιμή ξανά
window-copy = Αντιγραφή
window-copy-details = Αντιγραφή λεπτομερειών
window-stop = Διακοπή
window-stop-close = Διακοπή και κλείσιμο
window-go-on = Να συνεχιστεί

window-step = { $step }…
window-nothing-changed = Δεν έχει αλλάξει τίποτα ακόμα.
window-going-on = Συνέχεια από το σημείο διακοπής…
window-stopping = Διακοπή…

window-offer-install = Εγκατάσταση { $name }
window-offer-upgrade = Ενημέρωση { $name }
window-offer-repair = Επιδιόρθωση { $name }
window-offer-go-back = Επιστροφή σε παλαιότερη έκδοση { $name };
window-offer-uninstall = Αφαίρεση { $name };
window-consequence-upgrade = Η εγκατεστημένη έκδοση παραμένει μέχρι να ξεκινήσει σωστά η νέα και διατηρείται για να μπορείτε να επιστρέψετε.
window-consequence-repair = Ό,τι έχει φθαρεί ή λείπει αποκαθίσταται. Τα δικά σας δεδομένα δεν αλλάζουν.
window-consequence-go-back = Η έκδοση { $version } χρησιμοποιείται ξανά. Δεδομένα που άλλαξε η νεότερη έκδοση ίσως να μην ανοίγουν σε αυτήν: ρωτήστε τον εκδότη.
window-consequence-uninstall = Η εφαρμογή και όλα όσα εγκαταστάθηκαν μαζί της αφαιρούνται από αυτόν τον υπολογιστή.

window-version = Έκδοση { $version }
window-version-size = Έκδοση { $version } · { BYTES($size) } για λήψη
window-verified = Επαληθευμένος εκδότης: { $publisher }
window-fact-signed = Υπογραφές
window-signed = { $keys ->
    [one] { COUNT($signed) } από { COUNT($keys) } κλειδί, απαιτείται { COUNT($threshold) }
   *[other] { COUNT($signed) } από { COUNT($keys) } κλειδιά, απαιτούνται { COUNT($threshold) }
}
window-fact-download = Λήψη
window-download = { $packages ->
    [one] { BYTES($size) } σε { COUNT($packages) } πακέτο
   *[other] { BYTES($size) } σε { COUNT($packages) } πακέτα
}
window-download-none = Τίποτα, όλα είναι ήδη εδώ
window-fact-disk = Στον δίσκο
window-disk = περίπου { BYTES($size) }
window-fact-folder = Φάκελος

window-options = Επιλογές
window-folder = Φάκελος εγκατάστασης
window-switch-start = Εκκίνηση { $name } μόλις είναι έτοιμο
window-switch-menu = Προσθήκη στο μενού
window-switch-desktop = Εικονίδιο στην επιφάνεια εργασίας
window-switch-path = Να βρίσκουν τα τερματικά τις εντολές (προσθήκη στο PATH)

window-now-install = Εγκατάσταση { $name } σε εξέλιξη
window-now-upgrade = Ενημέρωση { $name } σε εξέλιξη
window-now-repair = Επιδιόρθωση { $name } σε εξέλιξη
window-now-go-back = Επιστροφή σε παλαιότερη έκδοση { $name }
window-now-uninstall = Αφαίρεση { $name } σε εξέλιξη

window-speed = { BYTES($speed) }/s
window-left = απομένουν περίπου { DURATION($left) }
window-speed-left = { BYTES($speed) }/s · απομένουν περίπου { DURATION($left) }
window-waiting = Αναμονή για το δίκτυο. Θα συνεχιστεί αυτόματα.

window-details = Λεπτομέρειες
window-arrived = { $artifact }: λήφθηκε, { BYTES($size) }
window-building = { $package }: μεταγλωττίζεται
window-installed = { $package }: εγκαταστάθηκε

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Εγκατεστημένη έκδοση: { $version }
window-news-none = Η εφαρμογή είναι ενημερωμένη.
window-news-upgrade = Η έκδοση { $version } είναι διαθέσιμη, { BYTES($size) } για λήψη.
window-news-left-aside = Η εφαρμογή λειτουργεί. Η έκδοση { $version } είναι νεότερη, αλλά επιστρέψατε από αυτήν.
window-news-broken = Κάτι έχει φθαρεί ή λείπει και μπορεί να επιδιορθωθεί.
window-news-unknown = Δεν ήταν δυνατό να διαπιστωθεί αν υπάρχει νεότερη έκδοση.
window-about-repair = Αποκαθιστά ό,τι έχει φθαρεί ή λείπει.
window-about-go-back = Χρησιμοποιεί ξανά την έκδοση { $version }, που υπάρχει ακόμα εδώ.
window-about-uninstall = Τα δικά σας δεδομένα παραμένουν, εκτός αν επιλέξετε αλλιώς.
window-running = Εκτελούνται τώρα: { $programs }. Μέχρι να κλείσουν, συνεχίζουν με την έκδοση με την οποία ξεκίνησαν.

window-goes-size = Θα αφαιρεθούν ({ BYTES($size) }):
window-data = Θα παραμείνουν, εκτός αν τα επιλέξετε εδώ:
window-data-remove = Αφαίρεση και των δεδομένων σας στο { $folder } ({ BYTES($size) })
window-downloads-remove = Αφαίρεση λήψεων που δεν χρειάζονται πουθενά αλλού ({ BYTES($size) })

window-ready = { $name }: έτοιμο για χρήση
window-removed = { $name }: αφαιρέθηκε
window-removed-kept = Τα δικά σας δεδομένα δεν άλλαξαν.
window-removed-data = Αφαιρέθηκαν και τα δεδομένα που επιλέξατε.
window-done-install = Όλα ελέγχθηκαν και λειτουργούν.
window-done-upgrade = Η νέα έκδοση ελέγχθηκε και λειτουργεί. Η προηγούμενη διατηρείται για να μπορείτε να επιστρέψετε.
window-done-repair = Όλα ελέγχθηκαν και λειτουργούν ξανά.
window-done-go-back = Χρησιμοποιείται ξανά η παλαιότερη έκδοση.
window-done-nothing = Δεν υπήρχε καμία φθορά και δεν χρειάστηκε να γίνει τίποτα.
window-done-later = Η έκδοση { $version } είναι έτοιμη και θα χρησιμοποιηθεί στην επόμενη εκκίνηση αυτού του προγράμματος.
window-still-running = Εκτελούνται ακόμα με την προηγούμενη έκδοση: { $programs }. Ξεκινήστε τα ξανά για να χρησιμοποιήσετε τη νέα.
window-type-this = Για εκκίνηση, πληκτρολογήστε σε ένα τερματικό:
window-copied = Αντιγράφηκε
window-where = Οι εντολές βρίσκονται στον φάκελο { $folder }.
window-not-on-path = Οι εντολές βρίσκονται στον φάκελο { $folder }, που δεν είναι στο PATH: μέχρι να προστεθεί, τα τερματικά χρειάζονται ολόκληρη τη διαδρομή.
window-stopped = Διακόπηκε
window-stopped-kept = Δεν άλλαξε τίποτα. Όσα έχουν ληφθεί διατηρούνται και την επόμενη φορά η διαδικασία συνεχίζεται από εκεί.

window-failed = Αποτυχία εγκατάστασης { $name }
window-failed-network = Δεν υπάρχει σύνδεση
window-failed-refused = Δεν εγκαταστάθηκε, για την ασφάλειά σας
window-failed-older = Η παλαιότερη έκδοση απορρίφθηκε
window-failed-python = Λείπει κατάλληλη Python
window-failed-package = Λείπει πακέτο για αυτόν τον υπολογιστή
window-failed-disk = Πρόβλημα με τον δίσκο ή τον φάκελο
window-failed-busy = Άλλη εγκατάσταση είναι σε εξέλιξη
window-failed-removal = Αποτυχία αφαίρεσης { $name }
window-failed-repair = Αποτυχία επιδιόρθωσης { $name }
window-failed-go-back = Αποτυχία επιστροφής σε παλαιότερη έκδοση { $name }
window-code = Λεπτομέρειες ({ $code })
window-tries-in = Νέα προσπάθεια σε { DURATION($left) }
window-kept = Όσα έχουν ληφθεί διατηρούνται.
window-support = Βοήθεια: { $support }

window-proxy-name = Όνομα για τον διακομιστή μεσολάβησης
window-proxy-password = Κωδικός πρόσβασης

window-ask-cancel = Διακοπή εδώ;
window-ask-close = Διακοπή και κλείσιμο του παραθύρου;
window-ask-kept = Όσα έχουν ληφθεί διατηρούνται και την επόμενη φορά η διαδικασία συνεχίζεται από εκεί.
window-ask-undone = Ό,τι ξεκίνησε αναιρείται. Όσα ήταν ήδη εγκατεστημένα μένουν όπως ήταν.
