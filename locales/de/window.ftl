### Was das Fenster sagt. Überschriften sind kurz; Erklärungen sind ganze Sätze.

## Die Überschrift im Rahmen des Fensters.

window-caption = { $name } einrichten

## Schaltflächen. Ein oder zwei Wörter.

window-install = Installieren
window-upgrade = Aktualisieren
window-repair = Reparieren
window-go-back = Zurückgehen
window-uninstall = Entfernen
window-cancel = Abbrechen
window-language = Sprache
window-close = Schließen
window-later = Nach dem Beenden
window-open = Öffnen
window-back = Zurück
window-continue = Fortsetzen
window-try-again = Erneut versuchen
window-copy = Kopieren
window-copy-details = Einzelheiten kopieren
window-stop = Anhalten
window-stop-close = Anhalten und schließen
window-go-on = Weitermachen

## Während nachgesehen wird, was zu tun ist. Die Punkte sagen, dass es weitergeht.

window-step = { $step } …
window-nothing-changed = Noch wird nichts verändert.
window-going-on = Es geht dort weiter, wo es aufhörte …
window-stopping = Wird angehalten …

## Was getan werden soll: als Überschrift, und was es bedeutet.

window-offer-install = { $name } installieren
window-offer-upgrade = { $name } aktualisieren
window-offer-repair = { $name } reparieren
window-offer-go-back = Zurück zum früheren { $name }?
window-offer-uninstall = { $name } entfernen?
window-consequence-upgrade = Die installierte Version bleibt, bis die neue gut gestartet ist, und danach als Weg zurück.
window-consequence-repair = Was beschädigt ist oder fehlt, wird ersetzt. Eigene Daten werden nicht angerührt.
window-consequence-go-back = Version { $version } wird wieder benutzt. Daten, die die neuere Version verändert hat, lassen sich darin vielleicht nicht öffnen: Der Herausgeber weiß es.
window-consequence-uninstall = Die Anwendung und alles, was mit ihr installiert wurde, wird von diesem Computer entfernt.

## Was vom Plan gesagt wird: ein Wort, und was dazugehört.

window-version = Version { $version }
window-version-size = Version { $version } · { BYTES($size) } herunterzuladen
window-verified = Geprüfter Herausgeber: { $publisher }
window-fact-signed = Unterschriften
window-signed = { $signed ->
    [one] { COUNT($signed) } von { COUNT($keys) } Schlüsseln, { COUNT($threshold) } nötig
   *[other] { COUNT($signed) } von { COUNT($keys) } Schlüsseln, { COUNT($threshold) } nötig
}
window-fact-download = Download
window-download = { $packages ->
    [one] { BYTES($size) } in { COUNT($packages) } Paket
   *[other] { BYTES($size) } in { COUNT($packages) } Paketen
}
window-download-none = Nichts, alles ist schon da
window-fact-disk = Auf der Festplatte
window-disk = etwa { BYTES($size) }
window-fact-folder = Ordner

## Was die meisten lassen, wie es ist. Jedes ist eine Zeile mit einem Schalter.

window-options = Optionen
window-folder = Ordner für die Installation
window-switch-start = { $name } starten, sobald es fertig ist
window-switch-menu = In das Menü aufnehmen
window-switch-desktop = Symbol auf den Schreibtisch legen
window-switch-path = Befehle in jedem Terminal finden (in den PATH aufnehmen)

## Was gerade getan wird, als Überschrift.

window-now-install = { $name } wird installiert
window-now-upgrade = { $name } wird aktualisiert
window-now-repair = { $name } wird repariert
window-now-go-back = Zurück zum früheren { $name }
window-now-uninstall = { $name } wird entfernt

## Unter dem Balken. Die restliche Zeit ist die des gegenwärtigen Schritts.

window-speed = { BYTES($speed) }/s
window-left = noch etwa { DURATION($left) }
window-speed-left = { BYTES($speed) }/s · noch etwa { DURATION($left) }
window-waiting = Es wird auf das Netz gewartet. Danach geht es von selbst weiter.

## Was geschehen ist, Zeile für Zeile.

window-details = Einzelheiten
window-arrived = { $artifact } ist da, { BYTES($size) }
window-building = { $package } wird gebaut
window-installed = { $package } ist installiert

