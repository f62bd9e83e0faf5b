phase-verifying = Sammenligner hver fil med det som ble installert
phase-mending = Leter etter skader og utbedrer dem
phase-judging = Kontrollerer signaturene
phase-planning = Leter etter en egnet Python
phase-fetching = Laster ned
phase-building = Bygger pakker
phase-installing = Installerer pakker
phase-checking = Kontrollerer installasjonen
phase-activating = Bytter til den nye versjonen
phase-removing = Fjerner programmet

action-install = Installer { $name } { $version }
action-upgrade = Oppdater { $name } fra { $installed } til { $version }
action-upgrade-later = Klargjør { $name } { $version } ved siden av versjonen som kjører
action-go-back = Gå tilbake til { $name } { $version }
action-repair = Reparer { $name } { $version }
action-mend = Utbedre { $name } { $version }
action-verify = Sammenlign { $name } { $version }
action-up-to-date = { $name } { $version } er oppdatert
action-uninstall = Fjern { $name } { $version }

waiting = En annen installasjon av programmet pågår; venter opptil { DURATION($left) } på at den blir ferdig
running-process = { $program } (prosess { $pid })
removal-running = Kjører nå: { $programs }. Lukk programmet først: uten filene kan det som kjører, svikte.

progress-bytes = { BYTES($have) } av { BYTES($size) }
progress-bytes-speed = { BYTES($have) } av { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } av { BYTES($size) }, { BYTES($speed) }/s, omtrent { DURATION($left) } igjen
progress-packages = { COUNT($done) } av { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } av { COUNT($total) }: { $package }, omtrent { DURATION($left) } igjen
progress-building = { $package }
retrying = { $artifact }: forsøk { COUNT($attempt) } om { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } av { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: forsøk { COUNT($attempt) }
waiting-network = venter på nettverket
waiting-network-next = venter på nettverket; neste forsøk om { DURATION($wait) }

menu-manage = Oppdater eller fjern

finding-changed = { $path }: er ikke slik det ble installert
finding-missing = { $path }: mangler
finding-foreign = { $path }: hører ikke til programmet
finding-rights = { $path }: kan endres eller brukes av andre enn da det ble installert
finding-launcher = { $path }: starter ikke programmet
finding-pointer = { $path }: fører ikke til den installerte versjonen
finding-python = { $path }: denne Python er borte eller er nå en annen versjon
finding-record = { $path }: oversikten over det som ble installert, mangler eller er endret
