window-caption = { $name } – asennus

window-install = Asenna
window-upgrade = Päivitä
window-repair = Korjaa
window-go-back = Palaa
window-uninstall = Poista
window-cancel = Peruuta
window-language = Kieli
window-close = Sulje
window-later = Sulkemisen jälkeen
window-open = Avaa
window-back = Takaisin
window-continue = Jatka
window-try-again = Yritä uudelleen
window-copy = Kopioi
window-copy-details = Kopioi tiedot
window-stop = Pysäytä
window-stop-close = Pysäytä ja sulje
window-go-on = Jatka

window-step = { $step }…
window-nothing-changed = Mitään ei ole vielä muutettu.
window-going-on = Jatketaan siitä, mihin jäätiin…
window-stopping = Pysäytetään…

window-offer-install = Asenna { $name }
window-offer-upgrade = Päivitä { $name }
window-offer-repair = Korjaa { $name }
window-offer-go-back = Palataanko aiempaan: { $name }?
window-offer-uninstall = Poistetaanko { $name }?
window-consequence-upgrade = Asennettu versio säilyy, kunnes uusi on käynnistynyt kunnolla, ja se pidetään tallessa paluuta varten.
window-consequence-repair = Vaurioitunut ja puuttuva palautetaan. Omiin tietoihisi ei kosketa.
window-consequence-go-back = Versio { $version } otetaan taas käyttöön. Uudemman version muuttamat tiedot eivät ehkä avaudu siinä: julkaisija tietää.
window-consequence-uninstall = Sovellus ja kaikki sen mukana asennettu poistetaan tästä tietokoneesta.

window-version = Versio { $version }
window-version-size = Versio { $version } · ladattavaa { BYTES($size) }
window-verified = Vahvistettu julkaisija: { $publisher }
window-fact-signed = Allekirjoitukset
window-signed = { $signed ->
    [one] { COUNT($signed) }/{ COUNT($keys) } avaimesta, tarvitaan { COUNT($threshold) }
   *[other] { COUNT($signed) }/{ COUNT($keys) } avaimesta, tarvitaan { COUNT($threshold) }
}
window-fact-download = Ladattavaa
window-download = { $packages ->
    [one] { BYTES($size) }, { COUNT($packages) } paketti
   *[other] { BYTES($size) }, { COUNT($packages) } pakettia
}
window-download-none = Ei mitään, kaikki on jo täällä
window-fact-disk = Levyllä
window-disk = noin { BYTES($size) }
window-fact-folder = Kansio

window-options = Valinnat
window-folder = Asennuskansio
window-switch-start = Käynnistä { $name }, kun se on valmis
window-switch-menu = Lisää valikkoon
window-switch-desktop = Lisää kuvake työpöydälle
window-switch-path = Tee komennoista päätteessä löytyviä (lisää PATH-muuttujaan)

window-now-install = Asennetaan: { $name }
window-now-upgrade = Päivitetään: { $name }
window-now-repair = Korjataan: { $name }
window-now-go-back = Palataan aiempaan: { $name }
window-now-uninstall = Poistetaan: { $name }

window-speed = { BYTES($speed) }/s
window-left = jäljellä noin { DURATION($left) }
window-speed-left = { BYTES($speed) }/s · jäljellä noin { DURATION($left) }
window-waiting = Odotetaan verkkoa. Työ jatkuu itsestään.

window-details = Tiedot
window-arrived = { $artifact } on ladattu, { BYTES($size) }
window-building = { $package }: koostetaan
window-installed = { $package } on asennettu

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Versio { $version } on asennettu
window-news-none = Se on ajan tasalla.
window-news-upgrade = Versio { $version } on saatavilla, ladattavaa { BYTES($size) }.
window-news-left-aside = Kaikki toimii. Versio { $version } on uudempi; palasit siitä takaisin.
window-news-broken = Jotain on vaurioitunut tai puuttuu, ja sen voi korjata.
window-news-unknown = Ei saatu selville, onko uudempaa versiota.
window-about-repair = Palauttaa vaurioituneen ja puuttuvan.
window-about-go-back = Ottaa taas käyttöön version { $version }, joka on yhä tallessa.
window-about-uninstall = Omat tietosi säilyvät, ellet valitse toisin.
window-running = Käynnissä nyt: { $programs }. Käynnistetty versio on käytössä sulkemiseen asti.

window-goes-size = Tämä poistetaan ({ BYTES($size) }):
window-data = Tämä säilyy, ellet valitse sitä tässä:
window-data-remove = Poista myös tietosi kansiosta { $folder } ({ BYTES($size) })
window-downloads-remove = Poista lataukset, joita mikään muu ei tarvitse ({ BYTES($size) })

window-ready = { $name } on valmis
window-removed = { $name } on poistettu
window-removed-kept = Omiin tietoihisi ei koskettu.
window-removed-data = Myös valitsemasi tiedot poistettiin.
window-done-install = Kaikki on tarkistettu ja toimii.
window-done-upgrade = Uusi versio on tarkistettu ja toimii. Edellinen pidetään tallessa paluuta varten.
window-done-repair = Kaikki on tarkistettu ja toimii taas.
window-done-go-back = Aiempi versio on taas käytössä.
window-done-nothing = Mikään ei ollut vaurioitunut, eikä mitään tarvinnut tehdä.
window-done-later = Versio { $version } on valmiina. Tämän ohjelman seuraava käynnistys siirtyy siihen.
window-still-running = Käynnissä yhä aiemmalla versiolla: { $programs }. Käynnistä uudelleen, jotta tämä versio tulee käyttöön.
window-type-this = Käynnistä kirjoittamalla päätteeseen:
window-copied = Kopioitu
window-where = Komennot ovat kansiossa { $folder }.
window-not-on-path = Komennot ovat kansiossa { $folder }, joka ei ole PATH-muuttujassa: siihen asti pääte tarvitsee koko polun.
window-stopped = Pysäytetty
window-stopped-kept = Mitään ei muutettu. Ladattu säilyy, ja ensi kerralla jatketaan siitä.

window-failed = { $name }: asennus epäonnistui
window-failed-network = Ei yhteyttä
window-failed-refused = Ei asennettu turvallisuutesi vuoksi
window-failed-older = Vanhempi versio hylättiin
window-failed-python = Sopiva Python puuttuu
window-failed-package = Pakettia ei ole tälle tietokoneelle
window-failed-disk = Vika on levyssä tai kansiossa
window-failed-busy = Toinen asennus on käynnissä
window-failed-removal = { $name }: poisto epäonnistui
window-failed-repair = { $name }: korjaus epäonnistui
window-failed-go-back = { $name }: paluu aiempaan epäonnistui
window-code = Tiedot ({ $code })
window-tries-in = Seuraavaan yritykseen { DURATION($left) }
window-kept = Ladattu säilyy.
window-support = Apua: { $support }

window-proxy-name = Nimi välityspalvelimelle
window-proxy-password = Salasana

window-ask-cancel = Pysäytetäänkö tähän?
window-ask-close = Pysäytetäänkö ja suljetaanko ikkuna?
window-ask-kept = Ladattu säilyy, ja ensi kerralla jatketaan siitä.
window-ask-undone = Aloitettu perutaan. Aiemmin asennettu säilyy ennallaan.
