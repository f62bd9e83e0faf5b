### Was im Terminal steht.

## Der Plan, bevor etwas verändert wird.

plan-publisher = {"  "}Herausgeber: { $publisher }; unterschrieben mit { COUNT($signed) } von { COUNT($keys) } Schlüsseln (nötig: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Pakete: { COUNT($packages) } ({ BYTES($size) }, davon { BYTES($fetch) } herunterzuladen)
plan-builds = {"  "}Auf diesem Computer gebaut: { $packages }
plan-folder = {"  "}Ordner: { $folder }

## Wie es läuft und endet.

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Version { $version } ist installiert.
outcome-upgrade = Version { $version } ist installiert; die vorige bleibt als Rückweg erhalten.
outcome-repair = Version { $version } ist neu installiert.
outcome-up-to-date = Version { $version } ist installiert und auf dem neuesten Stand.
outcome-uninstall = Entfernt. Eigene Daten wurden nicht angerührt.
outcome-commands = Starten mit: { $commands }
outcome-not-on-path = { $folder } ist nicht im PATH. Dort eingetragen, lässt sich der Ordner weglassen.
failure-message = Fehler: { $message } [{ $code }]
failure-hint = Was hilft: { $hint }
failure-details = Einzelheiten:

## Was installiert ist.

status-nothing = Nichts ist installiert.
status-installed = { $name } { $version }, installiert { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Pakete: { COUNT($packages) }
status-previous = {"  "}Als Rückweg behalten: { $version }
status-file = {"  "}Außerhalb des Ordners: { $path }

## Was außer dem Verlauf wissenswert ist.

note-locale = In „{ $asked }“ gibt es keine Texte. Es gibt: { $known }
note-log = Das Protokoll dieses Laufs: { $path }

## Die eine Frage. Die Wörter für ja stehen klein und durch Leerzeichen getrennt.

ask-uninstall = { $name } aus { $folder } entfernen?
answer-choices = [j/N]
answer-yes = j ja

## Die Hilfe. Jeder Text steht neben seinem Befehl oder seiner Option.

help-about = Installiert eine Anwendung für Python aus unterschriebenen Veröffentlichungen und hält sie aktuell.
help-usage = Aufruf: quoc [BEFEHL] [OPTIONEN]
help-commands = Befehle:
help-command-none = ohne Befehl: installieren, aktualisieren oder zu Ende bringen, was angefangen war
help-command-install = die Anwendung installieren
help-command-upgrade = eine neuere Veröffentlichung installieren, wenn es eine gibt
help-command-repair = dieselbe Veröffentlichung neu installieren
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
help-face = ein Fenster zeigen („window“) oder das Terminal benutzen („terminal“)
help-silent = nur Fehler melden, nichts fragen
help-json = alles als Zeilen von JSON melden
help-yes = die Frage vor dem Entfernen mit ja beantworten
help-locale = diese Sprache sprechen, zum Beispiel en
help-log = ein Protokoll schreiben
help-version = die Version dieses Programms zeigen
help-help = diese Seite zeigen
help-exit =
    Rückgabewert: 0 fertig oder nichts zu tun, 2 Aufruf, 10 Netz, 11 zur Sicherheit abgelehnt, 12 ältere
    Veröffentlichung abgelehnt, 13 kein passendes Python, 14 kein Wheel oder Compiler, 15 Platte oder
    Rechte, 16 Umgebung, 17 belegt, 18 nicht installiert, 70 interner Fehler, 130 abgebrochen.
