usage-unknown-command = Komentoa ”{ $command }” ei ole.
usage-unknown-command-hint = { $suggestion ->
    [none] ”{ $program } --help” näyttää, mitä on tarjolla.
   *[other] Tarkoititko ”{ $suggestion }”? ”{ $program } --help” näyttää, mitä on tarjolla.
}
usage-two-commands = ”{ $first }” ja ”{ $second }” ovat kaksi komentoa.
usage-two-commands-hint = Anna yksi komento kerrallaan, yksi ajo toisensa jälkeen.
usage-unknown-option = Valitsinta ”{ $option }” ei ole.
usage-unknown-option-hint = { $suggestion ->
    [none] ”{ $program } --help” näyttää, mitä on tarjolla.
   *[other] Tarkoititko ”{ $suggestion }”? ”{ $program } --help” näyttää, mitä on tarjolla.
}
usage-missing-value = Valitsin ”{ $option }” tarvitsee arvon.
usage-missing-value-hint = Kirjoita arvo sen perään: ”{ $option } ARVO”. Katso ”{ $program } --help”.
usage-surplus-value = Valitsin ”{ $option }” ei ota arvoa.
usage-surplus-value-hint = Kirjoita pelkkä ”{ $option }”. Katso ”{ $program } --help”.
usage-bad-value = ”{ $value }” ei kelpaa valitsimelle ”{ $option }”.
usage-bad-value-hint = ”{ $program } --help” kertoo, mitä ”{ $option }” odottaa.
usage-twice = Valitsin ”{ $option }” annettiin kahdesti.
usage-twice-hint = Anna se kerran.
usage-conflict = ”{ $option }” ja ”{ $other }” eivät käy yhdessä.
usage-conflict-hint = Jätä toinen pois.
usage-misplaced-option = Valitsin ”{ $option }” ei tee mitään tämän komennon kanssa.
usage-misplaced-option-hint = Se kuuluu komennolle: { $commands }
usage-bad-profile = Sovellusprofiilia { $path } ei voi käyttää.
usage-bad-profile-hint = Kansiossa on oltava luettavissa olevat profile.toml ja root.json. Pyydä uusi kopio siltä, jolta sait sen.
usage-bad-certificates = { $path } ei sisällä käyttökelpoisia varmenteita.
usage-bad-certificates-hint = Anna valitsimella --ca tiedosto, jossa on varmenteita PEM-muodossa.
usage-no-certificates = Varmentajien tiedostoa { $path } ei voi lukea.
usage-no-certificates-hint = Tarkista nimi valitsimen --ca jälkeen: sen on oltava tiedosto, jonka saat lukea ja jossa on varmenteita PEM-muodossa.
usage-bad-proxy = { $host } ei kelpaa välityspalvelimeksi.
usage-bad-proxy-hint = Tarkista valitsimen --proxy arvo.
usage-no-home = Tällä tilillä ei ole kotikansiota.
usage-no-home-hint = Aseta HOME tai aja tämä käyttäjänä, jolla on kotikansio.
usage-no-such-data = { $path } ei ole tämän sovelluksen tietojen kansio.
usage-no-such-data-hint = { $folders ->
    [none] Tämä sovellus ei nimeä tietojen kansiota, tai sellaista ei ole.
   *[other] Anna jokin näistä täsmälleen siten kuin se on tässä: { $folders }
}
usage-no-consent = Sovelluksen poisto vaatii vastauksen, eikä täällä voi kysyä keneltäkään.
usage-no-consent-hint = Aja uudelleen valitsimella --yes, jos sovellus on tarkoitus poistaa.
usage-no-face = Ikkunaa ei voitu avata, eikä täällä ole päätettä, jossa kysyä.
usage-no-face-hint = Käynnistä se päätteessä: { $command }

