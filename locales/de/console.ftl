### Was im Terminal steht.

## Der Plan, bevor etwas verändert wird.

plan-publisher = {"  "}Herausgeber: { $publisher }; unterschrieben mit { COUNT($signed) } von { COUNT($keys) } Schlüsseln (nötig: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Pakete: { COUNT($packages) } ({ BYTES($size) }, davon { BYTES($fetch) } herunterzuladen)
plan-builds = {"  "}Auf diesem Computer gebaut: { $packages }
plan-running = {"  "}Läuft gerade: { $programs }. Es läuft mit der Version weiter, mit der es gestartet wurde, und nichts davon wird ihm weggenommen.
plan-go-back-data = {"  "}Eigene Daten bleiben, wie sie sind. Was die neuere Version geschrieben hat, versteht die ältere vielleicht nicht: wenn es wichtig ist, vorher eine Kopie machen.
plan-folder = {"  "}Ordner: { $folder }

## Wie es läuft und endet.

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Version { $version } ist installiert.
outcome-upgrade = Version { $version } ist installiert; die vorige bleibt erhalten: „{ $command }“ kehrt zu ihr zurück.
outcome-upgrade-later = Version { $version } läuft noch; { $pending } ist bereit, und der nächste Start dieses Programms wechselt zu ihr.
outcome-go-back = Version { $version } ist wieder installiert. Die verlassene Version bleibt erhalten: „{ $command }“ kehrt zu ihr zurück.
outcome-repair = Version { $version } ist neu installiert.
outcome-mend = Version { $version } ist wieder in Ordnung.
outcome-verify = Nichts ist beschädigt: Version { $version } ist so, wie sie installiert wurde.
outcome-up-to-date = Version { $version } ist installiert und auf dem neuesten Stand.
outcome-left-aside = Version { $version } ist installiert. Von { $newer } wurde zurückgekehrt, darum wird sie nicht von selbst installiert: das macht „{ $command }“.
outcome-running = Läuft noch mit der Version davor: { $programs }. Neu starten, um diese zu verwenden.
outcome-uninstall = Entfernt.
outcome-commands = Starten mit: { $commands }
outcome-not-on-path = { $folder } ist nicht im PATH. Dort eingetragen, lässt sich der Ordner weglassen.
outcome-path-line = Damit der bloße Name genügt, gehört diese Zeile in { $file }; mit --add-to-path wird sie eingetragen:
outcome-path-added = Der Ordner der Befehle steht jetzt in { $file } im PATH. Das gilt in jedem neuen Terminal.
failure-message = Fehler: { $message } [{ $code }]
failure-hint = Was hilft: { $hint }
failure-details = Einzelheiten:

## Was ein Vergleich aller Dateien ergab.

findings-compared = Version { $version }: { COUNT($files) } Dateien verglichen ({ BYTES($size) }); { COUNT($signed) } von { COUNT($packages) } Paketen mit dem, was der Herausgeber unterschrieben hat, die übrigen mit dem Verzeichnis der Installation
findings-mended = Behoben ({ COUNT($count) }):
findings-more = {"  "}und { COUNT($count) } weitere; --json nennt alle

## Ob es etwas Neueres gibt.

check-up-to-date = { $name } { $installed } ist auf dem neuesten Stand.
check-upgrade = { $name } { $offered } kann installiert werden; installiert ist { $installed }.
check-upgrade-size = { $name } { $offered } kann installiert werden ({ BYTES($size) } herunterzuladen); installiert ist { $installed }.
check-security = Version { $installed } hat bekannte Sicherheitslücken.
check-obstacle = {"  "}Auf diesem Computer geht das zurzeit nicht [{ $code }].

## Was ein Entfernen mitnimmt und was es dalässt.

removal-goes = Entfernt wird { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Das bleibt:
removal-data = {"  "}eigene Daten in { $path } ({ BYTES($size) }); --remove-data { $path } entfernt sie mit
removal-data-goes = {"  "}eigene Daten in { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, was nicht von diesem Programm stammt oder seitdem verändert wurde
removal-downloads = {"  "}heruntergeladene Dateien, die nichts anderes braucht ({ BYTES($size) }); --remove-downloads entfernt sie mit
removal-downloads-goes = {"  "}heruntergeladene Dateien, die nichts anderes braucht ({ BYTES($size) })

## Was installiert ist.

status-nothing = Nichts ist installiert.
status-installed = { $name } { $version }, installiert { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Pakete: { COUNT($packages) }
status-previous = {"  "}Als Rückweg behalten: { $version }
status-file = {"  "}Außerhalb des Ordners: { $path }
shell-line = die Zeile in { $path }, die die Befehle in den PATH aufnimmt

## Was außer dem Verlauf wissenswert ist.

note-locale = In „{ $asked }“ gibt es keine Texte. Es gibt: { $known }
note-log = Das Protokoll dieses Laufs: { $path }
note-anothers = Sie gehört einem anderen Konto, { $owner }, und wird nur angesehen.
note-no-desktop = Hier gibt es keinen Schreibtisch-Ordner, darum bewirkt --desktop-shortcut nichts.

## Die Fragen vor dem Entfernen. Die Wörter für ja stehen klein und durch Leerzeichen getrennt.

ask-uninstall = { $name } aus { $folder } entfernen?
ask-remove-data = Auch die eigenen Daten in { $path } ({ BYTES($size) }) entfernen? Das lässt sich nicht rückgängig machen.
ask-remove-downloads = Auch die heruntergeladenen Dateien entfernen, die nichts anderes braucht ({ BYTES($size) })?
answer-choices = [j/N]
answer-yes = j ja

## Die Hilfe. Jeder Text steht neben seinem Befehl oder seiner Option.

help-about = Installiert eine Anwendung für Python aus unterschriebenen Veröffentlichungen und hält sie aktuell.
help-usage = Aufruf: { $program } [BEFEHL] [OPTIONEN]
help-commands = Befehle:
help-command-none = ohne Befehl: installieren, aktualisieren oder zu Ende bringen, was angefangen war
help-command-install = die Anwendung installieren
help-command-upgrade = eine neuere Veröffentlichung installieren, wenn es eine gibt
help-command-repair = Schäden an der installierten Veröffentlichung beheben
help-command-go-back = zur Version davor zurückkehren; braucht kein Netz
help-command-verify = jede installierte Datei mit der veröffentlichten vergleichen
help-command-check = sagen, ob es eine neuere Veröffentlichung gibt
help-command-status = zeigen, was installiert ist
help-command-uninstall = die Anwendung entfernen; eigene Daten bleiben
help-options = Optionen:
help-prefix = in diesen Ordner installieren
help-python = dieses Python oder ein Python dieser Version verwenden
help-repository = Veröffentlichungen von hier nehmen
help-profile = eine andere Anwendung installieren: ein Ordner mit profile.toml und root.json
help-index-url = Pakete nur von diesem Index herunterladen
help-mirror = zuerst diesen Spiegel von files.pythonhosted.org versuchen; mehrfach möglich
help-find-links = Pakete zuerst in diesem Ordner suchen; mehrfach möglich
help-offline = das Netz nicht verwenden
help-proxy = diesen Proxy verwenden, http://NAME:PASSWORT@RECHNER:PORT
help-ca = auch den Zertifizierungsstellen in dieser Datei vertrauen
help-later = solange die Anwendung läuft, die neue Version nur bereitstellen: der nächste Start wechselt zu ihr
help-wait = so lange auf eine andere Installation warten; sonst zehn Minuten, mit --silent oder --json gar nicht
help-face = ein Fenster zeigen („window“) oder das Terminal benutzen („terminal“)
help-menu = ein Eintrag im Menü der Anwendungen (außer mit --no-menu)
help-desktop-shortcut = ein Symbol auf dem Schreibtisch (nur auf Wunsch)
help-add-to-path = die Shell findet die Befehle: ihr Ordner kommt in den PATH; gilt auch für spätere Versionen
help-silent = nur Fehler melden, nichts fragen
help-json = alles als Zeilen von JSON melden
help-yes = die Frage vor dem Entfernen mit ja beantworten
help-anew = mit repair: alles neu installieren
help-remove-data = mit uninstall: auch diesen Ordner mit eigenen Daten entfernen; mehrfach möglich
help-remove-downloads = mit uninstall: auch die heruntergeladenen Dateien entfernen
help-locale = diese Sprache sprechen, zum Beispiel en
help-log = ein Protokoll schreiben
help-replay = im Fenster zeigen, was --json aufgezeichnet hat; es wird nichts installiert
help-version = die Version dieses Programms zeigen
help-help = diese Seite zeigen
help-exit =
    Rückgabewert: 0 fertig oder nichts zu tun, 2 Aufruf, 10 Netz, 11 zur Sicherheit abgelehnt, 12 ältere
    Veröffentlichung abgelehnt, 13 kein passendes Python, 14 kein Wheel oder Compiler, 15 Platte oder
    Rechte, 16 Umgebung, 17 belegt, 18 nicht installiert, 19 beschädigt, 100 „check“ hat
    etwas Neueres gefunden, 70 interner Fehler, 130 abgebrochen.
