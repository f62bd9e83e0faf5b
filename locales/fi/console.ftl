plan-publisher = {"  "}Julkaisija: { $publisher }; allekirjoitettu { COUNT($signed) }/{ COUNT($keys) } avaimella (tarvitaan { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Paketteja: { COUNT($packages) } ({ BYTES($size) }, josta ladattavaa { BYTES($fetch) })
plan-builds = {"  "}Koostetaan tällä tietokoneella: { $packages }
plan-running = {"  "}Käynnissä nyt: { $programs }. Käynnistetty versio jatkaa toimintaansa, eikä siltä viedä mitään sen tarvitsemaa.
plan-go-back-data = {"  "}Omat tietosi säilyvät ennallaan. Vanhempi versio ei ehkä ymmärrä, mitä uudempi on kirjoittanut: jos sillä on väliä, ota ensin kopio.
plan-folder = {"  "}Kansio: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Versio { $version } on asennettu.
outcome-upgrade = Versio { $version } on asennettu; edellinen on yhä tallessa: ”{ $command }” palaa siihen.
outcome-upgrade-later = Versio { $version } on yhä käynnissä; { $pending } on valmiina, ja tämän ohjelman seuraava käynnistys siirtyy siihen.
outcome-go-back = Versio { $version } on taas asennettu. Versio, josta lähdit, säilyy: ”{ $command }” palaa siihen.
outcome-repair = Versio { $version } on asennettu uudelleen.
outcome-mend = Versio { $version } on taas kunnossa.
outcome-verify = Mikään ei ole vaurioitunut: versio { $version } on sellainen kuin asennettaessa.
outcome-up-to-date = Versio { $version } on asennettu ja ajan tasalla.
outcome-left-aside = Versio { $version } on asennettu. Palasit versiosta { $newer }, joten sitä ei asenneta itsestään: sen tekee ”{ $command }”.
outcome-running = Käynnissä yhä aiemmalla versiolla: { $programs }. Käynnistä uudelleen, jotta tämä versio tulee käyttöön.
outcome-uninstall = Poistettu.
outcome-commands = Käynnistä komennolla: { $commands }
outcome-not-on-path = { $folder } ei ole PATH-muuttujassa. Lisää se sinne, niin kansion voi jättää pois.
outcome-path-line = Jotta pelkkä nimi riittää käynnistykseen, lisää tämä rivi tiedostoon { $file } tai käynnistä tämä uudelleen valitsimella --add-to-path:
outcome-path-added = Komentojen kansio lisättiin PATH-muuttujaan tiedostossa { $file }. Avaa uusi pääte, jotta se tulee käyttöön.
failure-message = Virhe: { $message } [{ $code }]
failure-hint = Mitä voit tehdä: { $hint }
failure-details = Tiedot:

findings-compared = Versio { $version }: tiedostoja verrattu { COUNT($files) } ({ BYTES($size) }); paketeista { COUNT($signed) }/{ COUNT($packages) } verrattu julkaisijan allekirjoittamaan, muut asennuksen luetteloon
findings-mended = Korjattu ({ COUNT($count) }):
findings-more = {"  "}ja vielä { COUNT($count) }; --json luettelee kaikki

check-up-to-date = { $name } { $installed } on ajan tasalla.
check-upgrade = { $name } { $offered } voidaan asentaa; asennettuna on { $installed }.
check-upgrade-size = { $name } { $offered } voidaan asentaa (ladattavaa { BYTES($size) }); asennettuna on { $installed }.
check-security = Versiossa { $installed } on tunnettuja tietoturvaongelmia.
check-obstacle = {"  "}Sitä ei voi asentaa tälle tietokoneelle sen nykyisessä tilassa [{ $code }].

removal-goes = Tämä poistaa: { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Tämä säilyy:
removal-data = {"  "}tietosi kansiossa { $path } ({ BYTES($size) }); --remove-data { $path } poistaa nekin
removal-data-goes = {"  "}tietosi kansiossa { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, jota on sittemmin muutettu tai joka ei ole tämän ohjelman
removal-downloads = {"  "}lataukset, joita mikään muu ei tarvitse ({ BYTES($size) }); --remove-downloads poistaa nekin
removal-downloads-goes = {"  "}lataukset, joita mikään muu ei tarvitse ({ BYTES($size) })

status-nothing = Mitään ei ole asennettu.
status-installed = { $name } { $version }, asennettu { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Paketteja: { COUNT($packages) }
status-previous = {"  "}Tallessa paluuta varten: { $version }
status-file = {"  "}Oman kansion ulkopuolella: { $path }
shell-line = tiedostossa { $path } oleva rivi, joka lisää komennot PATH-muuttujaan

note-locale = Tekstejä ei ole kielellä ”{ $asked }”. Kielet: { $known }
note-log = Tämän ajon loki: { $path }
note-anothers = Se kuuluu toiselle tilille, { $owner }, ja sitä vain katsotaan.
note-no-desktop = Täällä ei ole työpöytäkansiota, joten --desktop-shortcut ei tee mitään.

ask-uninstall = Poistetaanko { $name } kansiosta { $folder }?
ask-remove-data = Poistetaanko myös tietosi kansiosta { $path } ({ BYTES($size) })? Niitä ei voi palauttaa.
ask-remove-downloads = Poistetaanko myös lataukset, joita mikään muu ei tarvitse ({ BYTES($size) })?
answer-choices = [k/E]
answer-yes = k kyllä y yes

help-about = Asentaa Python-sovelluksen allekirjoitetuista julkaisuista ja pitää sen ajan tasalla.
help-usage = Käyttö: { $program } [KOMENTO] [VALITSIMET]
help-commands = Komennot:
help-command-none = ilman komentoa: asenna, päivitä tai vie loppuun, sen mukaan mitä tarvitaan
help-command-install = asenna sovellus
help-command-upgrade = asenna uudempi julkaisu, jos sellainen on
help-command-repair = korjaa, mikä asennetussa julkaisussa on vaurioitunut
help-command-go-back = palaa edelliseen versioon; ei tarvitse verkkoa
help-command-verify = vertaa jokaista asennettua tiedostoa julkaistuun
help-command-check = kerro, onko uudempaa julkaisua
help-command-status = kerro, mitä on asennettu
help-command-uninstall = poista sovellus; omat tietosi säilyvät
help-options = Valitsimet:
help-prefix = asenna tähän kansioon
help-python = käytä tätä Pythonia tai tämän version Pythonia
help-repository = hae julkaisut täältä
help-profile = asenna toinen sovellus: kansio, jossa ovat profile.toml ja root.json
help-index-url = lataa paketteja vain tästä hakemistosta
help-mirror = kokeile ensin tätä files.pythonhosted.org-peiliä; voi toistaa
help-find-links = etsi paketteja ensin tästä kansiosta; voi toistaa
help-offline = älä käytä verkkoa
help-proxy = käytä tätä välityspalvelinta, http://NIMI:SALASANA@PALVELIN:PORTTI
help-ca = luota myös tämän tiedoston varmentajiin
help-later = kun sovellus on käynnissä, vain valmistele uusi versio: seuraava käynnistys siirtyy siihen
help-wait = odota toista asennusta näin kauan; muuten kymmenen minuuttia, tai ei lainkaan, jos --silent tai --json
help-face = näytä ikkuna (”window”) tai käytä päätettä (”terminal”)
help-menu = kohta sovellusvalikkoon (tehdään, ellei --no-menu)
help-desktop-shortcut = kuvake työpöydälle (vain pyydettäessä)
help-add-to-path = auta komentotulkkia löytämään komennot: lisää niiden kansio PATH-muuttujaan; muistetaan päivityksissä
help-silent = kerro vain virheet, älä kysy mitään
help-json = kerro kaikki JSON-riveinä
help-yes = vastaa kyllä poistoa edeltävään kysymykseen
help-anew = komennon repair kanssa: asenna kaikki uudelleen
help-remove-data = komennon uninstall kanssa: poista myös tämä tietojesi kansio; voi toistaa
help-remove-downloads = komennon uninstall kanssa: poista myös lataukset
help-locale = puhu tätä kieltä, esimerkiksi de
help-log = kirjoita loki
help-replay = näytä ikkunassa, mitä --json tallensi; mitään ei asenneta
help-version = näytä tämän ohjelman versio
help-help = näytä tämä sivu
help-exit =
    Paluuarvo: 0 valmis tai ei tehtävää, 2 käyttö, 10 verkko, 11 hylätty turvallisuussyistä,
    12 vanhempi julkaisu hylätty, 13 ei sopivaa Pythonia, 14 ei wheeliä tai kääntäjää, 15
    levy tai oikeudet, 16 ympäristö, 17 varattu, 18 ei asennettu, 19 vaurioitunut, 100
    ”check” löysi päivityksen, 70 sisäinen virhe, 130 peruutettu.