repository-unreachable = { $place } ei ole tavoitettavissa tai ei vastannut kunnolla (pyydettiin { $file }).
repository-unreachable-hint = Tarkista internetyhteys ja välityspalvelimen asetukset ja yritä uudelleen. Mitään ei muutettu.
repository-not-there = Osoitteessa { $place } ei ole julkaisuja: { $file } puuttuu.
repository-not-there-hint = Tarkista osoite. Jos se on oikein, kerro sovelluksen julkaisijalle.
repository-too-long = { $place } lähetti enemmän kuin { BYTES($limit) }, joka on enimmäiskoko tiedostolle { $file }.
repository-too-long-hint = Johonkin matkalla tai itse palvelimeen ei voi luottaa. Kokeile toista verkkoa, ja kerro julkaisijalle, jos se toistuu.
repository-offline = Julkaisut ovat osoitteessa { $place }, ja --offline kieltää katsomasta sieltä.
repository-offline-hint = Aja ilman valitsinta --offline tai anna julkaisujen kansio valitsimella --repository.

trust-expired = Julkaisijan allekirjoitus kohteelle ”{ $role }” vanheni { $expires }; tämän tietokoneen kello näyttää { $now }.
trust-expired-hint = Tarkista tämän tietokoneen päivämäärä ja aika. Jos ne ovat oikein, julkaisijan on uusittava allekirjoitus: kerro siitä ja yritä myöhemmin uudelleen.
trust-clock-behind = Julkaisijan allekirjoitus kohteelle ”{ $role }” vanheni { $expires }. Tämän tietokoneen kello näyttää { $now }, mutta oli { $known }, kun tämä ohjelma tehtiin tai sitä viimeksi ajettiin.
trust-clock-behind-hint = Tarkista tämän tietokoneen päivämäärä ja aika. Jos kello oli ennen väärässä ja on nyt oikeassa, poista sovellus ja asenna se uudelleen.
trust-threshold = ”{ $role }”: tarvittavista allekirjoituksista on { COUNT($have) }/{ COUNT($need) }.
trust-threshold-hint = Älä asenna tästä lähteestä. Julkaisua on muutettu, tai liian harva sen julkaisijoista on allekirjoittanut sen. Kerro julkaisijalle.
trust-rollback = Palvelin tarjoaa kohteesta ”{ $role }” versiota { $offered }, joka on vanhempi kuin aiemmin nähty versio { $trusted }.
trust-rollback-hint = Palvelin tai jokin matkalla näyttää vanhaa tilaa. Kokeile toista verkkoa tai peiliä; jos se ei auta, kerro julkaisijalle.
trust-malformed = { $file } ei ole sellainen kuin julkaisijan tiedoston kuuluu olla.
trust-malformed-hint = Palvelimen sijasta on voinut vastata verkon kirjautumissivu: avaa jokin verkkosivu, kirjaudu sisään ja yritä uudelleen. Jos se ei auta, kerro julkaisijalle.
trust-web-page = { $file } on verkkosivu eikä julkaisijan tiedosto.
trust-web-page-hint = Tämä verkko vaatii luultavasti kirjautumista: avaa jokin verkkosivu, kirjaudu sisään ja yritä uudelleen.
trust-inconsistent = Julkaisijan tiedostot eivät sovi yhteen, kohdassa { $file }.
trust-inconsistent-hint = Uusi julkaisu voi olla juuri nyt matkalla palvelimelle: yritä uudelleen muutaman minuutin kuluttua. Jos se ei auta, kerro julkaisijalle.
trust-many-roots = Julkaisijan avaimet ovat vaihtuneet enemmän kuin { COUNT($limit) } kertaa sen jälkeen, kun tämä tietokone viimeksi katsoi.
trust-many-roots-hint = Käynnistä uudelleen: työ jatkuu tästä.
trust-other-application = Tämän julkaisun sovellus on { $found } eikä { $expected }.
trust-other-application-hint = Tarkista julkaisujen osoite. Jos se on oikein, kerro julkaisijalle.
trust-unsupported = { $file } käyttää jotain, mitä tämä ohjelma ei tue: { $feature }.
trust-unsupported-hint = Hae uusin asennusohjelma julkaisijalta.
trust-mismatch = { $file } ei ole se tiedosto, jonka julkaisija allekirjoitti.
trust-mismatch-hint = Tiedosto on muuttunut tai vaurioitunut, eikä sitä käytetty. Yritä uudelleen tai kokeile toista verkkoa; jos se ei auta, kerro julkaisijalle.
trust-too-long = { $file } on pidempi kuin sallittu { BYTES($limit) }.
trust-too-long-hint = Tiedostoa ei käytetty. Kerro julkaisijalle.
trust-floor = Palvelin tarjoaa versiota { $offered }, mutta tämä asennusohjelma ei hyväksy vanhempaa kuin { $floor }.
trust-floor-hint = Palvelin tai jokin matkalla näyttää vanhaa tilaa. Kokeile toista verkkoa tai peiliä; jos se ei auta, kerro julkaisijalle.
trust-newer-format = { $file } on muotoa { $format }; tämä ohjelma lukee enintään muotoa { $supported }.
trust-newer-format-hint = Hae uusin asennusohjelma julkaisijalta.

