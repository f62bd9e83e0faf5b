plan-publisher = {"  "}Editor: { $publisher }; chei cu care s-a semnat: { COUNT($signed) } din { COUNT($keys) } (minimum: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Pachete: { COUNT($packages) } ({ BYTES($size) }, din care { BYTES($fetch) } de descărcat)
plan-builds = {"  "}Se compilează pe acest calculator: { $packages }
plan-running = {"  "}În execuție: { $programs }. Continuă cu versiunea cu care a fost pornit și nu i se ia nimic din ce îi trebuie.
plan-go-back-data = {"  "}Datele dumneavoastră rămân așa cum sunt. Este posibil ca versiunea mai veche să nu înțeleagă ce a scris cea mai nouă: dacă este important, faceți mai întâi o copie.
plan-folder = {"  "}Dosar: { $folder }

plain-phase = { $phase }…
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Versiunea { $version } este instalată.
outcome-upgrade = Versiunea { $version } este instalată; cea anterioară se păstrează: „{ $command }” revine la ea.
outcome-upgrade-later = Versiunea { $version } încă rulează; versiunea { $pending } este pregătită și va fi activată la următoarea pornire a acestui program.
outcome-go-back = Versiunea { $version } este din nou instalată. Cea pe care ați părăsit-o se păstrează: „{ $command }” revine la ea.
outcome-repair = Versiunea { $version } a fost instalată din nou.
outcome-mend = Versiunea { $version } este din nou în ordine.
outcome-verify = Nimic nu este deteriorat: versiunea { $version } este așa cum a fost instalată.
outcome-up-to-date = Versiunea { $version } este instalată și actualizată.
outcome-left-aside = Versiunea { $version } este instalată. Ați revenit de la versiunea { $newer }, așa că aceasta nu se instalează automat: pentru asta folosiți „{ $command }”.
outcome-running = Încă rulează cu versiunea anterioară: { $programs }. Reporniți pentru a o folosi pe cea nouă.
outcome-uninstall = Dezinstalare încheiată.
outcome-commands = Pentru pornire: { $commands }
outcome-not-on-path = { $folder } nu este în PATH. Adăugați-l pentru a nu mai fi nevoie să indicați dosarul.
outcome-path-line = Pentru a fi de ajuns numele, adăugați această linie în { $file } sau rulați din nou cu --add-to-path:
outcome-path-added = Dosarul comenzilor a fost adăugat la PATH în { $file }. Deschideți un terminal nou pentru a-l folosi.
failure-message = Eroare: { $message } [{ $code }]
failure-hint = Ce puteți face: { $hint }
failure-details = Detalii:

findings-compared = Versiunea { $version }: { $files ->
    [one] { COUNT($files) } fișier comparat
    [few] { COUNT($files) } fișiere comparate
   *[other] { COUNT($files) } de fișiere comparate
} ({ BYTES($size) }); pachete comparate cu ce a semnat editorul: { COUNT($signed) } din { COUNT($packages) }, celelalte cu evidența instalării
findings-mended = Reparat ({ COUNT($count) }):
findings-more = {"  "}și încă { COUNT($count) }; --json le afișează pe toate

check-up-to-date = { $name } { $installed } este la zi.
check-upgrade = Se poate instala { $name } { $offered }; versiunea instalată: { $installed }.
check-upgrade-size = Se poate instala { $name } { $offered } ({ BYTES($size) } de descărcat); versiunea instalată: { $installed }.
check-security = Versiunea { $installed } are probleme de securitate cunoscute.
check-obstacle = {"  "}Nu se poate instala pe acest calculator așa cum este acum [{ $code }].

removal-goes = Se dezinstalează { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Se păstrează:
removal-data = {"  "}datele dumneavoastră din { $path } ({ BYTES($size) }); --remove-data { $path } le șterge și pe ele
removal-data-goes = {"  "}datele dumneavoastră din { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, care a fost modificat între timp sau nu ține de acest program
removal-downloads = {"  "}descărcările de care nu mai are nevoie nimic altceva ({ BYTES($size) }); --remove-downloads le șterge și pe ele
removal-downloads-goes = {"  "}descărcările de care nu mai are nevoie nimic altceva ({ BYTES($size) })

status-nothing = Nu este instalat nimic.
status-installed = { $name } { $version }, data instalării: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Pachete: { COUNT($packages) }
status-previous = {"  "}Versiune păstrată pentru revenire: { $version }
status-file = {"  "}În afara dosarului său: { $path }
shell-line = linia din { $path } care pune comenzile în PATH

note-locale = Nu există texte în „{ $asked }”. Limbi disponibile: { $known }
note-log = Jurnalul acestei rulări: { $path }
note-anothers = Aparține altui cont, { $owner }, și este doar consultată.
note-no-desktop = Aici nu există un dosar al desktopului, așa că --desktop-shortcut nu are efect.

ask-uninstall = Dezinstalați { $name } din { $folder }?
ask-remove-data = Ștergeți și datele dumneavoastră din { $path } ({ BYTES($size) })? Nu vor putea fi recuperate.
ask-remove-downloads = Ștergeți și descărcările de care nu mai are nevoie nimic altceva ({ BYTES($size) })?
answer-choices = [d/N]
answer-yes = d da y yes

help-about = Instalează o aplicație Python din versiuni semnate și o ține la zi.
help-usage = Utilizare: { $program } [COMANDĂ] [OPȚIUNI]
help-commands = Comenzi:
help-command-none = fără comandă: instalează, actualizează sau încheie, după caz
help-command-install = instalează aplicația
help-command-upgrade = instalează o versiune mai nouă, dacă există
help-command-repair = repară ce este deteriorat în versiunea instalată
help-command-go-back = revine la versiunea anterioară; nu are nevoie de rețea
help-command-verify = compară fiecare fișier instalat cu ce a fost publicat
help-command-check = spune dacă există o versiune mai nouă
help-command-status = spune ce este instalat
help-command-uninstall = dezinstalează aplicația; datele dumneavoastră se păstrează
help-options = Opțiuni:
help-prefix = instalează în acest dosar
help-python = folosește acest Python sau un Python de această versiune
help-repository = ia versiunile de aici
help-profile = instalează altă aplicație: un dosar cu profile.toml și root.json
help-index-url = descarcă pachetele numai din acest index
help-mirror = încearcă mai întâi această oglindă a files.pythonhosted.org; se poate repeta
help-find-links = caută pachetele mai întâi în acest dosar; se poate repeta
help-offline = nu folosește rețeaua
help-proxy = folosește acest proxy, http://NAME:PASSWORD@HOST:PORT
help-ca = are încredere și în autoritățile de certificare din acest fișier
help-later = cât timp aplicația rulează, doar pregătește versiunea nouă: va fi activată la următoarea pornire
help-wait = cât se așteaptă o altă instalare în curs; implicit zece minute, sau deloc cu --silent ori --json
help-face = afișează o fereastră („window”) sau folosește terminalul („terminal”)
help-menu = o intrare în meniul de aplicații (creată dacă nu se dă --no-menu)
help-desktop-shortcut = o pictogramă pe desktop (numai la cerere)
help-add-to-path = face comenzile cunoscute shellului: adaugă dosarul lor la PATH; se reține la actualizări
help-silent = afișează numai erorile, nu întreabă nimic
help-json = afișează totul ca linii JSON
help-yes = răspunde cu da la întrebarea de dinaintea dezinstalării
help-anew = cu repair: instalează totul din nou
help-remove-data = cu uninstall: șterge și acest dosar cu datele dumneavoastră; se poate repeta
help-remove-downloads = cu uninstall: șterge și descărcările
help-locale = folosește această limbă, de exemplu fr
help-log = scrie un jurnal
help-replay = arată într-o fereastră ce a înregistrat --json; nu se instalează nimic
help-version = afișează versiunea acestui program
help-help = afișează această pagină
help-exit =
    Cod de ieșire: 0 gata sau nimic de făcut, 2 utilizare, 10 rețea, 11 refuzat din motive de
    siguranță, 12 versiune mai veche refuzată, 13 niciun Python potrivit, 14 lipsă wheel sau
    compilator, 15 disc sau drepturi, 16 mediu, 17 ocupat, 18 neinstalat, 19 deteriorat,
    100 „check” a găsit o actualizare, 70 eroare internă, 130 anulat.