## Was vorgelesen wird, während gearbeitet wird.

window-spoken = { $step } { PERCENT($progress) }

## Was installiert ist, und was sich damit tun lässt.

window-installed-version = Version { $version } ist installiert
window-news-none = Alles ist auf dem neuesten Stand.
window-news-upgrade = Version { $version } ist verfügbar, { BYTES($size) } herunterzuladen.
window-news-left-aside = Alles funktioniert. Version { $version } ist neuer; von ihr ging es hierher zurück.
window-news-broken = Etwas davon ist beschädigt oder fehlt und lässt sich reparieren.
window-news-unknown = Ob es eine neuere Version gibt, ließ sich nicht feststellen.
window-about-repair = Ersetzt, was beschädigt ist oder fehlt.
window-about-go-back = Benutzt wieder Version { $version }, die noch da ist.
window-about-uninstall = Eigene Daten bleiben, wenn nicht anders gewählt.
window-running = Läuft gerade: { $programs }. Bis zum Beenden bleibt es bei der Version, mit der es gestartet wurde.

## Bevor entfernt wird.

window-goes-size = Entfernt wird ({ BYTES($size) }):
window-data = Dies bleibt, wenn es nicht hier eingeschaltet wird:
window-data-remove = Auch die eigenen Daten in { $folder } entfernen ({ BYTES($size) })
window-downloads-remove = Auch Downloads entfernen, die nichts anderes braucht ({ BYTES($size) })

## Wie es ausging.

window-ready = { $name } ist bereit
window-removed = { $name } ist entfernt
window-removed-kept = Eigene Daten wurden nicht angerührt.
window-removed-data = Die ausgewählten Daten wurden ebenfalls entfernt.
window-done-install = Alles wurde geprüft und funktioniert.
window-done-upgrade = Die neue Version wurde geprüft und funktioniert. Die vorige bleibt als Weg zurück.
window-done-repair = Alles wurde geprüft und funktioniert wieder.
window-done-go-back = Die frühere Version wird wieder benutzt.
window-done-nothing = Es war nichts beschädigt, und es war nichts zu tun.
window-done-later = Version { $version } liegt bereit. Der nächste Start dieses Programms schaltet auf sie um.
window-still-running = Läuft noch mit der Version davor: { $programs }. Für die neue bitte neu starten.
window-type-this = Zum Starten dies in einem Terminal eingeben:
window-copied = Kopiert
window-where = Die Befehle liegen in { $folder }.
window-not-on-path = Die Befehle liegen in { $folder }. Der Ordner ist nicht im PATH: Bis dahin braucht das Terminal den ganzen Pfad.
window-stopped = Angehalten
window-stopped-kept = Es wurde nichts verändert. Was heruntergeladen ist, bleibt erhalten; beim nächsten Mal geht es dort weiter.

## Was schiefging, in wenigen Wörtern. Was es ist und was zu tun ist, steht darunter.

window-failed = { $name } ließ sich nicht installieren
window-failed-network = Keine Verbindung
window-failed-refused = Zur Sicherheit nicht installiert
window-failed-older = Die ältere Version wurde abgelehnt
window-failed-python = Ein passendes Python fehlt
window-failed-package = Ein Paket gibt es nicht für diesen Computer
window-failed-disk = Es liegt an Festplatte oder Ordner
window-failed-busy = Eine andere Installation läuft
window-failed-removal = { $name } ließ sich nicht entfernen
window-failed-repair = { $name } ließ sich nicht reparieren
window-failed-go-back = Kein Weg zurück zum früheren { $name }
window-code = Einzelheiten ({ $code })
window-tries-in = Neuer Versuch in { DURATION($left) }
window-kept = Was heruntergeladen ist, bleibt erhalten.
window-support = Hilfe: { $support }

## Ein Proxy will wissen, wer fragt.

window-proxy-name = Name für den Proxy
window-proxy-password = Passwort

## Fragen, bevor etwas angehalten wird.

window-ask-cancel = Hier anhalten?
window-ask-close = Anhalten und das Fenster schließen?
window-ask-kept = Was heruntergeladen ist, bleibt erhalten; beim nächsten Mal geht es dort weiter.
window-ask-undone = Was begonnen wurde, wird zurückgenommen. Was vorher installiert war, bleibt, wie es war.