plan-older = Versio { $installed } on asennettu; vanhempaa versiota { $offered } ei asenneta sen päälle.
plan-older-hint = Jos haluat vanhemman version, poista ensin asennettu. Tietosi säilyvät.
plan-replaced = Versio { $version } julkaistiin uudelleen, ja palvelin tarjoaa niistä aiempaa.
plan-replaced-hint = Palvelin tai jokin matkalla näyttää vanhaa tilaa. Kokeile toista verkkoa tai peiliä; jos se ei auta, kerro julkaisijalle.
plan-below-floor = Versiossa { $offered } on tunnettuja tietoturvaongelmia; julkaisija ei hyväksy enää vanhempaa kuin { $floor }.
plan-below-floor-hint = Käytä uudempaa versiota. Jos sellaista ei ole, kerro julkaisijalle.
plan-not-installed = Sovellusta ei ole asennettu tähän.
plan-not-installed-hint = Asenna se ensin tai anna sen kansio valitsimella --prefix.
    .window = Asenna se ensin.
plan-no-previous = Aiempaa versiota, johon palata, ei ole.
plan-no-previous-hint = Jokaisen päivityksen jälkeen säilytetään yksi aiempi versio. Asennettu säilyy ennallaan.
plan-other-application = Kansiossa on { $installed }; { $offered } ei ole asennettavissa sinne.
plan-other-application-hint = Valitse toinen kansio valitsimella --prefix.
    .window = Valitse toinen kansio.
plan-no-python = Sopivaa Pythonia ei löytynyt. Tarvitaan: { $needed }.
plan-no-python-hint = Asenna sellainen Python osoitteesta python.org tai järjestelmän paketinhallinnalla, tai anna sellainen valitsimella --python.
    .window = Asenna sellainen Python osoitteesta python.org tai järjestelmän paketinhallinnalla.
plan-other-python = { $asked } pyydettiin, mutta ei ole käytettävissä. Tarvitaan: { $needed }.
plan-other-python-hint = Anna toinen Python valitsimella --python tai jätä valitsin pois: silloin etsitään sopiva. Tiedoista näkee, mitä löytyi.
plan-no-wheel = Tälle tietokoneelle ({ $platform }, Python { $python }) ei ole valmista pakettia: { $packages }.
plan-no-wheel-hint = Kokeile toista Pythonia valitsimella --python. Muuten pyydä julkaisijaa tukemaan tätä tietokonetta.
    .window = Asenna toinen Python-versio. Muuten pyydä julkaisijaa tukemaan tätä tietokonetta.
plan-no-compiler = Nämä paketit on koostettava tällä tietokoneella, mutta toimivaa C-kääntäjää ja Pythonin otsaketiedostoja ei löytynyt: { $packages }.
plan-no-compiler-hint = Asenna C-kääntäjä ja Pythonin kehitystiedostot (Debianissa: build-essential ja python3-dev) tai kokeile toista Pythonia valitsimella --python.
    .window = Asenna C-kääntäjä ja Pythonin kehitystiedostot (Debianissa: build-essential ja python3-dev).
