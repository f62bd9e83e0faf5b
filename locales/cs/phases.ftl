phase-verifying = Porovnávání všech souborů s tím, co bylo nainstalováno
phase-mending = Hledání a oprava poškození
phase-judging = Kontrola podpisů
phase-planning = Hledání vhodného Pythonu
phase-fetching = Stahování
phase-building = Sestavování balíčků
phase-installing = Instalace balíčků
phase-checking = Kontrola instalace
phase-activating = Přechod na novou verzi
phase-removing = Odebírání aplikace

action-install = Instalace { $name } { $version }
action-upgrade = Aktualizace { $name } z { $installed } na { $version }
action-upgrade-later = Příprava { $name } { $version } vedle běžící verze
action-go-back = Návrat k { $name } { $version }
action-repair = Oprava { $name } { $version }
action-mend = Oprava poškození { $name } { $version }
action-verify = Porovnání { $name } { $version }
action-up-to-date = { $name } { $version }: verze je aktuální
action-uninstall = Odebrání { $name } { $version }

waiting = Probíhá jiná instalace této aplikace; na její konec se čeká nejvýše { DURATION($left) }
running-process = { $program } (proces { $pid })
removal-running = Právě běží: { $programs }. Aplikaci nejprve ukončete: bez jejích souborů může to, co běží, selhat.

progress-bytes = { BYTES($have) } z { BYTES($size) }
progress-bytes-speed = { BYTES($have) } z { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } z { BYTES($size) }, { BYTES($speed) }/s, zbývá asi { DURATION($left) }
progress-packages = { COUNT($done) } z { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } z { COUNT($total) }: { $package }, zbývá asi { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: pokus { COUNT($attempt) } za { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } z { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: pokus { COUNT($attempt) }
waiting-network = čeká se na síť
waiting-network-next = čeká se na síť; další pokus za { DURATION($wait) }

menu-manage = Aktualizovat nebo odebrat

finding-changed = { $path }: není v takovém stavu, v jakém bylo nainstalováno
finding-missing = { $path }: chybí
finding-foreign = { $path }: nepatří k aplikaci
finding-rights = { $path }: mohou měnit nebo používat jiní uživatelé než při instalaci
finding-launcher = { $path }: nespouští aplikaci
finding-pointer = { $path }: nevede k nainstalované verzi
finding-python = { $path }: tento Python už neexistuje nebo má jinou verzi
finding-record = { $path }: záznam o tom, co bylo nainstalováno, chybí nebo byl změněn
