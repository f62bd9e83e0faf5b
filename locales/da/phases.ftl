phase-verifying = Sammenligner hver fil med det, der blev installeret
phase-mending = Leder efter skader og udbedrer dem
phase-judging = Kontrollerer signaturerne
phase-planning = Leder efter en egnet Python
phase-fetching = Henter
phase-building = Bygger pakker
phase-installing = Installerer pakker
phase-checking = Kontrollerer installationen
phase-activating = Skifter til den nye version
phase-removing = Fjerner programmet

action-install = Installér { $name } { $version }
action-upgrade = Opdatér { $name } fra { $installed } til { $version }
action-upgrade-later = Klargør { $name } { $version } ved siden af den version, der kører
action-go-back = Gå tilbage til { $name } { $version }
action-repair = Reparér { $name } { $version }
action-mend = Udbedr { $name } { $version }
action-verify = Sammenlign { $name } { $version }
action-up-to-date = { $name } { $version } er opdateret
action-uninstall = Fjern { $name } { $version }

waiting = En anden installation af programmet er i gang; venter op til { DURATION($left) } på, at den bliver færdig
running-process = { $program } (proces { $pid })
removal-running = Kører nu: { $programs }. Luk først programmet: uden dets filer kan det, der kører, gå i stå.

progress-bytes = { BYTES($have) } af { BYTES($size) }
progress-bytes-speed = { BYTES($have) } af { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } af { BYTES($size) }, { BYTES($speed) }/s, cirka { DURATION($left) } tilbage
progress-packages = { COUNT($done) } af { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } af { COUNT($total) }: { $package }, cirka { DURATION($left) } tilbage
progress-building = { $package }
retrying = { $artifact }: forsøg { COUNT($attempt) } om { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } af { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: forsøg { COUNT($attempt) }
waiting-network = venter på netværket
waiting-network-next = venter på netværket; næste forsøg om { DURATION($wait) }

menu-manage = Opdatér eller fjern

finding-changed = { $path }: er ikke, som da det blev installeret
finding-missing = { $path }: mangler
finding-foreign = { $path }: hører ikke til programmet
finding-rights = { $path }: kan ændres eller bruges af andre, end da det blev installeret
finding-launcher = { $path }: starter ikke programmet
finding-pointer = { $path }: fører ikke til den installerede version
finding-python = { $path }: denne Python er væk eller er nu en anden version
finding-record = { $path }: fortegnelsen over det installerede mangler eller er ændret
