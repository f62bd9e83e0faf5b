phase-verifying = Jämför varje fil med det som installerades
phase-mending = Letar efter skador och lagar dem
phase-judging = Kontrollerar signaturerna
phase-planning = Letar efter en lämplig Python
phase-fetching = Hämtar
phase-building = Bygger paket
phase-installing = Installerar paket
phase-checking = Kontrollerar installationen
phase-activating = Byter till den nya versionen
phase-removing = Tar bort programmet

action-install = Installera { $name } { $version }
action-upgrade = Uppdatera { $name } från { $installed } till { $version }
action-upgrade-later = Förbered { $name } { $version } bredvid den version som körs
action-go-back = Gå tillbaka till { $name } { $version }
action-repair = Reparera { $name } { $version }
action-mend = Laga { $name } { $version }
action-verify = Jämför { $name } { $version }
action-up-to-date = { $name } { $version } är aktuell
action-uninstall = Ta bort { $name } { $version }

waiting = En annan installation av programmet pågår; väntar upp till { DURATION($left) } på att den ska bli klar
running-process = { $program } (process { $pid })
removal-running = Körs nu: { $programs }. Stäng först programmet: utan dess filer kan det som körs sluta fungera.

progress-bytes = { BYTES($have) } av { BYTES($size) }
progress-bytes-speed = { BYTES($have) } av { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } av { BYTES($size) }, { BYTES($speed) }/s, ungefär { DURATION($left) } kvar
progress-packages = { COUNT($done) } av { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } av { COUNT($total) }: { $package }, ungefär { DURATION($left) } kvar
progress-building = { $package }
retrying = { $artifact }: försök { COUNT($attempt) } om { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } av { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: försök { COUNT($attempt) }
waiting-network = väntar på nätverket
waiting-network-next = väntar på nätverket; nästa försök om { DURATION($wait) }

menu-manage = Uppdatera eller ta bort

finding-changed = { $path }: är inte som när den installerades
finding-missing = { $path }: saknas
finding-foreign = { $path }: hör inte till programmet
finding-rights = { $path }: kan ändras eller användas av andra än när den installerades
finding-launcher = { $path }: startar inte programmet
finding-pointer = { $path }: leder inte till den installerade versionen
finding-python = { $path }: denna Python är borta eller är nu en annan version
finding-record = { $path }: förteckningen över det som installerades saknas eller har ändrats