plan-bad-lock = Julkaisu on ristiriidassa itsensä kanssa paketista { $package }.
plan-bad-lock-hint = Tämä on julkaisijan virhe: kerro siitä julkaisijalle. Mitään ei muutettu.

fetch-unreachable = { $artifact } jäi lataamatta: { $host } ei ole tavoitettavissa.
fetch-unreachable-hint = Tarkista internetyhteys ja välityspalvelimen asetukset ja käynnistä uudelleen: jo saatu säilyy.
fetch-server = { $artifact } jäi lataamatta: { $host } vastasi virheellä { $status }.
fetch-server-hint = Yritä myöhemmin uudelleen: jo saatu säilyy.
fetch-not-found = { $artifact } ei ole missään niistä paikoista, joissa sen pitäisi olla.
fetch-not-found-hint = Jos annoit hakemiston, peilin tai kansion, varmista, että tiedosto on siellä. Muuten kerro julkaisijalle.
fetch-cut = Yhteys katkesi ladattaessa: { $artifact }; saatu { BYTES($have) } / { BYTES($size) }.
fetch-cut-hint = Käynnistä uudelleen: lataus jatkuu siitä, mihin se jäi.
fetch-short = { $artifact } päättyi liian aikaisin: { BYTES($have) }, kun piti olla { BYTES($size) }.
fetch-short-hint = Palvelin tai välityspalvelin lähettää vajaan tiedoston. Käynnistä uudelleen tai käytä toista verkkoa tai peiliä.
fetch-too-long = { $artifact } on pidempi kuin julkaisijan allekirjoittama { BYTES($size) }.
fetch-too-long-hint = Tiedostoa ei käytetty. Kokeile toista verkkoa tai peiliä; jos se ei auta, kerro julkaisijalle.
fetch-wrong-hash = { $artifact } palvelimelta { $host } ei ole se tiedosto, jonka julkaisija allekirjoitti.
fetch-wrong-hash-hint = Tiedosto on muuttunut tai vaurioitunut matkalla, eikä sitä käytetty. Kokeile toista verkkoa tai peiliä; jos se ei auta, kerro julkaisijalle.
fetch-login-page = { $host } vastasi verkkosivulla tiedoston sijasta.
fetch-login-page-hint = Tämä verkko vaatii luultavasti kirjautumista: avaa jokin verkkosivu, kirjaudu sisään ja käynnistä uudelleen.
fetch-slow = { $host } lähettää liian hitaasti: { $artifact }.
fetch-slow-hint = Käynnistä uudelleen myöhemmin tai toisessa verkossa: lataus jatkuu siitä, mihin se jäi.
fetch-redirect = { $host } ohjaa latausta kehää tai turvattomaan paikkaan: { $artifact }.
fetch-redirect-hint = Kokeile toista verkkoa tai peiliä; jos se ei auta, kerro julkaisijalle.
fetch-confused = { $host } vastaa tavalla, jossa ei ole järkeä: { $artifact }.
fetch-confused-hint = Yritä myöhemmin uudelleen tai kokeile toista peiliä tai hakemistoa.
fetch-tls = { $issuer ->
    [unknown] Yhteys palvelimeen { $host } ei ole turvallinen: tämä tietokone ei luota sen varmenteeseen.
   *[other] Yhteys palvelimeen { $host } ei ole turvallinen: sen varmenteen on myöntänyt { $issuer }, johon tämä tietokone ei luota.
}
fetch-tls-hint = Yrityksessä verkko voi tutkia yhteyksiä: kysy sen varmentajaa ja anna tiedosto valitsimella --ca. Muualla käytä toista verkkoa.
    .window = Yrityksessä verkko voi tutkia yhteyksiä: pyydä tämän tietokoneen ylläpitäjää lisäämään yrityksen varmentaja luotettuihin. Muualla käytä toista verkkoa.
