phase-verifying = Σύγκριση κάθε αρχείου με όσα εγκαταστάθηκαν
phase-mending = Εντοπισμός και επιδιόρθωση φθορών
phase-judging = Έλεγχος των υπογραφών
phase-planning = Αναζήτηση κατάλληλης Python
phase-fetching = Λήψη
phase-building = Μεταγλώττιση πακέτων
phase-installing = Εγκατάσταση πακέτων
phase-checking = Έλεγχος της εγκατάστασης
phase-activating = Μετάβαση στη νέα έκδοση
phase-removing = Αφαίρεση της εφαρμογής

action-install = Εγκατάσταση { $name } { $version }
action-upgrade = Ενημέρωση { $name } από { $installed } σε { $version }
action-upgrade-later = Προετοιμασία { $name } { $version } δίπλα στην έκδοση που εκτελείται
action-go-back = Επιστροφή σε { $name } { $version }
action-repair = Επιδιόρθωση { $name } { $version }
action-mend = Διόρθωση φθορών { $name } { $version }
action-verify = Σύγκριση { $name } { $version }
action-up-to-date = { $name } { $version }: είναι ενημερωμένο
action-uninstall = Αφαίρεση { $name } { $version }

waiting = Άλλη εγκατάσταση αυτής της εφαρμογής είναι σε εξέλιξη. Αναμονή έως { DURATION($left) } για να ολοκληρωθεί
running-process = { $program } (διεργασία { $pid })
removal-running = Εκτελούνται τώρα: { $programs }. Κλείστε πρώτα την εφαρμογή: χωρίς τα αρχεία της, ό,τι εκτελείται μπορεί να αποτύχει.

progress-bytes = { BYTES($have) } από { BYTES($size) }
progress-bytes-speed = { BYTES($have) } από { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } από { BYTES($size) }, { BYTES($speed) }/s, απομένουν περίπου { DURATION($left) }
progress-packages = { COUNT($done) } από { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } από { COUNT($total) }: { $package }, απομένουν περίπου { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: προσπάθεια { COUNT($attempt) } σε { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } από { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: προσπάθεια { COUNT($attempt) }
waiting-network = αναμονή για το δίκτυο
waiting-network-next = αναμονή για το δίκτυο, επόμενη προσπάθεια σε { DURATION($wait) }

menu-manage = Ενημέρωση ή αφαίρεση

finding-changed = { $path }: δεν είναι όπως εγκαταστάθηκε
finding-missing = { $path }: λείπει
finding-foreign = { $path }: δεν ανήκει στην εφαρμογή
finding-rights = { $path }: μπορούν να το αλλάξουν ή να το χρησιμοποιήσουν άλλοι από ό,τι κατά την εγκατάσταση
finding-launcher = { $path }: δεν ξεκινά την εφαρμογή
finding-pointer = { $path }: δεν οδηγεί στην εγκατεστημένη έκδοση
finding-python = { $path }: αυτή η Python δεν υπάρχει πια ή έχει τώρα άλλη έκδοση
finding-record = { $path }: το αρχείο με όσα εγκαταστάθηκαν λείπει ή έχει αλλάξει
