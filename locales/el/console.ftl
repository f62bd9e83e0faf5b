plan-publisher = {"  "}Εκδότης: { $publisher }. Κλειδιά υπογραφής: { COUNT($signed) } από { COUNT($keys) } (απαιτούνται { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Πακέτα: { COUNT($packages) } ({ BYTES($size) }, από τα οποία { BYTES($fetch) } για λήψη)
plan-builds = {"  "}Μεταγλωττίζονται σε αυτόν τον υπολογιστή: { $packages }
plan-running = {"  "}Εκτελούνται τώρα: { $programs }. Συνεχίζουν με την έκδοση με την οποία ξεκίνησαν και δεν αφαιρείται τίποτα που χρειάζονται.
plan-go-back-data = {"  "}Τα δικά σας δεδομένα μένουν όπως είναι. Όσα έχει γράψει η νεότερη έκδοση ίσως να μην τα καταλαβαίνει η παλαιότερη: αν είναι σημαντικά, κρατήστε πρώτα ένα αντίγραφο.
plan-folder = {"  "}Φάκελος: { $folder }

plain-phase = { $phase }…
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Η έκδοση { $version } εγκαταστάθηκε.
outcome-upgrade = Η έκδοση { $version } εγκαταστάθηκε. Η προηγούμενη διατηρείται: η εντολή «{ $command }» σας επιστρέφει σε αυτήν.
outcome-upgrade-later = Η έκδοση { $version } εκτελείται ακόμα. Η { $pending } είναι έτοιμη και θα χρησιμοποιηθεί στην επόμενη εκκίνηση αυτού του προγράμματος.
outcome-go-back = Η έκδοση { $version } εγκαταστάθηκε ξανά. Η έκδοση που αφήσατε διατηρείται: η εντολή «{ $command }» σας επιστρέφει σε αυτήν.
outcome-repair = Η έκδοση { $version } εγκαταστάθηκε εκ νέου.
outcome-mend = Η έκδοση { $version } είναι και πάλι όπως πρέπει.
outcome-verify = Δεν υπάρχει καμία φθορά: η έκδοση { $version } είναι όπως εγκαταστάθηκε.
outcome-up-to-date = Η έκδοση { $version } είναι εγκατεστημένη και ενημερωμένη.
outcome-left-aside = Η έκδοση { $version } είναι εγκατεστημένη. Είχατε επιστρέψει από την { $newer }, γι’ αυτό δεν εγκαθίσταται αυτόματα: χρησιμοποιήστε την εντολή «{ $command }».
outcome-running = Εκτελούνται ακόμα με την προηγούμενη έκδοση: { $programs }. Ξεκινήστε τα ξανά για να χρησιμοποιήσετε τη νέα.
outcome-uninstall = Η αφαίρεση ολοκληρώθηκε.
outcome-commands = Ξεκινήστε με: { $commands }
outcome-not-on-path = Ο φάκελος { $folder } δεν βρίσκεται στο PATH. Προσθέστε τον εκεί για να γράφετε τις εντολές χωρίς τον φάκελο.
outcome-path-line = Για εκκίνηση μόνο με το όνομα, προσθέστε αυτήν τη γραμμή στο { $file } ή εκτελέστε ξανά το πρόγραμμα με --add-to-path:
outcome-path-added = Ο φάκελος των εντολών προστέθηκε στο PATH, στο αρχείο { $file }. Ανοίξτε νέο τερματικό για να τον χρησιμοποιήσετε.
failure-message = Σφάλμα: { $message } [{ $code }]
failure-hint = Τι μπορείτε να κάνετε: { $hint }
failure-details = Λεπτομέρειες:

findings-compared = Έκδοση { $version }: αρχεία που συγκρίθηκαν: { COUNT($files) } ({ BYTES($size) }). Πακέτα που συγκρίθηκαν με όσα υπέγραψε ο εκδότης: { COUNT($signed) } από { COUNT($packages) }, τα υπόλοιπα με το αρχείο της εγκατάστασης
findings-mended = Επιδιορθώθηκαν ({ COUNT($count) }):
findings-more = {"  "}και άλλα { COUNT($count) }. Η επιλογή --json τα εμφανίζει όλα

check-up-to-date = { $name } { $installed }: είναι ενημερωμένο.
check-upgrade = { $name } { $offered }: διατίθεται για εγκατάσταση. Εγκατεστημένη έκδοση: { $installed }.
check-upgrade-size = { $name } { $offered }: διατίθεται για εγκατάσταση ({ BYTES($size) } για λήψη). Εγκατεστημένη έκδοση: { $installed }.
check-security = Η έκδοση { $installed } έχει γνωστά προβλήματα ασφαλείας.
check-obstacle = {"  "}Δεν μπορεί να εγκατασταθεί σε αυτόν τον υπολογιστή όπως είναι τώρα [{ $code }].

removal-goes = Θα αφαιρεθεί η εφαρμογή { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Θα παραμείνουν:
removal-data = {"  "}τα δεδομένα σας στο { $path } ({ BYTES($size) })· με --remove-data { $path } αφαιρούνται και αυτά
removal-data-goes = {"  "}τα δεδομένα σας στο { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, που άλλαξε στο μεταξύ ή δεν ανήκει σε αυτό το πρόγραμμα
removal-downloads = {"  "}λήψεις που δεν χρειάζονται πουθενά αλλού ({ BYTES($size) })· με --remove-downloads αφαιρούνται και αυτές
removal-downloads-goes = {"  "}λήψεις που δεν χρειάζονται πουθενά αλλού ({ BYTES($size) })

status-nothing = Δεν έχει εγκατασταθεί τίποτα.
status-installed = { $name } { $version }, εγκατάσταση: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Πακέτα: { COUNT($packages) }
status-previous = {"  "}Διατηρείται για επιστροφή: { $version }
status-file = {"  "}Εκτός του φακέλου της: { $path }
shell-line = η γραμμή στο { $path } που προσθέτει τις εντολές στο PATH

note-locale = Δεν υπάρχουν κείμενα στη γλώσσα «{ $asked }». Υπάρχουν: { $known }
note-log = Το αρχείο καταγραφής αυτής της εκτέλεσης: { $path }
note-anothers = Ανήκει σε άλλον λογαριασμό, { $owner }, και γίνεται μόνο ανάγνωση.
note-no-desktop = Δεν υπάρχει φάκελος επιφάνειας εργασίας εδώ, γι’ αυτό η --desktop-shortcut δεν έχει αποτέλεσμα.

ask-uninstall = Αφαίρεση της εφαρμογής { $name } από τον φάκελο { $folder };
ask-remove-data = Να αφαιρεθούν και τα δεδομένα σας στο { $path } ({ BYTES($size) }); Δεν είναι δυνατή η επαναφορά τους.
ask-remove-downloads = Να αφαιρεθούν και οι λήψεις που δεν χρειάζονται πουθενά αλλού ({ BYTES($size) });
answer-choices = [ν/Ο]
answer-yes = ν ναι y yes

help-about = Εγκαθιστά μια εφαρμογή Python από υπογεγραμμένες κυκλοφορίες και τη διατηρεί ενημερωμένη.
help-usage = Χρήση: { $program } [ΕΝΤΟΛΗ] [ΕΠΙΛΟΓΕΣ]
help-commands = Εντολές:
help-command-none = χωρίς εντολή: εγκατάσταση, ενημέρωση ή ολοκλήρωση, ό,τι χρειάζεται
help-command-install = εγκατάσταση της εφαρμογής
help-command-upgrade = εγκατάσταση νεότερης κυκλοφορίας, αν υπάρχει
help-command-repair = επιδιόρθωση όσων έχουν φθαρεί στην εγκατεστημένη κυκλοφορία
help-command-go-back = επιστροφή στην προηγούμενη έκδοση· δεν χρειάζεται δίκτυο
help-command-verify = σύγκριση κάθε εγκατεστημένου αρχείου με όσα δημοσιεύτηκαν
help-command-check = έλεγχος για νεότερη κυκλοφορία
help-command-status = εμφάνιση όσων είναι εγκατεστημένα
help-command-uninstall = αφαίρεση της εφαρμογής· τα δικά σας δεδομένα παραμένουν
help-options = Επιλογές:
help-prefix = εγκατάσταση σε αυτόν τον φάκελο
help-python = χρήση αυτής της Python ή μιας Python με αυτήν την έκδοση
help-repository = λήψη των κυκλοφοριών από εδώ
help-profile = εγκατάσταση άλλης εφαρμογής: φάκελος με profile.toml και root.json
help-index-url = λήψη πακέτων μόνο από αυτό το ευρετήριο
help-mirror = δοκιμή πρώτα αυτού του καθρέφτη του files.pythonhosted.org· μπορεί να επαναληφθεί
help-find-links = αναζήτηση πακέτων πρώτα σε αυτόν τον φάκελο· μπορεί να επαναληφθεί
help-offline = χωρίς χρήση του δικτύου
help-proxy = χρήση αυτού του διακομιστή μεσολάβησης, http://NAME:PASSWORD@HOST:PORT
help-ca = εμπιστοσύνη και στις αρχές πιστοποίησης αυτού του αρχείου
help-later = όσο εκτελείται η εφαρμογή, μόνο προετοιμασία της νέας έκδοσης: θα χρησιμοποιηθεί στην επόμενη εκκίνηση
help-wait = αναμονή έως τόσο για άλλη εγκατάσταση σε εξέλιξη· αλλιώς δέκα λεπτά, ή καθόλου με --silent ή --json
help-face = εμφάνιση παραθύρου («window») ή χρήση του τερματικού («terminal»)
help-menu = καταχώριση στο μενού εφαρμογών (δημιουργείται εκτός αν δοθεί --no-menu)
help-desktop-shortcut = εικονίδιο στην επιφάνεια εργασίας (μόνο αν ζητηθεί)
help-add-to-path = να βρίσκει το κέλυφος τις εντολές: προσθήκη του φακέλου τους στο PATH· ισχύει και για τις ενημερώσεις
help-silent = εμφάνιση μόνο σφαλμάτων, χωρίς ερωτήσεις
help-json = εμφάνιση όλων ως γραμμές JSON
help-yes = απάντηση «ναι» στην ερώτηση πριν από την αφαίρεση
help-anew = με repair: εγκατάσταση των πάντων εκ νέου
help-remove-data = με uninstall: αφαίρεση και αυτού του φακέλου με τα δεδομένα σας· μπορεί να επαναληφθεί
help-remove-downloads = με uninstall: αφαίρεση και των λήψεων
help-locale = χρήση αυτής της γλώσσας, π.χ. el
help-log = εγγραφή αρχείου καταγραφής
help-replay = εμφάνιση σε παράθυρο όσων κατέγραψε το --json· δεν εγκαθίσταται τίποτα
help-version = εμφάνιση της έκδοσης αυτού του προγράμματος
help-help = εμφάνιση αυτής της σελίδας
help-exit =
    Κατάσταση εξόδου: 0 έγινε ή δεν χρειαζόταν τίποτα, 2 χρήση, 10 δίκτυο, 11 απόρριψη για
    λόγους ασφαλείας, 12 απόρριψη παλαιότερης κυκλοφορίας, 13 καμία κατάλληλη Python,
    14 λείπει wheel ή μεταγλωττιστής, 15 δίσκος ή δικαιώματα, 16 περιβάλλον, 17 απασχολημένο,
    18 δεν είναι εγκατεστημένο, 19 φθορά, 100 το «check» βρήκε ενημέρωση, 70 εσωτερικό σφάλμα,
    130 ακυρώθηκε.