fetch-proxy = { $proxy ->
    [unknown] Välityspalvelin matkalla palvelimeen { $host } haluaa nimen ja salasanan tai ei hyväksy annettuja.
   *[other] Välityspalvelin { $proxy } haluaa nimen ja salasanan tai ei hyväksy annettuja.
}
fetch-proxy-hint = Anna ne valitsimella --proxy http://NIMI:SALASANA@PALVELIN:PORTTI.
fetch-proxy-unreachable = Välityspalvelinta { $proxy } ei tavoitettu, joten palvelimelta { $host } ei voitu kysyä.
fetch-proxy-unreachable-hint = Tarkista välityspalvelimen nimi ja portti: valitsimen --proxy jäljessä, muuttujissa http_proxy ja https_proxy tai järjestelmän asetuksissa. Jo saatu säilyy.
    .window = Tarkista välityspalvelimen nimi ja portti: muuttujissa http_proxy ja https_proxy tai järjestelmän asetuksissa. Jo saatu säilyy.
fetch-login = { $host } haluaa nimen ja salasanan tai ei hyväksy annettuja.
fetch-login-hint = Anna ne osoitteessa https://NIMI:SALASANA@PALVELIN/… siinä, missä annoit osoitteen: --index-url, --mirror tai --repository. Jos et antanut osoitetta, kerro julkaisijalle.
    .window = Anna ne osoitteessa, siinä missä annoit sen: https://NIMI:SALASANA@PALVELIN/…. Jos et antanut osoitetta, kerro julkaisijalle.
fetch-offline = { $count ->
    [one] Yksi tiedosto puuttuu, ja --offline kieltää sen lataamisen: { $artifacts }
   *[other] { COUNT($count) } tiedostoa puuttuu, ja --offline kieltää niiden lataamisen: { $artifacts }
}
fetch-offline-hint = Laita tiedostot kansioon ja anna se valitsimella --find-links, tai aja ilman valitsinta --offline.

disk-full = Kansiossa { $folder } ei ole tarpeeksi tilaa.
disk-full-hint = Vapauta tilaa tai valitse toinen kansio: sovellukselle valitsimella --prefix, latauksille muuttujalla XDG_CACHE_HOME. Jo ladattu säilyy.
    .window = Vapauta tilaa. Jo ladattu säilyy.
disk-no-room = Kansiossa { $folder } tarvitaan tilaa { BYTES($needed) }, ja vapaana on { BYTES($free) }.
disk-no-room-hint = Vapauta tilaa tai valitse toinen kansio: sovellukselle valitsimella --prefix, latauksille muuttujalla XDG_CACHE_HOME. Jo ladattu säilyy.
    .window = Vapauta tilaa. Jo ladattu säilyy.
disk-rights = Kohteeseen { $path } ei saa kirjoittaa.
disk-rights-hint = Muuta sen oikeuksia tai valitse toinen kansio valitsimella --prefix. Ylläpitäjän oikeuksia ei tarvita.
    .window = Muuta sen oikeuksia. Ylläpitäjän oikeuksia ei tarvita.
disk-foreign-home = Kotikansio { $path } kuuluu toiselle tilille kuin sille, jolla tätä ajetaan. Sinne ei kirjoitettu mitään.
disk-foreign-home-hint = Käynnistä ilman komentoa sudo; ylläpitäjän oikeuksia ei tarvita. Jos haluat asentaa tälle tilille itselleen, käytä komentoa sudo -H.
disk-name = { $path } ei ole luotavissa: nimi on liian pitkä, tai siinä on merkkejä, joita siellä ei sallita.
disk-name-hint = Valitse valitsimella --prefix kansio, jolla on lyhyempi nimi, läheltä levyn juurta.
    .window = Valitse kansio, jolla on lyhyempi nimi, läheltä levyn juurta.
