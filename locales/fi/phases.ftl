phase-verifying = Verrataan jokaista tiedostoa asennettuun
phase-mending = Etsitään ja korjataan vaurioita
phase-judging = Tarkistetaan allekirjoituksia
phase-planning = Etsitään sopivaa Pythonia
phase-fetching = Ladataan
phase-building = Koostetaan paketteja
phase-installing = Asennetaan paketteja
phase-checking = Tarkistetaan asennusta
phase-activating = Siirrytään uuteen versioon
phase-removing = Poistetaan sovellusta

action-install = Asenna { $name } { $version }
action-upgrade = Päivitä { $name } versiosta { $installed } versioon { $version }
action-upgrade-later = Valmistele { $name } { $version } käynnissä olevan version rinnalle
action-go-back = Palaa versioon { $name } { $version }
action-repair = Korjaa { $name } { $version }
action-mend = Paikkaa { $name } { $version }
action-verify = Vertaa { $name } { $version }
action-up-to-date = { $name } { $version } on ajan tasalla
action-uninstall = Poista { $name } { $version }

waiting = Tämän sovelluksen toinen asennus on käynnissä; odotetaan sen päättymistä enintään { DURATION($left) }
running-process = { $program } (prosessi { $pid })
removal-running = Käynnissä nyt: { $programs }. Sulje sovellus ensin: ilman tiedostojaan käynnissä oleva voi lakata toimimasta.

progress-bytes = { BYTES($have) } / { BYTES($size) }
progress-bytes-speed = { BYTES($have) } / { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } / { BYTES($size) }, { BYTES($speed) }/s, jäljellä noin { DURATION($left) }
progress-packages = { COUNT($done) }/{ COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) }/{ COUNT($total) }: { $package }, jäljellä noin { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: yritys { COUNT($attempt) }, odotetaan { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } / { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: yritys { COUNT($attempt) }
waiting-network = odotetaan verkkoa
waiting-network-next = odotetaan verkkoa; seuraavaan yritykseen { DURATION($wait) }

menu-manage = Päivitä tai poista

finding-changed = { $path }: ei ole sellainen kuin asennettaessa
finding-missing = { $path }: puuttuu
finding-foreign = { $path }: ei kuulu sovellukseen
finding-rights = { $path }: muut voivat muuttaa tai käyttää toisin kuin asennettaessa
finding-launcher = { $path }: ei käynnistä sovellusta
finding-pointer = { $path }: ei johda asennettuun versioon
finding-python = { $path }: tämä Python on poissa tai on nyt toinen versio
finding-record = { $path }: asennetun luettelo puuttuu tai on muuttunut
