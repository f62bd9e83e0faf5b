### Was gerade geschieht; für jede Oberfläche.

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
action-repair = { $name } { $version } reparieren
action-up-to-date = { $name } { $version } ist auf dem neuesten Stand
action-uninstall = { $name } { $version } entfernen

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