disk-no-rename = Kansion { $folder } tiedostoja ei voi nimetä uudelleen.
disk-no-rename-hint = Valitse kansio toiselta levyltä: sovellukselle valitsimella --prefix, latauksille muuttujalla XDG_CACHE_HOME.
    .window = Valitse kansio toiselta levyltä (latauksille muuttujalla XDG_CACHE_HOME).
disk-no-links = Kansiossa { $folder } ei voi olla symbolisia linkkejä, ja sovellus tarvitsee niitä.
disk-no-links-hint = Valitse kansio toiselta levyltä valitsimella --prefix; muistitikuilta ja verkkolevyiltä linkit usein puuttuvat.
    .window = Valitse kansio toiselta levyltä; muistitikuilta ja verkkolevyiltä linkit usein puuttuvat.
disk-no-locks = Kansion { $folder } tiedostoja ei voi lukita, joten kaksi asennusta voisi häiritä toisiaan.
disk-no-locks-hint = Valitse kansio tämän tietokoneen omalta levyltä: sovellukselle valitsimella --prefix, latauksille muuttujalla XDG_CACHE_HOME.
    .window = Valitse kansio tämän tietokoneen omalta levyltä (latauksille muuttujalla XDG_CACHE_HOME).
disk-no-execution = Kansiossa { $folder } ei saa käynnistää ohjelmia, joten sovellus ei toimisi siellä.
disk-no-execution-hint = Valitse valitsimella --prefix kansio, jossa ohjelmia saa käynnistää.
    .window = Valitse kansio, jossa ohjelmia saa käynnistää.
disk-no-room-for-files = Kansioon { $folder } on tarkoitus luoda noin { COUNT($needed) } tiedostoa, ja levylle mahtuu enää { COUNT($free) }.
disk-no-room-for-files-hint = Poista sieltä tiedostoja tai valitse kansio toiselta levyltä valitsimella --prefix.
    .window = Poista sieltä tiedostoja tai valitse kansio toiselta levyltä.
disk-path-too-long = Polku { $folder } on liian pitkä: siinä saa olla enintään { COUNT($most) } merkkiä, jotta sen tiedostot voi nimetä.
disk-path-too-long-hint = Valitse valitsimella --prefix kansio, jolla on lyhyempi polku.
    .window = Valitse kansio, jolla on lyhyempi polku.
disk-names-too-short = Kansion { $folder } tiedostonimissä saa olla vain { COUNT($most) } merkkiä; tarvitaan { COUNT($needed) }. Salatut kansiot ovat usein tällaisia.
disk-names-too-short-hint = Valitse toinen kansio latauksille muuttujalla XDG_CACHE_HOME.
disk-other = { $path } ei ole luettavissa tai kirjoitettavissa.
disk-other-hint = Katso tiedoista, mitä järjestelmä sanoi. Tarkista, onko siellä jotain muuta tai käyttääkö jokin sitä, ja yritä uudelleen; Windowsissa virustorjunta voi pitää tiedostoa varattuna.

limit-open-files = Tällä tilillä saa olla vain { COUNT($limit) } tiedostoa auki yhtä aikaa; tarvitaan { COUNT($needed) }.
limit-open-files-hint = Nosta rajaa (”ulimit -n”) tai kysy tämän tietokoneen ylläpitäjältä.
limit-file-size = Tämä tili saa kirjoittaa vain tiedostoja, joiden koko on enintään { BYTES($limit) }; tarvitaan { BYTES($needed) }.
limit-file-size-hint = Nosta rajaa (”ulimit -f”) tai kysy tämän tietokoneen ylläpitäjältä.

environment-runtime = Julkaisun mukana tulevaa Pythonia ei voitu purkaa, tai se ei toimi.
environment-runtime-hint = Asenna Python osoitteesta python.org, anna se valitsimella --python ja kerro julkaisijalle.
    .window = Asenna Python osoitteesta python.org ja kerro julkaisijalle.
