phase-verifying = Se compară fiecare fișier cu ce a fost instalat
phase-mending = Se caută și se repară ce este deteriorat
phase-judging = Se verifică semnăturile
phase-planning = Se caută un Python potrivit
phase-fetching = Se descarcă
phase-building = Se compilează pachetele
phase-installing = Se instalează pachetele
phase-checking = Se verifică instalarea
phase-activating = Se activează versiunea nouă
phase-removing = Se dezinstalează aplicația

action-install = Instalare { $name } { $version }
action-upgrade = Actualizare { $name } de la { $installed } la { $version }
action-upgrade-later = Pregătire { $name } { $version } alături de versiunea care rulează
action-go-back = Revenire la { $name } { $version }
action-repair = Reparare { $name } { $version }
action-mend = Reparare { $name } { $version }
action-verify = Comparare { $name } { $version }
action-up-to-date = { $name } { $version } este la zi
action-uninstall = Dezinstalare { $name } { $version }

waiting = O altă instalare a acestei aplicații este în curs; se așteaptă încheierea ei, cel mult { DURATION($left) }
running-process = { $program } (proces { $pid })
removal-running = În execuție: { $programs }. Închideți mai întâi aplicația: fără fișierele ei, ceea ce rulează poate eșua.

progress-bytes = { BYTES($have) } din { BYTES($size) }
progress-bytes-speed = { BYTES($have) } din { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } din { BYTES($size) }, { BYTES($speed) }/s, încă aproximativ { DURATION($left) }
progress-packages = { COUNT($done) } din { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } din { COUNT($total) }: { $package }, încă aproximativ { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: încercarea { COUNT($attempt) } peste { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } din { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: încercarea { COUNT($attempt) }
waiting-network = se așteaptă rețeaua
waiting-network-next = se așteaptă rețeaua; următoarea încercare peste { DURATION($wait) }

menu-manage = Actualizează sau dezinstalează

finding-changed = { $path }: nu este așa cum a fost instalat
finding-missing = { $path }: lipsește
finding-foreign = { $path }: nu ține de aplicație
finding-rights = { $path }: drepturile s-au schimbat de la instalare
finding-launcher = { $path }: nu pornește aplicația
finding-pointer = { $path }: nu duce la versiunea instalată
finding-python = { $path }: acest Python nu mai există sau are acum altă versiune
finding-record = { $path }: evidența celor instalate lipsește sau a fost modificată
