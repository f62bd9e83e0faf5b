### Was gerade geschieht; für jede Oberfläche.

phase-verifying = Jede Datei wird mit der installierten Fassung verglichen
phase-mending = Schäden werden gesucht und behoben
phase-judging = Signaturen werden geprüft
phase-planning = Ein passendes Python wird gesucht
phase-fetching = Dateien werden heruntergeladen
phase-building = Pakete werden gebaut
phase-installing = Pakete werden installiert
phase-checking = Die Installation wird geprüft
phase-activating = Die neue Version wird eingeschaltet
phase-removing = Die Anwendung wird entfernt

action-install = { $name } { $version } installieren
action-upgrade = { $name } von { $installed } auf { $version } aktualisieren
action-upgrade-later = { $name } { $version } neben der laufenden Version bereitstellen
action-go-back = Zu { $name } { $version } zurückkehren
action-repair = { $name } { $version } reparieren
action-mend = { $name } { $version } ausbessern
action-verify = { $name } { $version } vergleichen
action-up-to-date = { $name } { $version } ist auf dem neuesten Stand
action-uninstall = { $name } { $version } entfernen

waiting = Eine andere Installation dieser Anwendung läuft; es wird bis zu { DURATION($left) } auf ihr Ende gewartet
running-process = { $program } (Prozess { $pid })
removal-running = Läuft gerade: { $programs }. Beenden Sie die Anwendung zuerst: Ohne ihre Dateien kann, was läuft, versagen.

## Wie weit ein Schritt ist. Die restliche Zeit ist die des Schritts.

progress-bytes = { BYTES($have) } von { BYTES($size) }
progress-bytes-speed = { BYTES($have) } von { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } von { BYTES($size) }, { BYTES($speed) }/s, noch etwa { DURATION($left) }
progress-packages = { COUNT($done) } von { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } von { COUNT($total) }: { $package }, noch etwa { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: Versuch { COUNT($attempt) } in { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } von { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: Versuch { COUNT($attempt) }
waiting-network = warte auf das Netz
waiting-network-next = warte auf das Netz; nächster Versuch in { DURATION($wait) }

## Im Menü der Anwendungen, neben der Anwendung selbst.
menu-manage = Aktualisieren oder entfernen

## Was ein Vergleich gefunden hat; jeweils hinter einer Datei oder einem Ordner.

finding-changed = { $path }: ist nicht mehr so, wie es installiert wurde
finding-missing = { $path }: fehlt
finding-foreign = { $path }: gehört nicht zur Anwendung
finding-rights = { $path }: kann von anderen verändert oder benutzt werden als bei der Installation
finding-launcher = { $path }: startet die Anwendung nicht
finding-pointer = { $path }: führt nicht zur installierten Version
finding-python = { $path }: dieses Python ist verschwunden oder hat jetzt eine andere Version
finding-record = { $path }: das Verzeichnis der installierten Dateien fehlt oder ist verändert