environment-create = Python ei pystynyt luomaan ympäristöä sovellukselle.
environment-create-hint = Syy näkyy tiedoista. Kokeile toista Pythonia valitsimella --python tai toista kansiota valitsimella --prefix.
    .window = Syy näkyy tiedoista. Valitse toinen kansio tai asenna toinen Python-versio.
environment-start = { $program } ei käynnistynyt.
environment-start-hint = Syy näkyy tiedoista. Ohjelmat voivat olla kiellettyjä siinä kansiossa: valitse toinen valitsimella --prefix.
    .window = Syy näkyy tiedoista. Ohjelmat voivat olla kiellettyjä siinä kansiossa: valitse toinen.
environment-wheel-refused = { $wheel } sisältää jotain, mitä missään paketissa ei pitäisi olla, eikä sitä asennettu.
environment-wheel-refused-hint = Tiedoista näkyy, mitä. Kerro julkaisijalle. Mitään ei muutettu.
environment-pip = Paketteja ei voitu asentaa.
environment-pip-hint = Tiedoista näkyy, mitä pip sanoi. Mitään ei muutettu; kerro julkaisijalle, jos se toistuu.
environment-pip-python = Julkaisun pip ({ $pip }) ei toimi Pythonin versiolla { $python }.
environment-pip-python-hint = Anna toinen Python valitsimella --python ja kerro julkaisijalle.
    .window = Asenna toinen Python-versio ja kerro julkaisijalle.
environment-hash = Yksi paketti ei ole se, jonka julkaisija allekirjoitti; pip hylkäsi sen.
environment-hash-hint = Levy tai toinen ohjelma muuttaa tiedostoja. Uuteen versioon ei siirrytty; yritä uudelleen.
environment-build = { $package } ei koostunut tällä tietokoneella.
environment-build-hint = Tiedoista näkyy, mitä koostaminen sanoi; usein jonkin kirjaston kehitystiedostot puuttuvat. Toiselle Pythonille voi olla valmis paketti: kokeile valitsinta --python.
    .window = Tiedoista näkyy, mitä koostaminen sanoi; usein jonkin kirjaston kehitystiedostot puuttuvat. Toiselle Pythonille voi olla valmis paketti.
environment-no-headers = { $package } on koostettava tällä tietokoneella, mutta siltä puuttuvat C-otsaketiedostot: { $python }.
environment-no-headers-hint = Asenna Pythonin kehitystiedostot (Debianissa: python3-dev) tai kokeile toista Pythonia valitsimella --python.
    .window = Asenna Pythonin kehitystiedostot (Debianissa: python3-dev).
environment-no-command = Julkaisussa ei ole komentoa ”{ $command }”, vaikka se niin sanoo.
environment-no-command-hint = Tämä on julkaisijan virhe: kerro siitä julkaisijalle. Uuteen versioon ei siirrytty.
environment-changed = Asennuksen jälkeen { $path } ei ollut sellainen kuin sen pitäisi olla.
environment-changed-hint = Levy tai toinen ohjelma (virustorjunta?) muuttaa tiedostoja. Uuteen versioon ei siirrytty; yritä uudelleen.
environment-check = Asennetut paketit eivät sovi yhteen.
environment-check-hint = Tämä on virhe julkaisussa: kerro julkaisijalle. Uuteen versioon ei siirrytty.
environment-smoke-test = Juuri asennettu sovellus ei käynnisty.
environment-smoke-test-hint = Tiedoista näkyy, mitä se sanoi. Uuteen versioon ei siirrytty; kerro julkaisijalle.
environment-time = Yksi asennuksen vaihe kesti liian kauan ja pysäytettiin.
environment-time-hint = Yritä uudelleen, kun tietokoneella on vähemmän tekemistä. Uuteen versioon ei siirrytty.

