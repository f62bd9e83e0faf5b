window-caption = Instalare { $name }

window-install = Instalează
window-upgrade = Actualizează
window-repair = Repară
window-go-back = Revino
window-uninstall = Dezinstalează
window-cancel = Anulează
window-language = Limba
window-close = Închide
window-later = La închidere
window-open = Deschide
window-back = Înapoi
window-continue = Continuă
window-try-again = Reîncearcă
window-copy = Copiază
window-copy-details = Copiază detaliile
window-stop = Oprește
window-stop-close = Oprește și închide
window-go-on = Nu opri

window-step = { $step }…
window-nothing-changed = Încă nu se modifică nimic.
window-going-on = Se continuă de unde s-a oprit…
window-stopping = Se oprește…

window-offer-install = Instalare { $name }
window-offer-upgrade = Actualizare { $name }
window-offer-repair = Reparare { $name }
window-offer-go-back = Reveniți la vechiul { $name }?
window-offer-uninstall = Dezinstalați { $name }?
window-consequence-upgrade = Versiunea instalată rămâne până când cea nouă a pornit bine, apoi se păstrează pentru revenire.
window-consequence-repair = Ce este deteriorat sau lipsește se pune la loc. Datele dumneavoastră nu sunt atinse.
window-consequence-go-back = Se folosește din nou versiunea { $version }. Este posibil ca ea să nu poată deschide datele modificate de versiunea mai nouă: întrebați editorul.
window-consequence-uninstall = Aplicația și tot ce a fost instalat odată cu ea se șterg de pe acest calculator.

window-version = Versiunea { $version }
window-version-size = Versiunea { $version } · { BYTES($size) } de descărcat
window-verified = Editor verificat: { $publisher }
window-fact-signed = Semnături
window-signed = { $signed ->
    [one] { COUNT($signed) } cheie din { COUNT($keys) } (minimum: { COUNT($threshold) })
    [few] { COUNT($signed) } chei din { COUNT($keys) } (minimum: { COUNT($threshold) })
   *[other] { COUNT($signed) } de chei din { COUNT($keys) } (minimum: { COUNT($threshold) })
}
window-fact-download = De descărcat
window-download = { $packages ->
    [one] { BYTES($size) } în { COUNT($packages) } pachet
    [few] { BYTES($size) } în { COUNT($packages) } pachete
   *[other] { BYTES($size) } în { COUNT($packages) } de pachete
}
window-download-none = Nimic, totul este deja aici
window-fact-disk = Pe disc
window-disk = aproximativ { BYTES($size) }
window-fact-folder = Dosar

window-options = Opțiuni
window-folder = Dosarul de instalare
window-switch-start = Pornește { $name } la final
window-switch-menu = Adaugă în meniu
window-switch-desktop = Adaugă o pictogramă pe desktop
window-switch-path = Permite folosirea comenzilor în terminale (adaugă-le la PATH)

window-now-install = Se instalează { $name }
window-now-upgrade = Se actualizează { $name }
window-now-repair = Se repară { $name }
window-now-go-back = Se revine la vechiul { $name }
window-now-uninstall = Se dezinstalează { $name }

window-speed = { BYTES($speed) }/s
window-left = încă aproximativ { DURATION($left) }
window-speed-left = { BYTES($speed) }/s · încă aproximativ { DURATION($left) }
window-waiting = Se așteaptă rețeaua. Apoi se continuă automat.

window-details = Detalii
window-arrived = { $artifact } a sosit, { BYTES($size) }
window-building = Se compilează { $package }
window-installed = { $package } este instalat

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Versiunea { $version } este instalată
window-news-none = Aplicația este la zi.
window-news-upgrade = Versiunea { $version } este disponibilă, { BYTES($size) } de descărcat.
window-news-left-aside = Aplicația funcționează. Versiunea { $version } este mai nouă; ați revenit de la ea.
window-news-broken = Ceva este deteriorat sau lipsește și poate fi reparat.
window-news-unknown = Nu s-a putut afla dacă există o versiune mai nouă.
window-about-repair = Pune la loc ce este deteriorat sau lipsește.
window-about-go-back = Folosește din nou versiunea { $version }, care este încă aici.
window-about-uninstall = Datele dumneavoastră se păstrează, dacă nu alegeți altfel.
window-running = În execuție: { $programs }. Continuă cu versiunea cu care a fost pornit, până la închidere.

window-goes-size = Se șterge ({ BYTES($size) }):
window-data = Se păstrează, dacă nu activați aici:
window-data-remove = Șterge și datele dumneavoastră din { $folder } ({ BYTES($size) })
window-downloads-remove = Șterge descărcările de care nu mai are nevoie nimic altceva ({ BYTES($size) })

window-ready = { $name } este gata de folosit
window-removed = S-a dezinstalat { $name }
window-removed-kept = Datele dumneavoastră nu au fost atinse.
window-removed-data = Datele pe care le-ați ales au fost și ele șterse.
window-done-install = Totul a fost verificat și funcționează.
window-done-upgrade = Versiunea nouă a fost verificată și funcționează. Cea anterioară se păstrează pentru revenire.
window-done-repair = Totul a fost verificat și funcționează din nou.
window-done-go-back = Se folosește din nou versiunea anterioară.
window-done-nothing = Nimic nu era deteriorat și nu era nimic de făcut.
window-done-later = Versiunea { $version } este pregătită. Va fi activată la următoarea pornire a acestui program.
window-still-running = Încă rulează cu versiunea anterioară: { $programs }. Reporniți pentru a o folosi pe cea nouă.
window-type-this = Pentru pornire, scrieți aceasta într-un terminal:
window-copied = S-a copiat
window-where = Comenzile sunt în { $folder }.
window-not-on-path = Comenzile sunt în { $folder }, care nu este în PATH: până atunci, în terminale este nevoie de calea completă.
window-stopped = Oprit
window-stopped-kept = Nu s-a modificat nimic. Ce s-a descărcat se păstrează, iar data viitoare se continuă de acolo.

window-failed = Nu s-a putut instala { $name }
window-failed-network = Fără conexiune
window-failed-refused = Nu s-a instalat, pentru siguranță
window-failed-older = Versiunea mai veche a fost refuzată
window-failed-python = Lipsește un Python potrivit
window-failed-package = Lipsește un pachet pentru acest calculator
window-failed-disk = Problemă cu discul sau cu dosarul
window-failed-busy = O altă instalare este în curs
window-failed-removal = Nu s-a putut dezinstala { $name }
window-failed-repair = Nu s-a putut repara { $name }
window-failed-go-back = Nu s-a putut reveni la vechiul { $name }
window-code = Detalii ({ $code })
window-tries-in = Nouă încercare peste { DURATION($left) }
window-kept = Ce s-a descărcat se păstrează.
window-support = Ajutor: { $support }

window-proxy-name = Nume pentru proxy
window-proxy-password = Parolă

window-ask-cancel = Opriți aici?
window-ask-close = Opriți și închideți fereastra?
window-ask-kept = Ce s-a descărcat se păstrează, iar data viitoare se continuă de acolo.
window-ask-undone = Ce s-a început se anulează. Ce era deja instalat rămâne așa cum era.