activate-launcher-taken = { $path } kuuluu johonkin muuhun, eikä sitä korvattu.
activate-launcher-taken-hint = Siirrä se muualle tai poista se ja käynnistä uudelleen.
activate-unsafe = { $path } on linkki, kuuluu jollekulle muulle tai on muiden kirjoitettavissa. Sitä ei käytetty.
activate-unsafe-hint = Poista muilta kirjoitusoikeus (chmod go-w), poista se tai valitse toinen kansio: sovellukselle valitsimella --prefix, latauksille muuttujalla XDG_CACHE_HOME.
    .window = Poista muilta kirjoitusoikeus (chmod go-w), poista se tai valitse toinen kansio (latauksille muuttujalla XDG_CACHE_HOME).
activate-anothers = Kansiossa { $folder } oleva asennus kuuluu toiselle tilille: { $owner }.
activate-anothers-hint = Vain se tili voi muuttaa sitä tai poistaa sen. Valitse toinen kansio valitsimella --prefix.
    .window = Vain se tili voi muuttaa sitä tai poistaa sen. Valitse toinen kansio.
activate-damaged-receipt = { $path } on vaurioitunut, joten siitä ei näy, mitä asennukseen kuuluu.
activate-damaged-receipt-hint = Käynnistä tämä ohjelma ilman komentoa: se asentaa sovelluksen uudelleen ja kirjoittaa tiedoston taas. Poista sovellus sen jälkeen.
activate-foreign = { $path } oli siellä jo ennestään eikä kuulu mihinkään asennukseen; siihen ei koskettu.
activate-foreign-hint = Valitse toinen kansio valitsimella --prefix tai siirrä se muualle ja käynnistä uudelleen.
    .window = Valitse toinen kansio tai siirrä se muualle ja käynnistä uudelleen.
activate-previous-gone = Versio { $version }, jota säilytettiin paluuta varten, ei enää käynnisty: sen tiedostot tai sen Python ovat poissa.
activate-previous-gone-hint = Pysy asennetussa versiossa; siihen ei koskettu.
activate-newer-receipt = Uudempi asennusohjelma on kirjoittanut tiedoston { $path }.
activate-newer-receipt-hint = Käytä sitä asennusohjelmaa tai hae uusin julkaisijalta.

verify-damaged = Asennettu ei ole kunnossa; vikoja on { $count ->
    [one] yhdessä kohdassa
   *[other] { COUNT($count) } kohdassa
}.
verify-damaged-hint = Käynnistä ”{ $command }”: se korjaa vauriot eikä koske tietoihisi.
    .window = Käynnistä ”{ window-repair }”: se korjaa vauriot eikä koske tietoihisi.
verify-damaged-anothers = Asennettu ei ole kunnossa; vikoja on { $count ->
    [one] yhdessä kohdassa
   *[other] { COUNT($count) } kohdassa
}.
verify-damaged-anothers-hint = Vain tili, jolle se kuuluu, voi korjata sen: { $owner }.
uninstall-declined = Mitään ei poistettu.
uninstall-declined-hint = Sovellus säilyy ennallaan. Jos haluat poistaa sen, käynnistä tämä uudelleen ja vastaa kyllä.
uninstall-mounted = Kohtaan { $path } on liitetty toinen asema, joten sitä ympäröivää tietokansiota ei poistettu.
uninstall-mounted-hint = Irrota asema ensin, tai poista sovellus ilman tätä kansiota.

busy = Toinen asennus on käynnissä kansiossa { $folder }.
busy-hint = Odota, kunnes se on valmis, ja käynnistä sitten uudelleen; --wait SEKUNNIT odottaa itsestään.
    .window = Odota, kunnes se on valmis, ja käynnistä sitten uudelleen.
cancelled = Peruutettu. Aiemmin asennettu säilyy ennallaan.
cancelled-hint = Voit käynnistää uudelleen milloin vain: jo ladattu säilyy.
internal = Jotain meni vikaan tämän ohjelman sisällä.
internal-hint = Tämä on meidän virheemme. Ilmoita siitä yhdessä tietojen kanssa.

log-unwritable = Lokia { $path } ei voi kirjoittaa.
log-unwritable-hint = Anna tiedosto kansiossa, johon saat kirjoittaa, tai jätä --log pois.
